import { FULL_WEIGHT, forEachPosting } from "./postings";
import type { QueryWord } from "./query-words";
import { symptomToken } from "./segment";
import type { SegmentReader } from "./segment-reader";

/**
 * Scores every document by the words that it holds, 0 to 1: their weights as a share of
 * the highest possible. A word counts through the best of its tokens. One number for
 * each document of the pack.
 */
export async function scoreWords(
	reader: SegmentReader,
	words: readonly Pick<QueryWord, "information" | "tokens">[],
): Promise<Float32Array> {
	const total = words.reduce((sum, { information }) => sum + information, 0);
	const scores = new Float32Array(reader.index.documentCount);
	const found = await reader.postings(words.flatMap(({ tokens }) => tokens.map(({ token }) => token)));
	const best = new Float32Array(words.some(({ tokens }) => tokens.length > 1) ? scores.length : 0);
	let next = 0;
	for (const { information, tokens } of words) {
		const share = information / total / FULL_WEIGHT;
		const lists = tokens.flatMap(({ quality }) => {
			const postings = found[next++];
			return postings ? [{ quality, postings }] : [];
		});
		const [only] = lists;
		if (only && lists.length === 1) {
			forEachPosting(only.postings, (document, weight) => {
				scores[document] = (scores[document] as number) + share * only.quality * weight;
			});
			continue;
		}
		for (const { quality, postings } of lists) {
			forEachPosting(postings, (document, weight) => {
				const before = best[document] as number;
				const score = share * quality * weight;
				if (score <= before) return;
				scores[document] = (scores[document] as number) + score - before;
				best[document] = score;
			});
		}
		for (const { postings } of lists) forEachPosting(postings, (document) => (best[document] = 0));
	}
	return scores;
}

/** How much each document is about a symptom, 0 to 1; documents that do not name it are left out. */
export async function scoreSymptom(reader: SegmentReader, symptomId: string): Promise<Map<number, number>> {
	const [postings] = await reader.postings([symptomToken(symptomId)]);
	const scores = new Map<number, number>();
	if (postings) forEachPosting(postings, (document, weight) => scores.set(document, weight / FULL_WEIGHT));
	return scores;
}
