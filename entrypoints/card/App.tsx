import { bundledPackVersion } from "virtual:bundled-pack";
import { symptomIndex } from "virtual:symptom-index";
import { useCallback, useEffect, useMemo, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { FoldingContext } from "../../components/FoldedPart";
import type { HighlightReporting } from "../../components/HighlightReport";
import type { SymptomId, SymptomSummary } from "../../data/schema";
import { sentenceAround } from "../../lib/detection/sentence-around";
import { highlightReport } from "../../lib/highlight-report";
import type { CardGrowth, ContentToCard } from "../../lib/messaging/card-channel";
import type { CardPort } from "../../lib/messaging/card-port";
import { useCardTools } from "../hooks/use-card-tools";
import { useEmergencies } from "../hooks/use-emergencies";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { useKnownWord } from "../hooks/use-known-word";
import { logActionsOf } from "../hooks/use-log";
import { useLookUpNote } from "../hooks/use-look-up-note";
import { CardLayer } from "./CardLayer";
import { CardSizeHandle } from "./CardSizeHandle";

type Shown = Extract<ContentToCard, { type: "show" }>;

const NO_CONTEXT = { sentence: "", pageTitle: "", pageUrl: "" };

/** The card in its frame: follows what the content script shows and what the reader opens from there. */
export function App({ port }: { port: CardPort }) {
	const [shown, setShown] = useState<Shown>();
	const [grows, setGrows] = useState<CardGrowth>("down");
	const [trail, setTrail] = useState<SymptomId[]>([]);
	// Pinning sends the same term again and must not lead away from what the reader opened; another term does.
	const term = shown && `${shown.symptomId} ${shown.start} ${shown.text}`;
	const [trailOf, setTrailOf] = useState(term);
	if (term !== trailOf) {
		setTrailOf(term);
		setTrail([]);
	}
	const knownWord = useKnownWord();
	const { keep } = knownWord;
	useEffect(() => {
		port.listen((message) => {
			if (message.type === "placed") return setGrows(message.grows);
			setShown(message.type === "show" ? message : undefined);
			if (message.type === "hide") keep();
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
	}, [port, keep]);

	const shownId = symptomIndex.find(({ id }) => id === shown?.symptomId)?.id;
	const context = useMemo(() => contextOf(shown), [shown]);
	useLookUpNote(trail.at(-1) ?? shownId);
	const emergencies = useEmergencies(shown?.post);
	const [emergencyNumber] = useEmergencyNumber();
	const { tools, folding } = useCardTools(`${term} ${trail.join(" ")}`);
	const open = useCallback(({ id }: Pick<SymptomSummary, "id">) => setTrail((before) => [...before, id]), []);
	const back = useCallback(() => setTrail((before) => before.slice(0, -1)), []);

	if (!shown || !tools) return null;
	if (shownId === undefined) return <p className="card-message">{i18n.t("card.unknown")}</p>;
	const common = {
		emergencies,
		emergencyNumber,
		onOpenSymptom: open,
		float: {
			isPinned: shown.isPinned,
			onPin: () => port.send({ type: "pin" }),
			onClose: () => port.send({ type: "close" }),
		},
	};
	return (
		<FoldingContext value={folding}>
			<div className={`card-layers grows-${grows}`}>
				<CardLayer
					key={term}
					symptomId={shownId}
					context={context}
					said={shown.assertion}
					words={shown.words}
					assertion={shown.assertion}
					isOnTop={trail.length === 0}
					tools={{ ...tools, report: reportingOf(shown) }}
					onKnown={(isKnown) => knownWord.say(shownId, isKnown)}
					log={logActionsOf(shownId)}
					{...common}
				/>
				{trail.map((id, depth) => (
					<CardLayer
						// biome-ignore lint/suspicious/noArrayIndexKey: the same symptom may lie on the trail twice
						key={`${depth} ${id}`}
						symptomId={id}
						context={context}
						said={null}
						isOnTop={depth === trail.length - 1}
						takesFocus
						onBack={back}
						tools={tools}
						onKnown={(isKnown) => knownWord.say(id, isKnown)}
						log={logActionsOf(id)}
						{...common}
					/>
				))}
			</div>
			<CardSizeHandle port={port} grows={grows} isPinned={shown.isPinned} />
		</FoldingContext>
	);
}

/** What is kept with an answer that the reader saves. */
function contextOf(shown: Shown | undefined) {
	if (!shown) return NO_CONTEXT;
	const { text, start, end, pageTitle, pageUrl } = shown;
	return { sentence: sentenceAround(text, start, end), pageTitle, pageUrl };
}

/** What the reader can report about the words that opened the card. */
function reportingOf(shown: Shown): HighlightReporting {
	const { words, symptomId, assertion, pageUrl } = shown;
	const { sentence } = contextOf(shown);
	const host = URL.canParse(pageUrl) ? new URL(pageUrl).host : "";
	return {
		host,
		textWith: (isNamingSite) =>
			highlightReport({
				words,
				sentence,
				symptomId,
				assertion,
				version: browser.runtime.getManifest().version,
				content: bundledPackVersion,
				host: isNamingSite ? host : undefined,
			}),
	};
}

/**
 * The reader came in by a key: what is read first is the card's name. A press of the pointer comes in the same way, and must
 * not have the text scroll away under it.
 */
function focusHeading(): void {
	if (document.activeElement === document.body)
		document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}
