import { type Review, type Source, type Statement, type Symptom, statementsOf } from "./schema";

/** A symptom as far as a card shows it: without what only writers, the detector and reviewers need. */
export type SymptomText = Omit<
	Symptom,
	| "layTerms"
	| "clinicalTerms"
	| "bodySystem"
	| "specialty"
	| "codes"
	| "sources"
	| "review"
	| "mustMatch"
	| "mustNotMatch"
> & {
	sources: Omit<Source, "grade">[];
	review: Omit<Review, "digest">;
	/** True if the card has to say how red skin looks on brown and black skin. */
	namesRedSkin: boolean;
};

/** What the build makes of a symptom's file for its card. Sources are numbered, which is shorter than their ids. */
export function symptomText(symptom: Symptom): SymptomText {
	const { layTerms, clinicalTerms, bodySystem, specialty, codes, mustMatch, mustNotMatch, ...text } = symptom;
	const { digest, ...review } = text.review;
	const numbers = new Map(text.sources.map(({ id }, index) => [id, String(index)]));
	const numbered = <S extends Statement>(statement: S): S => ({
		...statement,
		sources: statement.sources.map((id) => numbers.get(id) ?? id),
	});
	const { triggers, otherCauses, redFlags, whenToSeekCare, selfCare, tests } = text;
	return {
		...text,
		usuallyHarmless: text.usuallyHarmless && numbered(text.usuallyHarmless),
		explanation: text.explanation && numbered(text.explanation),
		triggers: triggers.map(numbered),
		otherCauses: otherCauses.map(numbered),
		redFlags: redFlags.map(numbered),
		whenToSeekCare: whenToSeekCare.map(numbered),
		selfCare: selfCare.map(numbered),
		tests: tests.map(numbered),
		sources: text.sources.map(({ grade, ...source }, index) => ({ ...source, id: String(index) })),
		review,
		namesRedSkin: speaksOfRedSkin(statementsOf(symptom).map(({ statement }) => statement.text)),
	};
}

const RED = /\bred(?:ness|der|dish)?\b/i;
const SKIN = /\b(?:skin|rash|patch|patches|spots?|hives|cheeks?|redness)\b/i;

/**
 * True if one of a card's texts speaks of red skin: on brown and black skin that looks otherwise, and the card says so.
 * https://service-manual.nhs.uk/content/inclusive-content/skin-symptoms
 */
function speaksOfRedSkin(texts: string[]): boolean {
	return texts.some((text) => RED.test(text) && SKIN.test(text));
}
