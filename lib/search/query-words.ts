import type { Library } from "./library";
import { type SearchWord, STOP_WORDS, searchWords } from "./search-tokens";
import type { Synonyms } from "./synonyms";
import { Vocabulary } from "./vocabulary";

/** Fewest letters of an unfinished word that are completed. */
const SHORTEST_BEGINNING = 3;

/** What a word counts that was reached by completing the reader's letters, or by correcting one or two of them. */
const COMPLETED = 0.8;
const CORRECTED = [1, 0.85, 0.7];

/**
 * A word in fewer answers than this may be somebody's misspelling that the library
 * holds, too: words this many times as common are then thought of as well.
 */
const RARE = 4;
const TIMES_AS_COMMON = 20;

/** What the other word counts then. */
const PERHAPS_MEANT = 0.6;

/** What a name says that the library has under another name only. */
const OTHER_NAME_INFORMATION = 3.2;

/** A word of a query with the tokens that may stand for it. */
export interface QueryWord {
	typed: string;
	stem: string;
	/** How much finding it says. */
	information: number;
	/** None if the library knows nothing like the word; best first. `quality` is 1 for the word itself. */
	tokens: { token: string; quality: number }[];
}

/** The words of a sentence, in order, as far as the library knows them. What stands on a page is not guessed at. */
export function readSentence(sentence: string, library: Library): QueryWord[] {
	return searchWords(sentence)
		.filter(({ stem }) => library.countOf(stem) > 0)
		.map((word) => asQueryWord(word, library));
}

/** The words that a reader typed, in order: unknown ones are corrected, the last one completed, for it may be half written. */
export function readQuery(text: string, library: Library, synonyms: Synonyms): QueryWord[] {
	const words = searchWords(text);
	return words.flatMap((word, place) => {
		const count = library.countOf(word.stem);
		if (count >= RARE) return asQueryWord(word, library);
		if (count > 0) return perhapsMisspelled(word, library);
		if (synonyms.knows(word.stem)) {
			return { typed: word.typed, stem: word.stem, tokens: [], information: OTHER_NAME_INFORMATION };
		}
		const completed = place === words.length - 1 ? complete(word.word, library) : [];
		const tokens = completed.length > 0 ? completed : correct(word.word, library, synonyms);
		const isNamed = tokens.some(({ token }) => synonyms.knows(token));
		if (completed.length === 0 && !isNamed && isMisspelledStopWord(word.word)) return [];
		// A misspelled common word is no rare word.
		const meant = tokens.length > 0 ? tokens.map(({ token }) => token) : [word.stem];
		const [likeliest = word.stem] = meant;
		const information =
			library.countOf(likeliest) === 0 && tokens.length > 0
				? OTHER_NAME_INFORMATION
				: Math.min(...meant.map((token) => library.informationOf(token)));
		return { typed: word.typed, stem: word.stem, tokens, information };
	});
}

function asQueryWord({ typed, stem }: SearchWord, library: Library): QueryWord {
	return { typed, stem, information: library.informationOf(stem), tokens: [{ token: stem, quality: 1 }] };
}

function perhapsMisspelled(word: SearchWord, library: Library): QueryWord {
	const itself = asQueryWord(word, library);
	const leastCount = library.countOf(word.stem) * TIMES_AS_COMMON;
	const others = library
		.tokensLike(word.word)
		.filter(({ token, mistakes }) => mistakes === 1 && library.countOf(token) >= leastCount);
	return {
		...itself,
		tokens: [...itself.tokens, ...others.map(({ token }) => ({ token, quality: PERHAPS_MEANT }))],
	};
}

function complete(beginning: string, library: Library): QueryWord["tokens"] {
	if (beginning.length < SHORTEST_BEGINNING) return [];
	return library.tokensStartingWith(beginning).map((token) => ({ token, quality: COMPLETED }));
}

/** What a word that names something medical is ahead of another, in mistakes. */
const MEDICAL = 0.5;

/** How far behind the likeliest word another may be, in mistakes, to count as much; and what it counts beyond. */
const NEARLY_AS_LIKELY = 0.3;
const LESS_LIKELY = 0.8;

/** Most words that one misspelling is taken for. */
const MOST_MEANT = 12;

function correct(misspelled: string, library: Library, synonyms: Synonyms): QueryWord["tokens"] {
	const known = library.tokensLike(misspelled);
	const named = synonyms.stemsLike(misspelled).map(({ stem, mistakes }) => ({ token: stem, mistakes }));
	const costs = new Map<string, { mistakes: number; cost: number }>();
	for (const { token, mistakes } of [...known, ...named]) {
		const cost = mistakes - library.commonnessOf(token) - (synonyms.knows(token) ? MEDICAL : 0);
		if (cost < (costs.get(token)?.cost ?? Number.POSITIVE_INFINITY)) costs.set(token, { mistakes, cost });
	}
	const meant = [...costs].sort(([, one], [, other]) => one.cost - other.cost).slice(0, MOST_MEANT);
	const least = meant[0]?.[1].cost ?? 0;
	return meant.map(([token, { mistakes, cost }]) => ({
		token,
		quality: (CORRECTED[mistakes] ?? 0) * (cost - least <= NEARLY_AS_LIKELY ? 1 : LESS_LIKELY),
	}));
}

const stopWords = Vocabulary.of(STOP_WORDS);

/** True for "shoud" and "wherx": what is left of a question without them is what it says. */
function isMisspelledStopWord(word: string): boolean {
	return stopWords.similarTo(word).some(({ mistakes }) => mistakes === 1);
}
