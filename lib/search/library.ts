import type { SegmentReader } from "./segment-reader";
import type { SimilarWord } from "./vocabulary";

/** What a mistake costs next to how common the word is: one more mistake outweighs being a hundred times as common. */
const COMMONNESS = 0.2;

/** Words of all packs together: an answer weighs the same whichever pack it is in. */
export class Library {
	readonly readers: readonly SegmentReader[];
	readonly documentCount: number;
	readonly #counts = new Map<string, number>();

	constructor(readers: readonly SegmentReader[]) {
		this.readers = readers;
		this.documentCount = readers.reduce((sum, { index }) => sum + index.documentCount, 0);
	}

	/** The number of answers that hold a token. */
	countOf(token: string): number {
		let count = this.#counts.get(token);
		if (count === undefined) {
			count = this.readers.reduce((sum, { index }) => sum + index.countOf(token), 0);
			this.#counts.set(token, count);
		}
		return count;
	}

	/** How much finding a token says (BM25's inverse document frequency): above 0, highest for an unknown one. */
	informationOf(token: string): number {
		const count = this.countOf(token);
		return Math.log(1 + (this.documentCount - count + 0.5) / (count + 0.5));
	}

	/** Tokens of words that begin with these letters, shortest word first. */
	tokensStartingWith(beginning: string): string[] {
		const found = this.readers.flatMap(({ index }) =>
			index.vocabulary.startingWith(beginning).map((word) => ({ word, token: index.tokenOf(word) })),
		);
		found.sort((one, other) => one.word.length - other.word.length);
		return [...new Set(found.flatMap(({ token }) => token ?? []))];
	}

	/** What a token is ahead of a rarer one, in mistakes: 0 for an unknown one. */
	commonnessOf(token: string): number {
		return COMMONNESS * Math.log10(1 + this.countOf(token));
	}

	/** Tokens that a misspelled word may stand for, with the fewest mistakes. */
	tokensLike(misspelled: string): { token: string; mistakes: number }[] {
		const found = new Map<string, SimilarWord & { token: string }>();
		for (const { index } of this.readers) {
			const commonness = (word: string) => COMMONNESS * Math.log10(1 + index.countOf(index.tokenOf(word) ?? ""));
			for (const similar of index.vocabulary.similarTo(misspelled, commonness)) {
				const token = index.tokenOf(similar.word);
				const known = token === undefined ? undefined : found.get(token);
				if (token !== undefined && !(known && known.mistakes <= similar.mistakes))
					found.set(token, { ...similar, token });
			}
		}
		return [...found.values()].map(({ token, mistakes }) => ({ token, mistakes }));
	}
}
