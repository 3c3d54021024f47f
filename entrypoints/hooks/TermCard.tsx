import { symptomIndex } from "virtual:symptom-index";
import { useState } from "react";
import { SymptomCard } from "../../components/SymptomCard";
import { UnknownSymptom } from "../../components/UnknownSymptom";
import type { SymptomId } from "../../data/schema";
import type { Assertion } from "../../lib/detection/assertion";
import { useEmergencies } from "./use-emergencies";
import { useEmergencyNumber } from "./use-emergency-number";
import { useSymptom } from "./use-symptom";

/** A word of a text on one of our own pages, and what its card has to know of it. */
export interface Term {
	symptomId: string;
	words: string;
	assertion: Assertion;
	sentence: string;
	/** The paragraphs around it. */
	post: string[];
}

/** The card of a word of a text on one of our own pages. Give it a `key` for each word. */
export function TermCard({
	term,
	pageTitle,
	takesFocus,
	onClose,
}: {
	term: Term;
	/** How an answer that is saved from here says where it was found. */
	pageTitle: string;
	takesFocus: boolean;
	onClose: () => void;
}) {
	const [trail, setTrail] = useState<SymptomId[]>([]);
	const isTerm = trail.length === 0;
	const symptomId = trail.at(-1) ?? symptomIndex.find(({ id }) => id === term.symptomId)?.id;
	const { symptom, answers, save, retry } = useSymptom(
		symptomId,
		{ sentence: term.sentence, pageTitle, pageUrl: "" },
		isTerm ? term.assertion : null,
	);
	const emergencies = useEmergencies(term.post);
	const [emergencyNumber] = useEmergencyNumber();
	const back = isTerm ? undefined : () => setTrail(trail.slice(0, -1));
	if (symptom === undefined) return null;
	if (symptom === null) return <UnknownSymptom onBack={back} />;
	return (
		<SymptomCard
			key={symptom.id}
			symptom={symptom}
			words={isTerm ? term.words : undefined}
			assertion={term.assertion}
			emergencies={emergencies}
			emergencyNumber={emergencyNumber}
			related={symptom.related.flatMap((id) => symptomIndex.find((other) => other.id === id) ?? [])}
			answers={answers}
			save={save}
			onRetry={retry}
			onOpenSymptom={(other) => setTrail([...trail, other.id])}
			takesFocus={takesFocus || !isTerm}
			onBack={back}
			float={{ isPinned: true, onPin: () => undefined, onClose }}
		/>
	);
}
