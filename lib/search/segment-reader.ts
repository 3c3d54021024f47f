import type { SearchDocument } from "./search-document";
import { FIELDS, type Postings, type Segment, type SegmentSummary } from "./segment";
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
	readonly summary: SegmentSummary;
	/** Mean number of words of each field. */
	readonly averageLengths: number[];
	readonly vocabulary: Vocabulary;
	readonly documentCount: number;
	readonly #documentCounts: Map<string, number>;
	readonly #tokenOfWord: Map<string, string>;

	constructor(summary: SegmentSummary) {
		const { tokens, documentCounts, words, wordTokens, fieldLengths, answerIds } = summary;
		this.summary = summary;
		this.documentCount = answerIds.length;
		this.vocabulary = new Vocabulary(words);
		this.#documentCounts = new Map(tokens.map((token, index) => [token, documentCounts[index] ?? 0]));
		this.#tokenOfWord = new Map(words.map((word, index) => [word, tokens[wordTokens[index] ?? 0] ?? ""]));
		const totals = FIELDS.map(() => 0);
		fieldLengths.forEach((length, at) => {
			totals[at % FIELDS.length] = (totals[at % FIELDS.length] ?? 0) + length;
		});
		this.averageLengths = totals.map((total) => total / Math.max(1, answerIds.length));
	}

	/** The number of documents that hold a token. */
	countOf(token: string): number {
		return this.#documentCounts.get(token) ?? 0;
	}

	/** The token under which a word of the vocabulary is indexed. */
	tokenOf(word: string): string | undefined {
		return this.#tokenOfWord.get(word);
	}
}

/** A reader over a segment in memory. */
export function readSegment(
	packId: string,
	{ summary, postings }: Segment,
	documents: readonly SearchDocument[],
): SegmentReader {
	return {
		packId,
		index: new SegmentIndex(summary),
		postings: async (tokens) => tokens.map((token) => postings.get(token)),
		documents: async (numbers) => numbers.map((number) => documents[number]),
	};
}
