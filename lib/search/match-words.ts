import { foldText } from "./fold-text";

/** True if every word of the query begins a word of the text; an empty query fits all. */
export function matchesWords(text: string, query: string): boolean {
	const words = wordsOf(text);
	return wordsOf(query).every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(text: string): string[] {
	return foldText(text).match(/[\p{L}\p{N}']+/gu) ?? [];
}
