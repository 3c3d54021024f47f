import type { QueryWord } from "./query-words";
import { FIELDS, type Postings, symptomToken } from "./segment";
import type { SegmentIndex, SegmentReader } from "./segment-reader";

/**
 * BM25F: frequencies of the fields are added up, weighed and corrected for length,
 * and saturate together. https://www.staff.city.ac.uk/~sbrp622/papers/foundations_bm25_review.pdf
 */
const FIELD_WEIGHTS: Record<(typeof FIELDS)[number], number> = {
	// The title is our one-line summary of the question, so a word there says most.
	title: 3,
	question: 1.5,
	replies: 1,
	// The site's own text surrounds the answer and is no part of it.
	background: 0.4,
	symptoms: 2,
};

/** How soon further mentions stop counting; 1.2 is Lucene's value. */
const SATURATION = 1.2;

/** How far long fields are held back; 0.75 is Lucene's value. The list of symptoms has no length to speak of. */
const LENGTH_CORRECTION: Record<(typeof FIELDS)[number], number> = {
	title: 0.75,
	question: 0.75,
	replies: 0.75,
	background: 0.75,
	symptoms: 0,
};

/** Fields in which the reader sees a word that is given as the reason. */
const SHOWN_FIELDS = [FIELDS.indexOf("question"), FIELDS.indexOf("replies")];

/** How a document fits the words of a query. */
export interface WordScore {
	/** 0 to 1: the words' scores as a share of the highest that the query could reach. */
	score: number;
	/** 0 to 1: how much of what the query says stands in the document, however often. */
	coverage: number;
	/** Words as typed that stand in the question or a reply. */
	matchedWords: string[];
}

/** Scores every document that holds a word of the query; a word counts through the best of its tokens. */
export async function scoreWords(reader: SegmentReader, words: readonly QueryWord[]): Promise<Map<number, WordScore>> {
	const total = words.reduce((sum, { information }) => sum + information, 0);
	const scores = new Map<number, WordScore>();
	const found = await reader.postings(words.flatMap(({ tokens }) => tokens.map(({ token }) => token)));
	let next = 0;
	for (const { typed, information, tokens } of words) {
		const share = information / total;
		for (const [document, match] of bestMatches(
			tokens.map((token) => ({ ...token, postings: found[next++] })),
			reader.index,
		)) {
			const score = scores.get(document) ?? { score: 0, coverage: 0, matchedWords: [] };
			score.score += share * match.score;
			score.coverage += share * match.quality;
			if (match.isShown) score.matchedWords.push(typed);
			scores.set(document, score);
		}
	}
	return scores;
}

/** How much each document is about a symptom, 0 to 1; documents that do not name it are left out. */
export async function scoreSymptom(reader: SegmentReader, symptomId: string): Promise<Map<number, number>> {
	const [postings] = await reader.postings([symptomToken(symptomId)]);
	const matches = bestMatches([{ quality: 1, postings }], reader.index);
	return new Map([...matches].map(([document, { score }]) => [document, score]));
}

interface Match {
	score: number;
	quality: number;
	isShown: boolean;
}

function bestMatches(
	tokens: readonly { quality: number; postings: Postings | undefined }[],
	index: SegmentIndex,
): Map<number, Match> {
	const best = new Map<number, Match>();
	for (const { quality, postings } of tokens) {
		postings?.documents.forEach((document, place) => {
			const frequencies = postings.frequencies.subarray(place * FIELDS.length, (place + 1) * FIELDS.length);
			const score = quality * saturate(weighedFrequency(document, frequencies, index));
			const isShown = SHOWN_FIELDS.some((field) => (frequencies[field] ?? 0) > 0);
			if (score > (best.get(document)?.score ?? 0)) best.set(document, { score, quality, isShown });
		});
	}
	return best;
}

function saturate(frequency: number): number {
	return frequency / (SATURATION + frequency);
}

function weighedFrequency(document: number, frequencies: Uint8Array, index: SegmentIndex): number {
	return FIELDS.reduce((sum, name, field) => {
		const frequency = frequencies[field] ?? 0;
		if (frequency === 0) return sum;
		const length = index.summary.fieldLengths[document * FIELDS.length + field] ?? 0;
		const correction = LENGTH_CORRECTION[name];
		const relativeLength = 1 - correction + (correction * length) / (index.averageLengths[field] || 1);
		return sum + (FIELD_WEIGHTS[name] * frequency) / relativeLength;
	}, 0);
}
