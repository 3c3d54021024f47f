const RED = /\bred(?:ness|der|dish)?\b/i;
const SKIN = /\b(?:skin|rash|patch|patches|spots?|hives|cheeks?|redness)\b/i;

/**
 * True if one of a card's texts speaks of red skin: on brown and black skin that looks otherwise, and the card says so.
 * https://service-manual.nhs.uk/content/inclusive-content/skin-symptoms
 */
export function nameRedSkin(texts: string[]): boolean {
	return texts.some((text) => RED.test(text) && SKIN.test(text));
}
