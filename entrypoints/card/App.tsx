import { symptomIndex } from "virtual:symptom-index";
import { useEffect, useState } from "react";
import { i18n } from "#i18n";
import { SymptomCard } from "../../components/SymptomCard";
import type { SymptomId, SymptomSummary } from "../../data/schema";
import { sentenceAround } from "../../lib/detection/sentence-around";
import type { ContentToCard } from "../../lib/messaging/card-channel";
import type { CardPort } from "../../lib/messaging/card-port";
import { useEmergencies } from "../hooks/use-emergencies";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { useLookUpNote } from "../hooks/use-look-up-note";
import { useSymptom } from "../hooks/use-symptom";

/** The card in its frame: follows what the content script shows and what the reader opens from there. */
export function App({ port }: { port: CardPort }) {
	const [shown, setShown] = useState<Extract<ContentToCard, { type: "show" }>>();
	const [trail, setTrail] = useState<SymptomId[]>([]);
	const [hasMoved, setMoved] = useState(false);
	const move = (to: SymptomId[]) => {
		setMoved(true);
		setTrail(to);
	};
	useEffect(() => {
		port.listen((message) => {
			setShown(message.type === "show" ? message : undefined);
			// Pinning sends the same term again and must not lead away from what the reader opened.
			if (message.type === "hide") {
				setTrail([]);
				setMoved(false);
			}
		});
		const closeOnEscape = (event: KeyboardEvent) => {
			if (event.key === "Escape") port.send({ type: "close" });
		};
		addEventListener("keydown", closeOnEscape);
		addEventListener("focus", focusHeading);
		const root = document.documentElement;
		const enter = () => port.send({ type: "enter" });
		const leave = () => port.send({ type: "leave" });
		root.addEventListener("pointerenter", enter);
		root.addEventListener("pointerleave", leave);
		return () => {
			removeEventListener("keydown", closeOnEscape);
			removeEventListener("focus", focusHeading);
			root.removeEventListener("pointerenter", enter);
			root.removeEventListener("pointerleave", leave);
		};
	}, [port]);

	const shownId = symptomIndex.find(({ id }) => id === shown?.symptomId)?.id;
	const symptomId = trail.at(-1) ?? shownId;
	const context = {
		sentence: shown ? sentenceAround(shown.text, shown.start, shown.end) : "",
		pageTitle: shown?.pageTitle ?? "",
		pageUrl: shown?.pageUrl ?? "",
	};
	const { symptom, answers, save, retry } = useSymptom(
		symptomId,
		context,
		trail.length === 0 ? (shown?.assertion ?? null) : null,
	);
	useLookUpNote(symptomId);
	const emergencies = useEmergencies(shown?.post);
	const [emergencyNumber] = useEmergencyNumber();

	if (!shown) return null;
	if (symptomId === undefined || symptom === null) return <p className="card-message">{i18n.t("card.unknown")}</p>;
	if (symptom === undefined) return null;
	return (
		<SymptomCard
			key={symptom.id}
			symptom={symptom}
			words={trail.length === 0 ? shown.words : undefined}
			assertion={shown.assertion}
			emergencies={emergencies}
			emergencyNumber={emergencyNumber}
			related={symptom.related.flatMap((id) => symptomIndex.find((other) => other.id === id) ?? [])}
			answers={answers}
			save={save}
			onRetry={retry}
			onOpenSymptom={(other: SymptomSummary) => move([...trail, other.id])}
			takesFocus={hasMoved || document.hasFocus()}
			onBack={trail.length > 0 ? () => move(trail.slice(0, -1)) : undefined}
			float={{
				isPinned: shown.isPinned,
				onPin: () => port.send({ type: "pin" }),
				onClose: () => port.send({ type: "close" }),
			}}
		/>
	);
}

/** The reader came in by a key: what is read first is the card's name. A press of the pointer goes where it was aimed. */
function focusHeading(): void {
	if (document.activeElement === document.body) document.querySelector("h1")?.focus();
}
