import { symptomIndex } from "virtual:symptom-index";
import { useMemo } from "react";
import type { SymptomSummary } from "../../data/schema";
import { askBackground } from "../../lib/messaging/messenger";
import { createSymptomSearch } from "../../lib/search/symptom-search";
import { NO_PAGE } from "./found-answers";
import { type AnswersView, useAnswers } from "./use-answers";
import { useSettled } from "./use-settled";

/** Most symptoms to list: more would push the answers out of sight. */
const MOST_SYMPTOMS = 5;

const searchSymptoms = createSymptomSearch(symptomIndex);

/** Symptoms (at once, from the package) and answers (from the background) for what the reader types. */
export function useSearch(query: string): AnswersView & { symptoms: SymptomSummary[] } {
	const text = query.trim();
	const asked = useSettled(text);
	const symptoms = useMemo(
		() =>
			searchSymptoms(text, MOST_SYMPTOMS).flatMap(({ id }) => symptomIndex.find((symptom) => symptom.id === id) ?? []),
		[text],
	);
	const view = useAnswers(asked || undefined, () => askBackground("searchAnswers", { text: asked }), NO_PAGE);
	return { symptoms, ...view };
}
