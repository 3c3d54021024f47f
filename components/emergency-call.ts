import { i18n } from "#i18n";

/** What to call in an emergency, as it stands in a sentence: the reader's number, or words for it while none is set. */
export function callName(number: string): string {
	return number || i18n.t("emergencyNumber.words");
}
