import { foldText } from "./fold-text";

/**
 * Tells which texts fit a query: each of its words begins some word of the text, whatever the capitals and accents of
 * either. An empty query fits all.
 */
export function wordMatcher(query: string): (text: string) => boolean {
	const wanted = fold(query).match(/[\p{L}\p{N}']+/gu) ?? [];
	return (text) => {
		if (wanted.length === 0) return true;
		const folded = fold(text);
		return wanted.every((start) => beginsSomeWord(folded, start));
	};
}

const INSIDE_WORD = /[\p{L}\p{N}']/u;

function beginsSomeWord(text: string, start: string): boolean {
	for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
		if (at === 0 || !INSIDE_WORD.test(text.charAt(at - 1))) return true;
	}
	return false;
}

// Decomposed, an accent is a mark of its own. Plain text, which is most of it, has none.
function fold(text: string): string {
	const folded = foldText(text);
	return /[^\0-\x7f]/.test(folded) ? folded.normalize("NFD").replace(/\p{M}/gu, "") : folded;
}
