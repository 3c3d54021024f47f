import { foldText } from "./fold-text";
import type { Lexicon, TrieNode } from "./lexicon";
import { isJoined, type Token, tokenize } from "./tokenize";

/** A place in a text that names a symptom. Offsets are those of the text as given; `end` is exclusive. */
export interface Mention {
	start: number;
	end: number;
	symptomId: string;
}

/**
 * Every mention of a symptom in a text: whole words, the longest term that fits,
 * from left to right, never overlapping. Time grows linearly with the text.
 */
export function findMentions(text: string, lexicon: Lexicon): Mention[] {
	const folded = foldText(text);
	const tokens = tokenize(folded);
	const mentions: Mention[] = [];
	for (let index = 0; index < tokens.length; ) {
		const longest = longestTermAt(index, tokens, folded, lexicon);
		if (longest) mentions.push(longest.mention);
		index = longest ? longest.nextIndex : index + 1;
	}
	return mentions;
}

function longestTermAt(
	first: number,
	tokens: Token[],
	folded: string,
	lexicon: Lexicon,
): { mention: Mention; nextIndex: number } | undefined {
	const firstToken = tokens[first];
	let node: TrieNode | undefined = firstToken && lexicon.startingWith(firstToken.word);
	let previous = firstToken;
	let longest: { mention: Mention; nextIndex: number } | undefined;
	for (let index = first; node && firstToken && previous; ) {
		if (node.symptomId !== undefined) {
			longest = {
				mention: { start: firstToken.start, end: previous.end, symptomId: node.symptomId },
				nextIndex: index + 1,
			};
		}
		const next: Token | undefined = tokens[++index];
		node = next && isJoined(folded, previous, next) ? node.next.get(next.word) : undefined;
		previous = next;
	}
	return longest;
}
