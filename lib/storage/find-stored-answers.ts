import type { FoundAnswer } from "../messaging/protocol";
import type { RankedAnswer } from "../search/find-answers";
import type { SegmentReader } from "../search/segment-reader";
import type { LensDatabase } from "./database";
import { findSavedIds } from "./saved-answers";
import { openSegmentReaders } from "./segment-reader";

/**
 * Ranks over the stored packs and returns what was found, each with its pack and
 * the reader's saved copy; an answer that the ranking has not read through its readers
 * is left out. One read transaction: a pack that is being replaced is seen either as
 * it was or as it will be.
 */
export async function findStoredAnswers(
	database: LensDatabase,
	rank: (readers: SegmentReader[]) => Promise<RankedAnswer[]>,
): Promise<FoundAnswer[]> {
	const { packs, segments, postings, answers, savedAnswers } = database;
	return database.transaction("r", [packs, segments, postings, answers, savedAnswers], async () => {
		const readers = await openSegmentReaders(database);
		const ranked = await rank(readers);
		const savedIds = await findSavedIds(database, ranked);
		return ranked.flatMap(({ packId, answerId, matchedWords, passage, sameAsker }, place) => {
			const reader = readers.find((other) => other.packId === packId);
			const answer = reader?.answersRead.get(answerId);
			if (!reader || !answer) return [];
			const savedId = savedIds[place] ?? null;
			return [{ packId, packName: reader.packName, answer, matchedWords, passage, sameAsker, savedId }];
		});
	});
}
