import { answerKeyOf, isKept } from "../backup/one-row-each";
import { LONGEST_NOTE, MOST_TAGS } from "../backup/record-limits";
import { tagKey, tidyTags } from "../backup/saved-tags";
import { writeTime } from "../backup/write-time";
import type { SavedAnswer } from "../messaging/protocol";
import type { LensDatabase } from "./database";
import { keptCopies, settleCopies } from "./saved-answers";

/**
 * Changes the note or the tags of a saved answer; false if there is no such row. Only the fields that are given are
 * written: two pages that edit one answer keep each other's other field, and of the same field the last one to write
 * wins. A removed answer can be changed, too, so that what was typed last comes back with it. A note or tags that were
 * joined of several copies may stay as long as they are.
 */
export async function changeSavedAnswer(
	database: LensDatabase,
	{ id, note, tags }: { id: string; note?: string | undefined; tags?: string[] | undefined },
	now = Date.now,
): Promise<boolean> {
	const changed = await changeRows(database, [id], now, (saved) => ({
		...saved,
		...(note !== undefined && { note: note.slice(0, Math.max(LONGEST_NOTE, saved.note.length)) }),
		...(tags !== undefined && { tags: tidyTags(tags, Math.max(MOST_TAGS, saved.tags.length)) }),
	}));
	return changed.length > 0;
}

/**
 * Takes answers off the list, all or none. Returns the ids of those that were on it: exactly
 * these are to be put back when the reader changes their mind.
 */
export async function removeSavedAnswers(database: LensDatabase, ids: string[], now = Date.now): Promise<string[]> {
	return changeRows(database, ids, now, (saved) => isKept(saved) && { ...saved, deletedAt: writeTime(saved, now()) });
}

/**
 * Puts removed answers back, all or none. What the reader has saved anew since stays as it is: the list holds one
 * copy of an answer. Returns the ids that are on the list again.
 */
export async function restoreSavedAnswers(database: LensDatabase, ids: string[], now = Date.now): Promise<string[]> {
	const { savedAnswers } = database;
	return database.transaction("rw", savedAnswers, async () => {
		const found = (await savedAnswers.bulkGet(ids)).filter((saved) => saved !== undefined);
		const taken = new Set((await keptCopies(database, found)).map(answerKeyOf));
		return changeRows(database, ids, now, (saved) => {
			if (isKept(saved) || taken.has(answerKeyOf(saved))) return undefined;
			taken.add(answerKeyOf(saved));
			return { ...saved, deletedAt: null };
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
	return changeRows(database, ids, now, (saved) => {
		const others = saved.tags.filter((other) => tagKey(other) !== tagKey(tidy));
		const has = others.length < saved.tags.length;
		if (has === isOn || (isOn && others.length >= MOST_TAGS)) return undefined;
		return { ...saved, tags: isOn ? [...others, tidy] : others };
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
		const kept = found.filter((saved) => saved !== undefined).filter(isKept);
		const [first, ...others] = (await settleCopies(database, kept, now)).sort(
			(one, other) => one.savedAt - other.savedAt,
		);
		if (!first || others.length === 0) return undefined;
		const note = [...new Set([first, ...others].map((saved) => saved.note.trim()))].filter(Boolean).join("\n\n");
		if (note.length > LONGEST_NOTE) return undefined;
		const tags = tidyTags([first, ...others].flatMap((saved) => saved.tags));
		await savedAnswers.put({ ...first, note, tags, updatedAt: writeTime(first, now()) });
		const removed = await removeSavedAnswers(
			database,
			others.map(({ id }) => id),
			now,
		);
		return { before: { id: first.id, note: first.note, tags: first.tags }, removed };
	});
}

/**
 * Rows are read and written in one go: one request for each of 10,000 rows takes many seconds. The change is written
 * with its time; nothing is written where it returns none.
 */
async function changeRows(
	database: LensDatabase,
	ids: string[],
	now: () => number,
	change: (saved: SavedAnswer) => SavedAnswer | undefined | false,
): Promise<string[]> {
	const { savedAnswers } = database;
	return database.transaction("rw", savedAnswers, async () => {
		const found = (await savedAnswers.bulkGet([...new Set(ids)])).filter((saved) => saved !== undefined);
		const shown = await settleCopies(database, found.filter(isKept), now);
		const changed = [...shown, ...found.filter((saved) => !isKept(saved))].flatMap((saved) => {
			const is = change(saved);
			return is ? { ...is, updatedAt: writeTime(saved, now()) } : [];
		});
		await savedAnswers.bulkPut(changed);
		return changed.map(({ id }) => id);
	});
}
