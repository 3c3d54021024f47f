import type { QueryWord } from "./query-words";
import { CAUSING, kindsAsked, type QuestionKind, tellsKind } from "./question-kinds";
import type { Concept, Synonyms } from "./synonyms";

/** What a question says, as answers are judged by it. */
export interface Question {
	words: QuestionWord[];
	/** Stretches of it that have other names, by places in `words`. */
	concepts: Concept[];
	kinds: Set<QuestionKind>;
	/** Stems that follow each other. */
	pairs: { first: string; second: string; weight: number }[];
	/** Stem -> how surely the question says it, 0 to 1. */
	qualities: Map<string, number>;
	/** How much finding a stem says; see `Library.informationOf`. */
	informationOf: (stem: string) => number;
}

interface QuestionWord {
	typed: string;
	stems: { stem: string; quality: number }[];
	/** What finding it counts for the order. */
	weight: number;
	/** What it says of the question, whether or not the library knows it. */
	says: number;
}

/** A word that is said again counts more, and less with each time. */
const REPETITION = 0.15;
/** A word that only tells what kind of question it is, next to one that tells what it is about. */
const KIND_WORD = 0.5;
/** Asked whether one thing causes another, answers explain the other one. */
const EFFECT = 1.5;

/** Puts together what the words of a question (in order, repetitions left in) ask for. */
export function readQuestion(
	text: string,
	sequence: readonly QueryWord[],
	{ synonyms, informationOf }: { synonyms: Synonyms; informationOf: (stem: string) => number },
): Question {
	const places = new Map<string, number>();
	const distinct: QueryWord[] = [];
	const times: number[] = [];
	const placeOf = sequence.map((word) => {
		const place = places.get(word.stem) ?? distinct.length;
		if (place === distinct.length) distinct.push(word);
		places.set(word.stem, place);
		times[place] = (times[place] ?? 0) + 1;
		return place;
	});
	const kinds = kindsAsked(text);
	const effects = kinds.has("causes") ? effectsIn(sequence, placeOf) : new Set<number>();
	const bestStems = sequence.map(({ stem, tokens }) => tokens[0]?.token ?? stem);
	const concepts = synonyms
		.conceptsIn(bestStems)
		.map((concept) => ({ ...concept, places: concept.places.map((place) => placeOf[place] as number) }));
	const named = new Set(concepts.flatMap((concept) => concept.places));
	const words = distinct.map(({ typed, stem, tokens, information }, place) => ({
		typed,
		stems: tokens.map(({ token, quality }) => ({ stem: token, quality })),
		weight:
			(tokens.length > 0 || named.has(place) ? information : 0) *
			(1 + REPETITION * Math.log(times[place] ?? 1)) *
			(tellsKind(stem) ? KIND_WORD : 1) *
			(effects.has(place) ? EFFECT : 1),
		says: information,
	}));
	const qualities = new Map<string, number>();
	for (const { stems } of words) {
		for (const { stem, quality } of stems) qualities.set(stem, Math.max(quality, qualities.get(stem) ?? 0));
	}
	return { words, concepts, kinds, pairs: pairsOf(bestStems, informationOf, qualities), qualities, informationOf };
}

function effectsIn(sequence: readonly QueryWord[], placeOf: readonly number[]): Set<number> {
	const cause = sequence.findIndex(({ stem }) => CAUSING.has(stem));
	// "What causes tremor?" names nothing before the verb, and all of it is the effect.
	return new Set(cause > 0 ? placeOf.slice(cause + 1) : []);
}

function pairsOf(
	stems: readonly string[],
	informationOf: (stem: string) => number,
	known: Map<string, number>,
): Question["pairs"] {
	return stems.slice(1).flatMap((second, index) => {
		const first = stems[index] as string;
		if (!known.has(second) || !known.has(first)) return [];
		return [{ first, second, weight: Math.min(informationOf(first), informationOf(second)) }];
	});
}
