import { lexicon, shownSymptoms } from "virtual:lexicon";
import { symptomIndex } from "virtual:symptom-index";
import type { Explaining } from "../../components/ExplainedText";
import type { SymptomText } from "../../data/symptom-text";
import { termsInCard } from "../../lib/detection/terms-in-card";

// A card that has nothing to say would be no answer to a press.
const shown = new Set(shownSymptoms);
const silent = symptomIndex.filter(({ id }) => !shown.has(id));
const byId = new Map(symptomIndex.map((symptom) => [symptom.id as string, symptom]));

/** Finds the other symptoms that the texts in a symptom's card name. */
export function termFinder({
	id,
	name,
	explanation,
	triggers,
	selfCare,
	otherCauses,
}: SymptomText): Explaining["termsIn"] {
	const texts = [explanation, ...triggers, ...selfCare, ...otherCauses].map((statement) => statement?.text ?? "");
	const find = termsInCard(lexicon, [name, ...texts].join("\n"), new Set([id, ...silent.map((symptom) => symptom.id)]));
	return (text) =>
		find(text).flatMap(({ start, end, symptomId }) => {
			const symptom = byId.get(symptomId);
			return symptom ? { start, end, symptom } : [];
		});
}
