import { useCallback, useEffect, useRef, useState } from "react";
import type { AnswersState, SaveActions } from "../../components/AnswersSection";
import { askBackground, onSavedAnswersChanged } from "../../lib/messaging/messenger";
import type { FoundAnswer, Result, SavedContext } from "../../lib/messaging/protocol";
import { explainRemoveFailure, explainSaveFailure } from "./explain-save-failure";
import { lookForSimilar } from "./found-answers";
import { privateReason } from "./private-reason";

export interface AnswersView {
	answers: AnswersState;
	save: SaveActions;
	retry: () => void;
}

/**
 * Asks for answers whenever `question` changes, and keeps them up to date with the
 * personal list. `question` names what `ask` asks for; while it is undefined
 * nothing is asked.
 */
export function useAnswers(
	question: string | undefined,
	ask: () => Promise<Result<FoundAnswer[]>>,
	context: SavedContext,
): AnswersView {
	const [answers, setAnswers] = useState<AnswersState>({ name: "looking" });
	const [failure, setFailure] = useState<string>();
	const [attempt, setAttempt] = useState(0);

	const lookAgain = useRef<() => Promise<void>>(async () => undefined);

	// biome-ignore lint/correctness/useExhaustiveDependencies: `question` stands for `ask`, and `attempt` only asks again
	useEffect(() => {
		let isCurrent = true;
		const look = async () => {
			const result = await ask();
			if (isCurrent) setAnswers(result.ok ? { name: "found", answers: result.value } : { name: "failed" });
		};
		lookAgain.current = look;
		setFailure(undefined);
		setAnswers({ name: "looking" });
		if (question === undefined) return;
		void look();
		// An answer saved or removed elsewhere has to show here.
		const stop = onSavedAnswersChanged(() => void look());
		return () => {
			isCurrent = false;
			stop();
		};
	}, [question, attempt]);

	const change = async (failed: string | undefined) => {
		setFailure(failed);
		// Firefox does not deliver the background's broadcast to a frame inside a web page.
		await lookAgain.current();
	};
	return {
		answers,
		retry: useCallback(() => setAttempt((count) => count + 1), []),
		save: {
			failure,
			disabledReason: privateReason(),
			onSave: async ({ packId, answer }) =>
				change(explainSaveFailure(await askBackground("saveAnswer", { packId, answerId: answer.id, context }))),
			onLookForSimilar: lookForSimilar,
			onRemove: async (id) => change(explainRemoveFailure(await askBackground("removeSavedAnswer", { id }))),
		},
	};
}
