import { useCallback, useEffect, useState } from "react";
import type { AnswersState, SaveActions } from "../../components/AnswersSection";
import type { Symptom, SymptomId } from "../../data/schema";
import { loadSymptom } from "../../data/symptoms";
import { askBackground } from "../../lib/messaging/messenger";
import type { FoundAnswer, SavedContext } from "../../lib/messaging/protocol";
import { explainSaveFailure } from "./explain-save-failure";

/** A symptom with everything its card needs. */
export interface SymptomView {
	/** Undefined while it loads, null if there is no such entry. */
	symptom: Symptom | null | undefined;
	answers: AnswersState;
	save: SaveActions;
	retry: () => void;
}

/**
 * Loads a symptom from the package at once, and its answers from the background
 * when they come; the explanation never waits for them.
 */
export function useSymptom(symptomId: string | undefined, context: Omit<SavedContext, "symptomId">): SymptomView {
	const [symptom, setSymptom] = useState<Symptom | null>();
	const [answers, setAnswers] = useState<AnswersState>({ name: "looking" });
	const [failure, setFailure] = useState<string>();
	const [attempt, setAttempt] = useState(0);
	const { sentence, pageTitle, pageUrl } = context;

	useEffect(() => {
		let isCurrent = true;
		setFailure(undefined);
		if (symptomId === undefined) return;
		loadSymptom(symptomId).then((loaded) => isCurrent && setSymptom(loaded ?? null));
		return () => {
			isCurrent = false;
		};
	}, [symptomId]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` changes only to look again
	useEffect(() => {
		let isCurrent = true;
		setAnswers({ name: "looking" });
		if (symptomId === undefined) return;
		askBackground("findAnswers", { symptomId: symptomId as SymptomId, sentence }).then((result) => {
			if (isCurrent) setAnswers(result.ok ? { name: "found", answers: result.value } : { name: "failed" });
		});
		return () => {
			isCurrent = false;
		};
	}, [symptomId, sentence, attempt]);

	const markSaved = (matches: (found: FoundAnswer) => boolean, savedId: string | null) =>
		setAnswers((state) =>
			state.name === "found"
				? { ...state, answers: state.answers.map((found) => (matches(found) ? { ...found, savedId } : found)) }
				: state,
		);
	const save: SaveActions = {
		failure,
		onSave: async (found) => {
			const result = await askBackground("saveAnswer", {
				packId: found.packId,
				answerId: found.answer.id,
				context: { symptomId: (symptomId as SymptomId | undefined) ?? null, sentence, pageTitle, pageUrl },
			});
			setFailure(explainSaveFailure(result));
			if (result.ok) markSaved((other) => other === found || other.answer.id === found.answer.id, result.value.id);
		},
		onRemove: async (savedId) => {
			const result = await askBackground("removeSavedAnswer", { id: savedId });
			setFailure(explainSaveFailure(result));
			if (result.ok) markSaved((other) => other.savedId === savedId, null);
		},
	};
	const retry = useCallback(() => setAttempt((count) => count + 1), []);
	const isLoaded = symptom === null || symptom?.id === symptomId;
	return { symptom: isLoaded ? symptom : undefined, answers, save, retry };
}
