import Fuse from "fuse.js/basic";
import { editDistance } from "./edit-distance";

/** Shortest word that is taken for a misspelling, in letters: below, every word resembles another. */
const SHORTEST_TYPO = 4;

/** Words from this length on may hold two mistakes, shorter ones one; near Lucene's "AUTO" fuzziness. */
const TWO_MISTAKES_FROM = 7;

/** Longest word that is looked up as a misspelling, in letters: the longest clinical words have some 30. */
const LONGEST_TYPO = 40;

/**
 * How far Fuse may stray (0 exact, 1 anything). Two mistakes in a word of seven
 * are 0.29 of it; a swap counts as two, so shorter words need the slack as well.
 */
const FUSE_THRESHOLD = 0.5;

/** Most words that one misspelling or beginning is taken for. */
const MOST_WORDS = 12;

/** A known word that a misspelled one probably stands for. */
export interface SimilarWord {
	word: string;
	mistakes: number;
}

/** The different words of a library, with what a reader may have meant by a word that is not among them. */
export class Vocabulary {
	readonly #sorted: string[];
	readonly #words: Set<string>;
	#fuse: Fuse<string> | undefined;

	constructor(words: Iterable<string>) {
		this.#words = new Set(words);
		this.#sorted = [...this.#words].sort();
	}

	has(word: string): boolean {
		return this.#words.has(word);
	}

	/** Words that begin with these letters and are longer, shortest first, at most 12. */
	startingWith(prefix: string): string[] {
		const found: string[] = [];
		for (let index = this.#firstNotBefore(prefix); this.#sorted[index]?.startsWith(prefix); index++) {
			const word = this.#sorted[index];
			if (word !== undefined && word !== prefix) found.push(word);
		}
		return found.sort((one, other) => one.length - other.length).slice(0, MOST_WORDS);
	}

	/** Words that this one may be a misspelling of, likeliest first, at most 12. The first letter has to be right. */
	similarTo(word: string): SimilarWord[] {
		if (word.length < SHORTEST_TYPO || word.length > LONGEST_TYPO) return [];
		const mostMistakes = word.length < TWO_MISTAKES_FROM ? 1 : 2;
		// Made when first needed: most queries hold no misspelling.
		this.#fuse ??= new Fuse(this.#sorted, { threshold: FUSE_THRESHOLD, distance: 20, ignoreFieldNorm: true });
		// Fuse also accepts a long word that contains the short one, so the distance decides.
		return this.#fuse
			.search(word)
			.filter(({ item }) => item[0] === word[0] && Math.abs(item.length - word.length) <= mostMistakes)
			.map(({ item }) => ({ word: item, mistakes: editDistance(word, item) }))
			.filter(({ mistakes }) => mistakes <= mostMistakes)
			.sort((one, other) => one.mistakes - other.mistakes)
			.slice(0, MOST_WORDS);
	}

	#firstNotBefore(prefix: string): number {
		let low = 0;
		let high = this.#sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#sorted[middle] ?? "") < prefix) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
