/** A word of folded text: `word` is its spelling, `start` and `end` its offsets (end exclusive). */
export interface Token {
	word: string;
	start: number;
	end: number;
}

// An apostrophe belongs to a word only between letters ("won't"). Soft hyphens
// and zero-width characters are invisible break hints inside one word.
const WORD = /[\p{L}\p{M}\p{N}]+(?:['\u00ad\u200b-\u200d\u2060]+[\p{L}\p{M}\p{N}]+)*/gu;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;

/** Splits folded text (see `foldText`) into words, in order. Linear in the length of the text. */
export function tokenize(folded: string): Token[] {
	const tokens: Token[] = [];
	for (const match of folded.matchAll(WORD)) {
		const spelling = match[0];
		tokens.push({
			word: spelling.search(INVISIBLE) < 0 ? spelling : spelling.replace(INVISIBLE, ""),
			start: match.index,
			end: match.index + spelling.length,
		});
	}
	return tokens;
}
