import { editDistance } from "./edit-distance";
import { firstNotBefore, type PackedWords, packWords, placeOf, wordAt } from "./packed-words";
import { LONGEST_WORD } from "./search-tokens";

/** Shortest word that is taken for a misspelling, in letters: below, every word resembles another. */
const SHORTEST_TYPO = 4;

/** Words from this length on may hold two mistakes, shorter ones one; near Lucene's "AUTO" fuzziness. */
const TWO_MISTAKES_FROM = 7;

/** What another first letter costs, in mistakes: people seldom begin a word wrongly. */
const FIRST_LETTER = 0.5;

/** Most words that one misspelling or beginning is taken for. */
const MOST_WORDS = 12;

/** A known word that a misspelled one probably stands for. */
export interface SimilarWord {
	word: string;
	mistakes: number;
}

/** The different words of a library, with what a reader may have meant by a word that is not among them. */
export class Vocabulary {
	readonly #words: PackedWords;
	/** The letters of each word as bits: words that differ in many letters need no closer look. */
	#letters: Uint32Array | undefined;

	constructor(words: PackedWords) {
		this.#words = words;
	}

	/** Of words in any order, each as often as it comes. */
	static of(words: Iterable<string>): Vocabulary {
		return new Vocabulary(packWords([...new Set(words)].sort()));
	}

	has(word: string): boolean {
		return placeOf(this.#words, word) >= 0;
	}

	/** Words that begin with these letters and are longer, shortest first, at most 12. */
	startingWith(prefix: string): string[] {
		const found: string[] = [];
		for (let place = firstNotBefore(this.#words, prefix); place < this.#words.ends.length; place++) {
			const word = wordAt(this.#words, place);
			if (!word.startsWith(prefix)) break;
			if (word !== prefix) found.push(word);
		}
		return found.sort((one, other) => one.length - other.length).slice(0, MOST_WORDS);
	}

	/**
	 * Words that this one may be a misspelling of, likeliest first, at most 12. A wrong
	 * first letter has to be the only mistake.
	 */
	similarTo(word: string, weightOf: (word: string) => number = () => 0): SimilarWord[] {
		if (word.length < SHORTEST_TYPO || word.length > LONGEST_WORD) return [];
		const mostMistakes = word.length < TWO_MISTAKES_FROM ? 1 : 2;
		// Made when first needed: most queries hold no misspelling.
		this.#letters ??= this.#words.ends.map((_, place) => lettersOf(wordAt(this.#words, place)));
		const letters = lettersOf(word);
		const similar: (SimilarWord & { cost: number })[] = [];
		this.#letters.forEach((others, place) => {
			// A mistake takes one letter away, adds one, or both.
			if (bitCount(letters ^ others) > 2 * mostMistakes) return;
			const other = wordAt(this.#words, place);
			const mistakes = editDistance(word, other, mostMistakes);
			if (mistakes > mostMistakes || mistakes === 0) return;
			const isSameBeginning = other[0] === word[0] || (other[0] === word[1] && other[1] === word[0]);
			if (!isSameBeginning && mistakes > 1) return;
			const cost = mistakes + (isSameBeginning ? 0 : FIRST_LETTER) - weightOf(other);
			similar.push({ word: other, mistakes, cost });
		});
		return similar
			.sort((one, other) => one.cost - other.cost)
			.slice(0, MOST_WORDS)
			.map(({ word: found, mistakes }) => ({ word: found, mistakes }));
	}
}

function lettersOf(word: string): number {
	let letters = 0;
	for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
	return letters >>> 0;
}

// https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel
function bitCount(bits: number): number {
	let count = bits - ((bits >>> 1) & 0x55555555);
	count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
	return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
