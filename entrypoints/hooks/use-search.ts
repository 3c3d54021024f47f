import { symptomIndex } from "virtual:symptom-index";
import { useEffect, useMemo, useState } from "react";
import type { AnswersState, SaveActions } from "../../components/AnswersSection";
import type { SymptomSummary } from "../../data/schema";
import { askBackground } from "../../lib/messaging/messenger";
import type { FoundAnswer } from "../../lib/messaging/protocol";
import { createSymptomSearch } from "../../lib/search/symptom-search";
import { explainSaveFailure } from "./explain-save-failure";

/** Pause in typing before the stored answers are asked, in milliseconds; symptoms appear with every letter. */
const TYPING_PAUSE_MS = 120;

/** Most symptoms to list: more would push the answers out of sight. */
const MOST_SYMPTOMS = 5;

const searchSymptoms = createSymptomSearch(symptomIndex);

/** Symptoms (at once, from the package) and answers (from the background) for what the reader types. */
export function useSearch(query: string): {
	symptoms: SymptomSummary[];
	answers: AnswersState;
	save: SaveActions;
	retry: () => void;
} {
	const [answers, setAnswers] = useState<AnswersState>({ name: "looking" });
	const [failure, setFailure] = useState<string>();
	const [attempt, setAttempt] = useState(0);
	const text = query.trim();
	const symptoms = useMemo(
		() =>
			searchSymptoms(text, MOST_SYMPTOMS).flatMap(({ id }) => symptomIndex.find((symptom) => symptom.id === id) ?? []),
		[text],
	);

	// biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` changes only to look again
	useEffect(() => {
		let isCurrent = true;
		setFailure(undefined);
		if (text === "") return;
		const timer = setTimeout(async () => {
			const result = await askBackground("searchAnswers", { text });
			if (isCurrent) setAnswers(result.ok ? { name: "found", answers: result.value } : { name: "failed" });
		}, TYPING_PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [text, attempt]);

	const mark = (matches: (found: FoundAnswer) => boolean, savedId: string | null) =>
		setAnswers((state) =>
			state.name === "found"
				? { ...state, answers: state.answers.map((found) => (matches(found) ? { ...found, savedId } : found)) }
				: state,
		);
	return {
		symptoms,
		answers,
		retry: () => setAttempt((count) => count + 1),
		save: {
			failure,
			onSave: async (found) => {
				const result = await askBackground("saveAnswer", {
					packId: found.packId,
					answerId: found.answer.id,
					context: { symptomId: null, sentence: "", pageTitle: "", pageUrl: "" },
				});
				setFailure(explainSaveFailure(result));
				if (result.ok) mark((other) => other.answer.id === found.answer.id, result.value.id);
			},
			onRemove: async (savedId) => {
				const result = await askBackground("removeSavedAnswer", { id: savedId });
				setFailure(explainSaveFailure(result));
				if (result.ok) mark((other) => other.savedId === savedId, null);
			},
		},
	};
}
