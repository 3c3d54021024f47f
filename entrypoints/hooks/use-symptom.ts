import { useEffect, useState } from "react";
import type { SymptomId } from "../../data/schema";
import type { SymptomText } from "../../data/symptom-text";
import { loadSymptom } from "../../data/symptoms";
import type { Assertion } from "../../lib/detection/assertion";
import { askBackground } from "../../lib/messaging/messenger";
import type { TermContext } from "./term-context";
import { type AnswersView, useAnswers } from "./use-answers";

/** A symptom with everything its card needs: undefined while it loads, null if there is no such entry. */
export interface SymptomView extends AnswersView {
	symptom: SymptomText | null | undefined;
}

/**
 * Loads a symptom from the package at once, and its answers from the background
 * when they come; the explanation never waits for them. `assertion` is what the
 * sentence of the context says of it, null where it stands in none.
 */
export function useSymptom(
	symptomId: SymptomId | undefined,
	context: TermContext,
	assertion: Assertion | null = null,
): SymptomView {
	const [loaded, setLoaded] = useState<{ id: SymptomId; symptom: SymptomText | null }>();
	const { sentence } = context;

	useEffect(() => {
		let isCurrent = true;
		if (symptomId === undefined) return;
		void loadSymptom(symptomId).then((symptom) => isCurrent && setLoaded({ id: symptomId, symptom: symptom ?? null }));
		return () => {
			isCurrent = false;
		};
	}, [symptomId]);

	const view = useAnswers(
		symptomId && `${symptomId} ${assertion} ${sentence}`,
		async () =>
			symptomId ? askBackground("findAnswers", { symptomId, sentence, assertion }) : { ok: false, reason: "not-found" },
		{ ...context, symptomId: symptomId ?? null },
	);
	return { symptom: loaded && loaded.id === symptomId ? loaded.symptom : undefined, ...view };
}
