import { symptomIndex } from "virtual:symptom-index";
import { useEffect, useMemo, useState } from "react";
import type { SymptomSummary } from "../../data/schema";
import { askBackground } from "../../lib/messaging/messenger";
import { createSymptomSearch } from "../../lib/search/symptom-search";
import { type AnswersView, useAnswers } from "./use-answers";

/** Pause in typing before the stored answers are asked, in milliseconds; symptoms appear with every letter. */
const TYPING_PAUSE_MS = 120;

/** Most symptoms to list: more would push the answers out of sight. */
const MOST_SYMPTOMS = 5;

/** What is saved from a search was found in no page. */
const NO_PAGE = { symptomId: null, sentence: "", pageTitle: "", pageUrl: "" };

const searchSymptoms = createSymptomSearch(symptomIndex);

/** Symptoms (at once, from the package) and answers (from the background) for what the reader types. */
export function useSearch(query: string): AnswersView & { symptoms: SymptomSummary[] } {
	const text = query.trim();
	const [asked, setAsked] = useState("");
	useEffect(() => {
		const timer = setTimeout(() => setAsked(text), TYPING_PAUSE_MS);
		return () => clearTimeout(timer);
	}, [text]);

	const symptoms = useMemo(
		() =>
			searchSymptoms(text, MOST_SYMPTOMS).flatMap(({ id }) => symptomIndex.find((symptom) => symptom.id === id) ?? []),
		[text],
	);
	const view = useAnswers(asked || undefined, () => askBackground("searchAnswers", { text: asked }), NO_PAGE);
	return { symptoms, ...view };
}
