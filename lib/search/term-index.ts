import { distinctSearchWords, type SearchWord } from "./search-tokens";
import { Vocabulary } from "./vocabulary";

/** What a word of a term counts for another form of it, for its beginning, and for one or two mistakes in it. */
const SAME_STEM = 0.95;
const BEGINNING = 0.8;
const MISTAKES = [1, 0.75, 0.6];

/** Fewest letters of a last word that are taken for the beginning of a longer one: two letters begin anything. */
const SHORTEST_BEGINNING = 3;

/**
 * What a word that stands in no term weighs, next to the rarest one that does:
 * terms are few and short, so that ordinary words of a question ("since", "week")
 * are missing from them, too.
 */
const FOREIGN_WORD = 0.5;

/** A term that shares words with the query. */
export interface TermMatch {
	/** Place of the term in the list that was indexed. */
	place: number;
	/** 0 to 1. */
	score: number;
}

/** A few thousand short terms, searchable by words that may be unfinished or misspelled. */
export class TermIndex {
	readonly #terms: string[][];
	/** Word -> places of the terms that hold it. */
	readonly #places = new Map<string, number[]>();
	readonly #wordsOfStem = new Map<string, Set<string>>();
	readonly #vocabulary: Vocabulary;

	constructor(terms: readonly string[]) {
		this.#terms = terms.map((term, place) => {
			const words = distinctSearchWords(term);
			for (const { word, stem } of words) {
				this.#places.set(word, [...(this.#places.get(word) ?? []), place]);
				this.#wordsOfStem.set(stem, (this.#wordsOfStem.get(stem) ?? new Set()).add(word));
			}
			return words.map(({ word }) => word);
		});
		this.#vocabulary = Vocabulary.of(this.#places.keys());
	}

	/**
	 * Every term that shares a word with the query, in the order of the list. The
	 * score is how much of the term the query says, times the square root of how much
	 * of the query the term says: a reader adds words ("since yesterday"), a term has
	 * none to spare.
	 */
	search(query: readonly SearchWord[]): TermMatch[] {
		const matches = query.map((word, place) => this.#wordsFor(word, place === query.length - 1));
		const weights = matches.map((words) =>
			words.size > 0 ? this.#information([...words.keys()]) : this.#foreignWeight,
		);
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		const queryShares = new Map<number, number>();
		const wordQualities = new Map<number, Map<string, number>>();
		matches.forEach((words, queryPlace) => {
			const best = new Map<number, number>();
			for (const [word, quality] of words) {
				for (const place of this.#places.get(word) ?? []) {
					best.set(place, Math.max(quality, best.get(place) ?? 0));
					const qualities = wordQualities.get(place) ?? new Map<string, number>();
					wordQualities.set(place, qualities.set(word, Math.max(quality, qualities.get(word) ?? 0)));
				}
			}
			for (const [place, quality] of best) {
				const share = (quality * (weights[queryPlace] ?? 0)) / total;
				queryShares.set(place, (queryShares.get(place) ?? 0) + share);
			}
		});
		return [...queryShares]
			.map(([place, share]) => ({ place, score: this.#termShare(place, wordQualities.get(place)) * Math.sqrt(share) }))
			.sort((one, other) => one.place - other.place);
	}

	/** Words of the terms that a word of the query may stand for, with how well. */
	#wordsFor({ word, stem }: SearchWord, isLast: boolean): Map<string, number> {
		const words = new Map<string, number>();
		const add = (found: string, quality: number) => words.set(found, Math.max(quality, words.get(found) ?? 0));
		if (this.#vocabulary.has(word)) add(word, 1);
		for (const found of this.#wordsOfStem.get(stem) ?? []) add(found, SAME_STEM);
		if (isLast && word.length >= SHORTEST_BEGINNING) {
			for (const found of this.#vocabulary.startingWith(word)) add(found, BEGINNING);
		}
		if (words.size === 0) {
			for (const { word: found, mistakes } of this.#vocabulary.similarTo(word)) {
				// With so few terms another first letter is mostly another word: bread, dread.
				if (found[0] === word[0]) add(found, MISTAKES[mistakes] ?? 0);
			}
		}
		return words;
	}

	get #foreignWeight(): number {
		return FOREIGN_WORD * Math.log(1 + this.#terms.length / 2);
	}

	#termShare(place: number, qualities: Map<string, number> | undefined): number {
		let said = 0;
		let total = 0;
		for (const word of this.#terms[place] ?? []) {
			const weight = this.#information([word]);
			said += weight * (qualities?.get(word) ?? 0);
			total += weight;
		}
		return total === 0 ? 0 : said / total;
	}

	/** How much the commonest of these words says: the rarer a word is among the terms, the more. */
	#information(words: readonly string[]): number {
		const count = Math.max(...words.map((word) => this.#places.get(word)?.length ?? 0));
		return Math.log(1 + this.#terms.length / (count + 1));
	}
}
