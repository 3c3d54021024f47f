import type { TextRange } from "./find-mentions";

/** A word of a text in lower case and where it stands. */
export interface PlacedWord extends TextRange {
	word: string;
}

/** Words that `…` may stand for. */
const WIDEST_GAP = 5;

/** The words of a text, in lower case; a number keeps its decimals. */
export function placedWords(text: string): PlacedWord[] {
	return [...text.matchAll(/\d+(?:[.,/]\d+)?|\p{L}+(?:['’-][\p{L}\d]+)*/gu)].map((match) => ({
		word: match[0].toLowerCase().replaceAll("’", "'"),
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/**
 * Where a pattern stands in the words of a sentence. A pattern is words; `left|right` is either,
 * `spread*` any word that begins so, `YEAR` a year, `…` up to five words. Linear in the number of words.
 */
export function findPattern(pattern: string, words: PlacedWord[]): TextRange[] {
	const steps = pattern.split(" ");
	return words.flatMap(({ start }, at) => {
		const end = matchEnd(steps, words, at);
		return end === undefined ? [] : [{ start, end: words[end - 1]?.end ?? start }];
	});
}

function matchEnd(steps: string[], words: PlacedWord[], from: number): number | undefined {
	let at = from;
	let reach = 0;
	for (const step of steps) {
		if (step === "…") {
			reach = WIDEST_GAP;
			continue;
		}
		const next = words.slice(at, at + reach + 1).findIndex(({ word }) => isWord(word, step));
		if (next < 0) return undefined;
		at += next + 1;
		reach = 0;
	}
	return at;
}

const YEAR = /^(?:19|20)\d\d$/;

function isWord(word: string, step: string): boolean {
	return step.split("|").some((one) => {
		if (one === "YEAR") return YEAR.test(word);
		return word === one || (one.endsWith("*") && word.startsWith(one.slice(0, -1)));
	});
}
