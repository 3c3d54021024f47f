import { symptomIndex } from "virtual:symptom-index";
import { useEffect, useMemo, useRef } from "react";
import { SymptomCard, type SymptomCardProps } from "../../components/SymptomCard";
import { UnknownSymptom } from "../../components/UnknownSymptom";
import type { SymptomId } from "../../data/schema";
import type { Assertion } from "../../lib/detection/assertion";
import type { TermContext } from "./term-context";
import { useSymptom } from "./use-symptom";
import { useTermFinder } from "./use-term-finder";

/** What scrolls in a card: its body, or in a low window the whole of it. */
const SCROLLING = ".symptom-card-body, .symptom-card";

/** "if-held": only if the page has the focus as the text appears; later the focus is where the reader put it. */
export type TakesFocus = boolean | "if-held";

interface CardLayerProps
	extends Omit<SymptomCardProps, "symptom" | "related" | "answers" | "save" | "onRetry" | "takesFocus"> {
	symptomId: SymptomId;
	/** The sentence it was found in. */
	context: TermContext;
	/** What that sentence says of it, null where it stands in none. */
	said: Assertion | null;
	/** False while a card that was opened from this one lies over it. */
	isOnTop: boolean;
	takesFocus: TakesFocus;
}

/**
 * One card of those that the reader opened from each other. It stays as it is under the next one, so that Back leads to
 * the very place: what was open stays open, the text stands where it stood, the focus is on what was pressed.
 */
export function CardLayer({ symptomId, context, said, isOnTop, takesFocus, ...card }: CardLayerProps) {
	const { symptom, answers, save, retry } = useSymptom(symptomId, context, said);
	const termsIn = useTermFinder(symptom);
	const isHeld = useRef<boolean>(undefined);
	if (symptom) isHeld.current ??= document.hasFocus();
	const { onOpenSymptom } = card;
	const explaining = useMemo(() => termsIn && { termsIn, onOpen: onOpenSymptom }, [termsIn, onOpenSymptom]);
	const layer = useRef<HTMLDivElement>(null);
	const left = useRef<{ pressed: HTMLElement | null; scrolls: number[] }>(undefined);

	useEffect(() => {
		if (!isOnTop || !left.current) return;
		const { pressed, scrolls } = left.current;
		for (const [at, element] of scrollingIn(layer.current).entries()) element.scrollTop = scrolls[at] ?? 0;
		const back = pressed?.isConnected ? pressed : layer.current?.querySelector<HTMLElement>("h1");
		back?.focus({ preventScroll: true });
	}, [isOnTop]);

	return (
		<div
			ref={layer}
			className="card-layer"
			hidden={!isOnTop}
			onClickCapture={({ target }) => {
				const pressed = (target as Element).closest("button");
				left.current = { pressed, scrolls: scrollingIn(layer.current).map(({ scrollTop }) => scrollTop) };
			}}
		>
			{symptom === null && <UnknownSymptom onBack={card.onBack} />}
			{symptom && (
				<SymptomCard
					{...card}
					takesFocus={takesFocus === "if-held" ? isHeld.current === true : takesFocus}
					symptom={symptom}
					related={symptom.related.flatMap((id) => symptomIndex.find((other) => other.id === id) ?? [])}
					explaining={explaining}
					answers={answers}
					save={save}
					onRetry={retry}
				/>
			)}
		</div>
	);
}

function scrollingIn(layer: Element | null): Element[] {
	return [...(layer?.querySelectorAll(SCROLLING) ?? [])];
}
