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

/** Scores every document that holds a word, 0 to 1: the words' scores as a share of the highest possible. A word counts through the best of its tokens. */
export async function scoreWords(
	reader: SegmentReader,
	words: readonly Pick<QueryWord, "information" | "tokens">[],
): Promise<Map<number, number>> {
	const total = words.reduce((sum, { information }) => sum + information, 0);
	const scores = new Map<number, number>();
	const found = await reader.postings(words.flatMap(({ tokens }) => tokens.map(({ token }) => token)));
	let next = 0;
	for (const { information, tokens } of words) {
		const share = information / total;
		for (const [document, score] of bestMatches(
			tokens.map((token) => ({ ...token, postings: found[next++] })),
			reader.index,
		)) {
			scores.set(document, (scores.get(document) ?? 0) + share * score);
		}
	}
	return scores;
}

/** How much each document is about a symptom, 0 to 1; documents that do not name it are left out. */
export async function scoreSymptom(reader: SegmentReader, symptomId: string): Promise<Map<number, number>> {
	const [postings] = await reader.postings([symptomToken(symptomId)]);
	return bestMatches([{ quality: 1, postings }], reader.index);
}

function bestMatches(
	tokens: readonly { quality: number; postings: Postings | undefined }[],
	index: SegmentIndex,
): Map<number, number> {
	const best = new Map<number, number>();
	for (const { quality, postings } of tokens) {
		postings?.documents.forEach((document, place) => {
			const frequencies = postings.frequencies.subarray(place * FIELDS.length, (place + 1) * FIELDS.length);
			const score = quality * saturate(weighedFrequency(document, frequencies, index));
			if (score > (best.get(document) ?? 0)) best.set(document, score);
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
