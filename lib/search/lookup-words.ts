import type { Library } from "./library";
import type { QueryWord } from "./query-words";
import type { Question } from "./question";

/** Most words that answers are looked up by, the ones that say most: each costs a row of the database. */
const MOST_LOOKED_UP = 40;

/** Another name of a thing, next to its name, when answers are looked up. */
const OTHER_NAME = 0.6;

/** The words of a query that say most, each once. */
export function mostTelling(words: readonly QueryWord[]): QueryWord[] {
	const distinct = new Map(words.map((word) => [word.stem, word]));
	return [...distinct.values()].sort((one, other) => other.information - one.information).slice(0, MOST_LOOKED_UP);
}

/** The words, and for each other name of something that they say the rarest word of it. */
export function withOtherNames(
	words: readonly QueryWord[],
	question: Question,
	library: Library,
): Pick<QueryWord, "information" | "tokens">[] {
	const names = question.concepts.map(({ places, alternatives }) => {
		const tokens = alternatives.flatMap((stems) => {
			if (stems.some((stem) => library.countOf(stem) === 0)) return [];
			const [rarest] = stems.toSorted((one, other) => library.countOf(one) - library.countOf(other));
			return rarest === undefined ? [] : [{ token: rarest, quality: OTHER_NAME }];
		});
		const said = places.map((place) => question.words[place]?.says ?? 0);
		return { information: Math.max(0, ...said), tokens };
	});
	return [...words, ...names.filter(({ tokens }) => tokens.length > 0)];
}
