import type { AnswerId } from "../../data/schema";
import { oneRowEach } from "../backup/one-row-each";
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
export async function listSavedAnswers(database: LensDatabase): Promise<SavedAnswer[]> {
	return oneRowEach(await database.savedAnswers.orderBy("savedAt").reverse().filter(isKept).toArray());
}

/** Takes an answer off the list; its row stays, marked as removed. False if there is no such row. */
export async function removeSavedAnswer(database: LensDatabase, id: string, now = Date.now): Promise<boolean> {
	return database.transaction("rw", database.savedAnswers, async () => {
		const saved = await database.savedAnswers.get(id);
		if (!saved) return false;
		// Asked twice, the first removal counts.
		if (!isKept(saved)) return true;
		const joined = await settleCopies(database, saved, now);
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
 * Makes one row of the copies of an answer that were saved on several devices, and returns it: the first one, with
 * every note and tag. Call it before changing a saved answer, inside one transaction with the change: what the reader
 * changes is the row that they see.
 */
export async function settleCopies(
	{ savedAnswers }: LensDatabase,
	saved: SavedAnswer,
	now = Date.now,
): Promise<SavedAnswer> {
	const key = [saved.packId, saved.answerId];
	const copies = await savedAnswers.where("[packId+answerId]").equals(key).filter(isKept).toArray();
	const [joined] = oneRowEach(copies);
	if (joined === undefined || copies.length === 1) return saved;
	const at = writeTime(joined, now());
	const settled = copies.map((copy) =>
		copy.id === joined.id ? { ...joined, updatedAt: at } : { ...copy, deletedAt: at, updatedAt: at },
	);
	await savedAnswers.bulkPut(settled);
	return { ...joined, updatedAt: at };
}

/** The saved copy of an answer, unless it was removed. */
export async function findSaved(
	{ savedAnswers }: LensDatabase,
	packId: string,
	answerId: AnswerId,
): Promise<SavedAnswer | undefined> {
	const copies = await savedAnswers.where("[packId+answerId]").equals([packId, answerId]).filter(isKept).toArray();
	return oneRowEach(copies)[0];
}

/** The ids of the saved copies of answers, in order; undefined for one that is not on the list. One request for all. */
export async function findSavedIds(
	{ savedAnswers }: LensDatabase,
	answers: readonly { packId: string; answerId: string }[],
): Promise<(string | undefined)[]> {
	const keys = answers.map(({ packId, answerId }) => [packId, answerId]);
	const saved = oneRowEach(await savedAnswers.where("[packId+answerId]").anyOf(keys).filter(isKept).toArray());
	return answers.map(
		({ packId, answerId }) => saved.find((copy) => copy.packId === packId && copy.answerId === answerId)?.id,
	);
}

/** True unless the reader removed it. */
export function isKept({ deletedAt }: SavedAnswer): boolean {
	return deletedAt === null;
}
