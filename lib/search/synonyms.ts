import { searchWords, stemOf } from "./search-tokens";
import { Vocabulary } from "./vocabulary";

/** A stretch of a query that has other names. */
export interface Concept {
	/** Places of its words in the query, in order. */
	places: number[];
	/** Its other names, each as stems. */
	alternatives: string[][];
}

/** Names of things that have several, to be found in the words of a query. */
export class Synonyms {
	/** First stem -> the names that begin with it. */
	readonly #names = new Map<string, { stems: string[]; group: number }[]>();
	readonly #groups: string[][][] = [];
	/** Every word of a name, as written -> its stem. */
	readonly #words = new Map<string, string>();
	readonly #stems = new Set<string>();
	#vocabulary: Vocabulary | undefined;

	/** Each group lists the names of one thing. */
	constructor(groups: Iterable<readonly string[]>) {
		const stems = new Map<string, string>();
		const stem = (word: string) => {
			const known = stems.get(word) ?? stemOf(word);
			stems.set(word, known);
			return known;
		};
		for (const group of groups) {
			const names = new Map<string, string[]>();
			for (const name of group) {
				const words = searchWords(name, stem);
				for (const word of words) this.#words.set(word.word, word.stem);
				const stemsOfName = words.map((word) => word.stem);
				names.set(stemsOfName.join(" "), stemsOfName);
			}
			names.delete("");
			for (const words of names.values()) {
				for (const word of words) this.#stems.add(word);
				const first = words[0] as string;
				const list = this.#names.get(first) ?? [];
				list.push({ stems: words, group: this.#groups.length });
				this.#names.set(first, list);
			}
			this.#groups.push([...names.values()]);
		}
	}

	/** True if some name holds this stem: then it is no misspelling. */
	knows(stem: string): boolean {
		return this.#stems.has(stem);
	}

	/** Stems of words in names that a misspelled word may stand for. */
	stemsLike(misspelled: string): { stem: string; mistakes: number }[] {
		this.#vocabulary ??= Vocabulary.of(this.#words.keys());
		return this.#vocabulary
			.similarTo(misspelled)
			.map(({ word, mistakes }) => ({ stem: this.#words.get(word) ?? word, mistakes }));
	}

	/** Every name that stands in these words, with the other names of the same thing. */
	conceptsIn(stems: readonly string[]): Concept[] {
		return this.#namesIn(stems).map(({ place, name, group }) => ({
			places: name.map((_, offset) => place + offset),
			alternatives: (this.#groups[group] ?? []).filter((other) => other !== name),
		}));
	}

	/** The groups of which a name stands in these words and not within a longer one, by their place in the list that was given. */
	groupsIn(stems: readonly string[]): number[] {
		const names = this.#namesIn(stems).map(({ place, name, group }) => ({
			start: place,
			end: place + name.length,
			group,
		}));
		const isWithinLonger = ({ start, end }: { start: number; end: number }) =>
			names.some((other) => other.start <= start && end <= other.end && other.end - other.start > end - start);
		return names.filter((name) => !isWithinLonger(name)).map(({ group }) => group);
	}

	#namesIn(stems: readonly string[]): { place: number; name: string[]; group: number }[] {
		return stems.flatMap((first, place) =>
			(this.#names.get(first) ?? [])
				.filter(({ stems: name }) => name.every((stem, offset) => stems[place + offset] === stem))
				.map(({ stems: name, group }) => ({ place, name, group })),
		);
	}
}
