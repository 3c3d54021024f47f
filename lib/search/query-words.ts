import { distinctSearchWords, type SearchWord } from "./search-tokens";
import type { SegmentIndex } from "./segment-reader";

/** Fewest letters of an unfinished word that are completed. */
const SHORTEST_BEGINNING = 3;

/** What a word counts that was reached by completing the reader's letters, or by correcting one or two of them. */
const COMPLETED = 0.8;
const CORRECTED = [1, 0.7, 0.5];

/** Most words of one query that are read: a sentence is shorter, and each costs a row of the database. */
const MOST_WORDS = 40;

/** A word of a query with the tokens that may stand for it. */
export interface QueryWord {
	typed: string;
	/** How much finding it says. */
	information: number;
	/** None if the pack knows nothing like the word. `quality` is 1 for the word itself. */
	tokens: { token: string; quality: number }[];
}

/** The words of a sentence, as far as the pack knows them. What stands on a page is not guessed at. */
export function readSentence(sentence: string, index: SegmentIndex): QueryWord[] {
	return distinctSearchWords(sentence)
		.filter(({ stem }) => index.hasToken(stem))
		.slice(0, MOST_WORDS)
		.map((word) => asQueryWord(word, index));
}

/** The words that a reader typed: unknown ones are corrected, the last one completed, for it may be half written. */
export function readQuery(text: string, index: SegmentIndex): QueryWord[] {
	const words = distinctSearchWords(text).slice(0, MOST_WORDS);
	return words.map((word, place) => {
		if (index.hasToken(word.stem)) return asQueryWord(word, index);
		const completed = place === words.length - 1 ? complete(word.word, index) : [];
		const tokens = completed.length > 0 ? completed : correct(word.word, index);
		// A misspelled common word is no rare word.
		const meant = tokens.length > 0 ? tokens.map(({ token }) => token) : [word.stem];
		return { typed: word.typed, tokens, information: Math.min(...meant.map((token) => index.informationOf(token))) };
	});
}

function asQueryWord({ typed, stem }: SearchWord, index: SegmentIndex): QueryWord {
	return { typed, information: index.informationOf(stem), tokens: [{ token: stem, quality: 1 }] };
}

function complete(beginning: string, index: SegmentIndex): QueryWord["tokens"] {
	if (beginning.length < SHORTEST_BEGINNING) return [];
	return distinctTokens(
		index.vocabulary.startingWith(beginning).map((word) => ({ token: index.tokenOf(word), quality: COMPLETED })),
	);
}

function correct(misspelled: string, index: SegmentIndex): QueryWord["tokens"] {
	return distinctTokens(
		index.vocabulary
			.similarTo(misspelled)
			.map(({ word, mistakes }) => ({ token: index.tokenOf(word), quality: CORRECTED[mistakes] ?? 0 })),
	);
}

function distinctTokens(tokens: { token: string | undefined; quality: number }[]): QueryWord["tokens"] {
	const best = new Map<string, number>();
	for (const { token, quality } of tokens) {
		if (token !== undefined) best.set(token, Math.max(quality, best.get(token) ?? 0));
	}
	return [...best].map(([token, quality]) => ({ token, quality }));
}
