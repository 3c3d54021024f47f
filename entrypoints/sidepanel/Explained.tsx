import { useEffect, useState } from "react";
import { SymptomCard } from "../../components/SymptomCard";
import { UnknownSymptom } from "../../components/UnknownSymptom";
import type { SymptomId, SymptomSummary } from "../../data/schema";
import { sentenceAround } from "../../lib/detection/sentence-around";
import { readTerm } from "../../lib/messaging/page-terms";
import type { SymptomGroup } from "../../lib/terms/group-terms";
import { useEmergencies } from "../hooks/use-emergencies";
import { useEmergencyNumber } from "../hooks/use-emergency-number";
import { useSymptom } from "../hooks/use-symptom";

/** The card of a symptom inside the panel, as the page would open it over the first place that names it. */
export function Explained({
	tabId,
	group,
	related,
	onBack,
}: {
	tabId: number | undefined;
	group: SymptomGroup;
	/** All symptoms, of which the card names its relatives. */
	related: SymptomSummary[];
	onBack: () => void;
}) {
	const [term, setTerm] = useState<Awaited<ReturnType<typeof readTerm>>>();
	const [trail, setTrail] = useState<SymptomId[]>([]);
	const [emergencyNumber] = useEmergencyNumber();
	const [first] = group.terms;
	useEffect(() => {
		// A term that has left the page leaves a card without a place.
		if (tabId !== undefined && first) void readTerm(tabId, first).then(setTerm);
	}, [tabId, first]);

	const isPlaced = trail.length === 0 && first !== undefined;
	const context = {
		sentence: term ? sentenceAround(term.text, term.start, term.end) : "",
		pageTitle: term?.pageTitle ?? "",
		pageUrl: term?.pageUrl ?? "",
	};
	const { symptom, answers, save, retry } = useSymptom(
		trail.at(-1) ?? group.id,
		context,
		isPlaced ? first.assertion : null,
	);
	const emergencies = useEmergencies(term?.post);
	const back = () => (trail.length > 0 ? setTrail(trail.slice(0, -1)) : onBack());

	if (symptom === undefined) return null;
	if (symptom === null) return <UnknownSymptom onBack={back} />;
	return (
		<SymptomCard
			key={symptom.id}
			symptom={symptom}
			words={isPlaced ? first.words : undefined}
			assertion={first?.assertion}
			emergencies={emergencies}
			emergencyNumber={emergencyNumber}
			related={symptom.related.flatMap((id) => related.find((other) => other.id === id) ?? [])}
			answers={answers}
			save={save}
			onRetry={retry}
			onOpenSymptom={(other) => setTrail([...trail, other.id])}
			takesFocus
			onBack={back}
		/>
	);
}
