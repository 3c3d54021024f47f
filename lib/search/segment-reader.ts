import { placeOf } from "./packed-words";
import type { Postings } from "./postings";
import { postingsIn } from "./postings-block";
import type { SearchDocument } from "./search-document";
import type { Segment, SegmentSummary } from "./segment";
import { Vocabulary } from "./vocabulary";

/** One pack as the ranking reads it; `lib/storage` makes one over the database. */
export interface SegmentReader {
	packId: string;
	index: SegmentIndex;
	/** The postings of each token, in order; undefined for a token that no document holds. */
	postings(tokens: readonly string[]): Promise<(Postings | undefined)[]>;
	/** The texts of documents, in order; undefined for one that is gone. */
	documents(numbers: readonly number[]): Promise<(SearchDocument | undefined)[]>;
}

/** The part of a segment that is kept in memory: what it knows of each word before any posting is read. */
export class SegmentIndex {
	readonly documentCount: number;
	readonly vocabulary: Vocabulary;
	readonly #summary: SegmentSummary;
	/** Number of a token -> its place among the sorted ones. */
	#places: Uint32Array | undefined;

	constructor(summary: SegmentSummary) {
		this.#summary = summary;
		this.documentCount = summary.documentCount;
		this.vocabulary = new Vocabulary(summary.words);
	}

	/** The number of documents that hold a token. */
	countOf(token: string): number {
		const place = placeOf(this.#summary.tokens, token);
		return place < 0 ? 0 : (this.#summary.documentCounts[place] ?? 0);
	}

	/** The number under which the postings of a token are stored. */
	numberOf(token: string): number | undefined {
		const place = placeOf(this.#summary.tokens, token);
		return place < 0 ? undefined : this.#summary.tokenNumbers[place];
	}

	/** The token under which a word of the vocabulary is indexed. */
	tokenOf(word: string): string | undefined {
		const { words, wordTokens, tokens, tokenNumbers } = this.#summary;
		const place = placeOf(words, word);
		if (place < 0) return undefined;
		if (!this.#places) {
			this.#places = new Uint32Array(tokenNumbers.length);
			for (const [at, number] of tokenNumbers.entries()) this.#places[number] = at;
		}
		const at = this.#places[wordTokens[place] as number] as number;
		return tokens.text.slice(at === 0 ? 0 : tokens.ends[at - 1], tokens.ends[at]);
	}
}

/** A reader over a segment in memory. */
export function readSegment(
	packId: string,
	{ summary, blocks }: Segment,
	documents: readonly SearchDocument[],
): SegmentReader {
	const index = new SegmentIndex(summary);
	return {
		packId,
		index,
		postings: async (tokens) =>
			tokens.map((token) => {
				const number = index.numberOf(token);
				const block = number === undefined ? undefined : blocks.find(({ last }) => last >= number);
				return block && postingsIn(block, number as number);
			}),
		documents: async (numbers) => numbers.map((number) => documents[number]),
	};
}
