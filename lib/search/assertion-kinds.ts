import type { Assertion } from "../detection/assertion";
import type { QuestionKind } from "./question-kinds";

/**
 * What a reader wants to know of a symptom, by what the text says of it. Where somebody has it, the words of the
 * sentence tell; the rest of a sentence that denies it, or speaks of it in general, is about something else.
 */
const WANTED: Record<Assertion, readonly QuestionKind[]> = {
	present: [],
	"other-person": [],
	denied: ["definition"],
	general: ["definition", "causes"],
	possible: ["diagnosis"],
	past: ["outlook"],
};

/** The kinds of answer that go with what the text says of a symptom; empty where no kind does more than others. */
export function kindsWanted(assertion: Assertion | null): readonly QuestionKind[] {
	return assertion === null ? [] : WANTED[assertion];
}

/** Whether the sentence describes somebody who has the symptom, so that their age and sex say something. */
export function describesSomebody(assertion: Assertion | null): boolean {
	return assertion !== "denied" && assertion !== "general";
}
