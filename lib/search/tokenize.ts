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

/** 1 for the ASCII letters of folded text and for digits. */
const IS_PLAIN = Uint8Array.from({ length: 128 }, (_, code) => Number(/[a-z0-9]/i.test(String.fromCharCode(code))));
const APOSTROPHE = 0x27;

/** Splits folded text (see `foldText`) into words, in order. Linear in the length of the text. */
export function tokenize(folded: string): Token[] {
	const tokens: Token[] = [];
	for (let at = 0; at < folded.length; ) {
		// Most words hold plain letters only, and the expression costs several times as much as looking at them.
		const start = at;
		while (IS_PLAIN[folded.charCodeAt(at)] === 1) at++;
		const next = at < folded.length ? folded.charCodeAt(at) : 0;
		if (next < IS_PLAIN.length && next !== APOSTROPHE) {
			if (at > start) tokens.push({ word: folded.slice(start, at), start, end: at });
			at++;
			continue;
		}
		WORD.lastIndex = start;
		const match = WORD.exec(folded);
		if (!match) break;
		const spelling = match[0];
		at = match.index + spelling.length;
		tokens.push({
			word: spelling.search(INVISIBLE) < 0 ? spelling : spelling.replace(INVISIBLE, ""),
			start: match.index,
			end: at,
		});
	}
	return tokens;
}
