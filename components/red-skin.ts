import { type SymptomText, statementsOf } from "../data/schema";

const RED = /\bred(?:ness|der|dish)?\b/i;
const SKIN = /\b(?:skin|rash|patch|patches|spots?|hives|cheeks?|redness)\b/i;

/**
 * True if a card speaks of red skin: on brown and black skin that looks otherwise, and the card says so.
 * https://service-manual.nhs.uk/content/inclusive-content/skin-symptoms
 */
export function namesRedSkin(symptom: SymptomText): boolean {
	return statementsOf(symptom).some(({ statement: { text } }) => RED.test(text) && SKIN.test(text));
}
