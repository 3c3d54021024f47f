import type { SavedAnswer } from "../messaging/protocol";
import type { LensDatabase } from "./database";
import { isKept } from "./saved-answers";
import { LONGEST_NOTE, MOST_TAGS, tagKey, tidyTags } from "./saved-tags";

/**
 * Changes the note or the tags of a saved answer; false if there is no such row. Only the fields that are given are
 * written: two pages that edit one answer keep each other's other field, and of the same field the last one to write
 * wins. A removed answer can be changed, too, so that what was typed last comes back with it.
 */
export async function changeSavedAnswer(
	{ savedAnswers }: LensDatabase,
	{ id, note, tags }: { id: string; note?: string | undefined; tags?: string[] | undefined },
	now = Date.now,
): Promise<boolean> {
	const change = {
		...(note !== undefined && { note: note.slice(0, LONGEST_NOTE) }),
		...(tags !== undefined && { tags: tidyTags(tags) }),
	};
	return (await savedAnswers.update(id, { ...change, updatedAt: now() })) > 0;
}

/**
 * Takes answers off the list, all or none. Returns the ids of those that were on it: exactly
 * these are to be put back when the reader changes their mind.
 */
export async function removeSavedAnswers(database: LensDatabase, ids: string[], now = Date.now): Promise<string[]> {
	const at = now();
	return changeRows(database, ids, (saved) => isKept(saved) && { ...saved, deletedAt: at, updatedAt: at });
}

/**
 * Puts removed answers back, all or none. What the reader has saved anew since stays as it is: the list holds one
 * copy of an answer. Returns the ids that are on the list again.
 */
export async function restoreSavedAnswers(database: LensDatabase, ids: string[], now = Date.now): Promise<string[]> {
	const { savedAnswers } = database;
	return database.transaction("rw", savedAnswers, async () => {
		const removed = (await savedAnswers.bulkGet(ids)).filter((saved) => saved !== undefined && !isKept(saved));
		const keys = removed.flatMap((saved) => (saved ? [[saved.packId, saved.answerId]] : []));
		const anew = await savedAnswers.where("[packId+answerId]").anyOf(keys).filter(isKept).toArray();
		const taken = new Set(anew.map(answerKey));
		const at = now();
		return changeRows(database, ids, (saved) => {
			if (isKept(saved) || taken.has(answerKey(saved))) return undefined;
			taken.add(answerKey(saved));
			return { ...saved, deletedAt: null, updatedAt: at };
		});
	});
}

/**
 * Adds a tag to answers, or takes it off, all or none. Returns the ids of those that changed: some may have had it
 * before, and one that has as many tags as there may be gets no other.
 */
export async function tagSavedAnswers(
	database: LensDatabase,
	{ ids, tag, isOn }: { ids: string[]; tag: string; isOn: boolean },
	now = Date.now,
): Promise<string[]> {
	const [tidy] = tidyTags([tag]);
	if (tidy === undefined) return [];
	const at = now();
	return changeRows(database, ids, (saved) => {
		const others = saved.tags.filter((other) => tagKey(other) !== tagKey(tidy));
		const has = others.length < saved.tags.length;
		if (has === isOn || (isOn && others.length >= MOST_TAGS)) return undefined;
		return { ...saved, tags: isOn ? [...others, tidy] : others, updatedAt: at };
	});
}

/** What a merge changed, for its undoing. */
export interface MergedSaved {
	/** The answer that stays, as it was before. */
	before: Pick<SavedAnswer, "id" | "note" | "tags">;
	/** Those that were taken off the list. */
	removed: string[];
}

/**
 * Makes one of several saved answers: the one that was saved first stays, with the notes of all, one after
 * another, and with all their tags. Undefined if fewer than two of them are on the list, or if the notes
 * are too long for one.
 */
export async function mergeSavedAnswers(
	database: LensDatabase,
	ids: string[],
	now = Date.now,
): Promise<MergedSaved | undefined> {
	const { savedAnswers } = database;
	return database.transaction("rw", savedAnswers, async () => {
		const found = await savedAnswers.bulkGet([...new Set(ids)]);
		const [first, ...others] = found
			.filter((saved) => saved !== undefined)
			.filter(isKept)
			.sort((one, other) => one.savedAt - other.savedAt);
		if (!first || others.length === 0) return undefined;
		const note = [...new Set([first, ...others].map((saved) => saved.note.trim()))].filter(Boolean).join("\n\n");
		if (note.length > LONGEST_NOTE) return undefined;
		const tags = tidyTags([first, ...others].flatMap((saved) => saved.tags));
		await savedAnswers.put({ ...first, note, tags, updatedAt: now() });
		const removed = await removeSavedAnswers(
			database,
			others.map(({ id }) => id),
			now,
		);
		return { before: { id: first.id, note: first.note, tags: first.tags }, removed };
	});
}

function answerKey({ packId, answerId }: SavedAnswer): string {
	return `${packId} ${answerId}`;
}

// Rows are read and written in one go: one request for each of 10,000 rows takes many seconds.
async function changeRows(
	database: LensDatabase,
	ids: string[],
	change: (saved: SavedAnswer) => SavedAnswer | undefined | false,
): Promise<string[]> {
	const { savedAnswers } = database;
	return database.transaction("rw", savedAnswers, async () => {
		const found = await savedAnswers.bulkGet([...new Set(ids)]);
		const changed = found.flatMap((saved) => (saved && change(saved)) || []);
		await savedAnswers.bulkPut(changed);
		return changed.map(({ id }) => id);
	});
}
