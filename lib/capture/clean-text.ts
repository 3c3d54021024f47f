/**
 * Characters that nobody sees: controls (tab and line feed are white space), and those that turn the
 * direction of text around, with which a page could make a reply read as something else (threat T20).
 */
const UNSEEN = /(?!\s)[\p{Cc}\u200b\u202a-\u202e\u2060\u2066-\u2069]/gu;

/**
 * The text with white space collapsed within each line, empty lines and unseen characters
 * left out. Always well-formed: half a surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
	return text
		.toWellFormed()
		.replace(UNSEEN, "")
		.split(/[\n\r\u2028\u2029]+/)
		.map((line) => line.replace(/\s+/g, " ").trim())
		.filter((line) => line !== "")
		.join("\n");
}

/** The text in one line. */
export function cleanLine(text: string): string {
	return cleanText(text).replaceAll("\n", " ");
}

/** The text at most `longest` characters long, cut between words where there are any. */
export function clip(text: string, longest: number): string {
	if (text.length <= longest) return text;
	const space = Math.max(text.lastIndexOf(" ", longest), text.lastIndexOf("\n", longest));
	return cleanText(text.slice(0, space > longest / 2 ? space : longest));
}

/** Folds a text so that the same words from two places on a page compare equal. */
export function comparable(text: string): string {
	return cleanLine(text).toLowerCase();
}
