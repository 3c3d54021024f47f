import type { Question } from "./question";

/** Longest passage, in words that are worth searching for: about two sentences. */
const LONGEST_PASSAGE = 25;

/** A stretch of a text in which much of a question stands. */
export interface Passage {
	/** Places of its first and last word in the list that was given; -1 when no word of the question stands there. */
	first: number;
	last: number;
	/** 0 to 1: how much of what the question says stands in it. */
	coverage: number;
}

/** The stretch of at most 25 words that says most of the question; the earliest of equal ones. Linear in the number of words. */
export function bestPassage(question: Question, stems: readonly string[]): Passage {
	const placeOfStem = new Map<string, number>();
	question.words.forEach(({ stems: own }, place) => {
		for (const { stem } of own) if (!placeOfStem.has(stem)) placeOfStem.set(stem, place);
	});
	const total = question.words.reduce((sum, { says }) => sum + says, 0) || 1;
	const says = (place: number) => question.words[place]?.says ?? 0;
	const found = stems.flatMap((stem, at) => {
		const place = placeOfStem.get(stem);
		return place === undefined ? [] : [{ at, place }];
	});
	const times = new Map<number, number>();
	let best: Passage = { first: -1, last: -1, coverage: 0 };
	let sum = 0;
	let oldest = 0;
	for (const { at, place } of found) {
		const before = times.get(place) ?? 0;
		times.set(place, before + 1);
		if (before === 0) sum += says(place);
		for (let first = found[oldest]; first && at - first.at >= LONGEST_PASSAGE; first = found[oldest]) {
			const left = (times.get(first.place) ?? 1) - 1;
			times.set(first.place, left);
			if (left === 0) sum -= says(first.place);
			oldest++;
		}
		if (sum / total > best.coverage + 1e-9) {
			best = { first: found[oldest]?.at ?? at, last: at, coverage: sum / total };
		}
	}
	return best;
}
