import type { SymptomText } from "./symptom-text";

/**
 * The text of a symptom; a card loads the one that it shows. Undefined if there is no such
 * entry. Works in the product's own pages and its background. The files are validated when
 * the product is built.
 */
export async function loadSymptom(id: string): Promise<SymptomText | undefined> {
	if (!/^[a-z-]+$/.test(id)) return undefined;
	try {
		// A file that is not there makes the call fail, in Firefox and Chromium alike.
		return await (await fetch(`/symptoms/${id}.json`)).json();
	} catch {
		return undefined;
	}
}
