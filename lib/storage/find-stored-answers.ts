import type { AnswerId } from "../../data/schema";
import type { FoundAnswer } from "../messaging/protocol";
import type { RankedAnswer } from "../search/find-answers";
import type { SegmentReader } from "../search/segment-reader";
import type { LensDatabase } from "./database";
import { findSaved } from "./saved-answers";
import { openSegmentReaders } from "./segment-reader";
import { readStoredAnswer } from "./stored-answer";

/**
 * Ranks over the stored packs and fetches what was found, each with its pack and
 * the reader's saved copy. One read transaction: a pack that is being replaced is
 * seen either as it was or as it will be.
 */
export async function findStoredAnswers(
	database: LensDatabase,
	rank: (readers: SegmentReader[]) => Promise<RankedAnswer[]>,
): Promise<FoundAnswer[]> {
	const { packs, segments, postings, answers, savedAnswers } = database;
	return database.transaction("r", [packs, segments, postings, answers, savedAnswers], async () => {
		const ranked = await rank(await openSegmentReaders(database));
		const found = await Promise.all(ranked.map((answer) => fetchAnswer(database, answer)));
		return found.filter((answer) => answer !== undefined);
	});
}

async function fetchAnswer(
	database: LensDatabase,
	{ packId, answerId: id, matchedWords, passage, sameAsker }: RankedAnswer,
): Promise<FoundAnswer | undefined> {
	// The ranking passes on the ids that it read from the same rows.
	const answerId = id as AnswerId;
	const [stored, saved] = await Promise.all([
		readStoredAnswer(database, packId, answerId),
		findSaved(database, packId, answerId),
	]);
	return (
		stored && {
			packId,
			packName: stored.pack.name,
			answer: stored.answer,
			matchedWords,
			passage,
			sameAsker,
			savedId: saved?.id ?? null,
		}
	);
}
