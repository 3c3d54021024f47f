import type { AnswerId } from "../../data/schema";
import { answerKeyOf, isKept, oneRowEach } from "../backup/one-row-each";
import { writeTime } from "../backup/write-time";
import type { SavedAnswer, SavedContext } from "../messaging/protocol";
import type { LensDatabase } from "./database";
import { readStoredAnswer } from "./stored-answer";

/**
 * Keeps a copy of a stored answer on the personal list; an answer that is on it
 * already keeps its one row. Undefined if no pack holds the answer any more.
 */
export async function saveAnswer(
	database: LensDatabase,
	{ packId, answerId, context }: { packId: string; answerId: AnswerId; context: SavedContext },
	now = Date.now,
): Promise<SavedAnswer | undefined> {
	const { packs, answers, savedAnswers } = database;
	return database.transaction("rw", [packs, answers, savedAnswers], async () => {
		const existing = await findSaved(database, packId, answerId);
		if (existing) return existing;
		const stored = await readStoredAnswer(database, packId, answerId);
		if (!stored) return undefined;
		const savedAt = now();
		const saved: SavedAnswer = {
			id: crypto.randomUUID(),
			packId,
			answerId,
			snapshot: stored.answer,
			packName: stored.pack.name,
			context,
			note: "",
			tags: [],
			savedAt,
			updatedAt: savedAt,
			deletedAt: null,
		};
		await savedAnswers.add(saved);
		return saved;
	});
}

/** The personal list, newest first, without removed answers; one that was saved on two devices is one row. */
export async function allSavedAnswers(database: LensDatabase): Promise<SavedAnswer[]> {
	return oneRowEach(await database.savedAnswers.orderBy("savedAt").reverse().filter(isKept).toArray());
}

/** Takes an answer off the list; its row stays, marked as removed. False if there is no such row. */
export async function removeSavedAnswer(database: LensDatabase, id: string, now = Date.now): Promise<boolean> {
	return database.transaction("rw", database.savedAnswers, async () => {
		const saved = await database.savedAnswers.get(id);
		if (!saved) return false;
		// Asked twice, the first removal counts.
		if (!isKept(saved)) return true;
		const [joined = saved] = await settleCopies(database, [saved], now);
		const at = writeTime(joined, now());
		await database.savedAnswers.put({ ...joined, deletedAt: at, updatedAt: at });
		return true;
	});
}

/**
 * Puts a removed answer back on the list; undefined if there is no such row. If the
 * reader has saved the same answer anew since, that copy is the one on the list.
 */
export async function restoreSavedAnswer(
	database: LensDatabase,
	id: string,
	now = Date.now,
): Promise<SavedAnswer | undefined> {
	return database.transaction("rw", database.savedAnswers, async () => {
		const saved = await database.savedAnswers.get(id);
		if (!saved || isKept(saved)) return saved;
		const newer = await findSaved(database, saved.packId, saved.answerId);
		if (newer) return newer;
		const restored: SavedAnswer = { ...saved, deletedAt: null, updatedAt: writeTime(saved, now()) };
		await database.savedAnswers.put(restored);
		return restored;
	});
}

/**
 * Makes one row of the copies of an answer that were saved on several devices: the first one, with every note and tag.
 * Returns the rows that the reader sees in place of these, each once. Call it before changing saved answers, inside one
 * transaction with the change: what the reader changes is the row that they see.
 */
export async function settleCopies(
	database: LensDatabase,
	saved: readonly SavedAnswer[],
	now = Date.now,
): Promise<SavedAnswer[]> {
	const copies = await keptCopies(database, saved);
	const shown = oneRowEach(copies);
	if (shown.length === copies.length) return shown;
	const joined = new Map(shown.map((row) => [row.id, row]));
	const changed = copies.flatMap((copy) => {
		const row = joined.get(copy.id);
		if (row === copy) return [];
		const at = writeTime(copy, now());
		return row ? { ...row, updatedAt: at } : { ...copy, updatedAt: at, deletedAt: at };
	});
	await database.savedAnswers.bulkPut(changed);
	return shown;
}

/** The rows on the list that are copies of the same answers as these. */
export async function keptCopies(
	{ savedAnswers }: LensDatabase,
	saved: readonly { packId: string; answerId: string }[],
): Promise<SavedAnswer[]> {
	const keys = [...new Map(saved.map((row) => [answerKeyOf(row), [row.packId, row.answerId]])).values()];
	return savedAnswers.where("[packId+answerId]").anyOf(keys).filter(isKept).toArray();
}

/** The saved copy of an answer, unless it was removed. */
export async function findSaved(
	database: LensDatabase,
	packId: string,
	answerId: AnswerId,
): Promise<SavedAnswer | undefined> {
	return oneRowEach(await keptCopies(database, [{ packId, answerId }]))[0];
}

/** The ids of the saved copies of answers, in order; undefined for one that is not on the list. One request for all. */
export async function findSavedIds(
	database: LensDatabase,
	answers: readonly { packId: string; answerId: string }[],
): Promise<(string | undefined)[]> {
	const saved = oneRowEach(await keptCopies(database, answers));
	const ids = new Map(saved.map((row) => [answerKeyOf(row), row.id]));
	return answers.map((answer) => ids.get(answerKeyOf(answer)));
}
