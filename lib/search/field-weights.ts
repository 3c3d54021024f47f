import { FULL_WEIGHT } from "./postings";

/**
 * BM25F: frequencies of the fields are added up, weighed and corrected for length,
 * and saturate together. https://www.staff.city.ac.uk/~sbrp622/papers/foundations_bm25_review.pdf
 * In this order: title, question, replies, background.
 */
const FIELDS = [
	// The title is the question in short, so a word there says most.
	{ weight: 3, usualLength: 8 },
	{ weight: 1.5, usualLength: 40 },
	{ weight: 1, usualLength: 100 },
	// The site's own text surrounds the answer and is no part of it.
	{ weight: 0.4, usualLength: 100 },
];

/** How soon further mentions stop counting; 1.2 is Lucene's value. */
const SATURATION = 1.2;

/** How far long fields are held back; 0.75 is Lucene's value. */
const LENGTH_CORRECTION = 0.75;

/**
 * How much a token weighs in a document, 1 to 255, from its frequency in each field
 * and the fields' lengths in words. Lengths are compared with usual ones and not with
 * the mean of the pack, which is known only when the last document has been read.
 */
export function termWeight(frequencies: readonly number[], lengths: readonly number[]): number {
	const frequency = FIELDS.reduce((sum, { weight, usualLength }, field) => {
		const relativeLength = 1 - LENGTH_CORRECTION + (LENGTH_CORRECTION * (lengths[field] ?? 0)) / usualLength;
		return sum + (weight * (frequencies[field] ?? 0)) / relativeLength;
	}, 0);
	return Math.max(1, saturated(frequency));
}

/** The weight, 0 to 255, of what stands so often in a document: each further time counts less. */
export function saturated(frequency: number): number {
	return Math.round((FULL_WEIGHT * frequency) / (SATURATION + frequency));
}
