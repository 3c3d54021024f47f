import { answerKeyOf, isKept, oneRowEach } from "../backup/one-row-each";
import {
	fitsSaved,
	placeOfSaved,
	SavedFacetCounter,
	type SavedFacets,
	type SavedPlace,
	sortSaved,
} from "../browse/saved-choice";
import { DuplicateFinder, type DuplicateGroup } from "../browse/saved-duplicates";
import type { SavedAnswer, SavedListRequest } from "../messaging/protocol";
import { type SavedNames, savedMatcher, savedNames, spelledLike } from "../search/filter-saved";
import type { LensDatabase } from "./database";
import { keptCopies } from "./saved-answers";

/**
 * Rows that are read at once. Between two portions others get their turn: in Firefox the
 * background shares its thread with the pages that show the list.
 */
const ROWS_AT_ONCE = 250;

/** The personal list, chosen and sorted. */
export interface BrowsedSaved {
	/** Of all that fit, in order. */
	ids: string[];
	/** The first of them, as many as were asked for. */
	rows: SavedAnswer[];
	/** How many are saved at all. */
	count: number;
	/** What each filter has to offer, of all that is saved. */
	facets: SavedFacets;
	duplicates: DuplicateGroup[];
}

/** Most groups of duplicates that are told at once: nobody reads on, and the rest comes when these are merged. */
const MOST_GROUPS = 100;

/** Looks through the whole personal list; where no answer holds the words, those with names that are spelled like them. */
export async function browseSaved(
	database: LensDatabase,
	{ text, filter, sort, count: rowCount }: SavedListRequest,
): Promise<BrowsedSaved> {
	const holdsWords = savedMatcher(text);
	const found: SavedPlace[] = [];
	const names: SavedNames[] = [];
	const counter = new SavedFacetCounter();
	const finder = new DuplicateFinder();
	let count = 0;
	await eachKept(database, (saved) => {
		count++;
		counter.add(saved);
		finder.add(saved);
		if (!fitsSaved(saved, filter)) return;
		if (holdsWords(saved)) found.push(placeOfSaved(saved));
		else names.push(savedNames(saved));
	});
	const ids =
		found.length > 0 || text.trim() === ""
			? sortSaved(found, sort).map(({ id }) => id)
			: await spelledLike(names, text);
	return {
		ids,
		rows: await readSavedAnswers(database, ids.slice(0, rowCount)),
		count,
		facets: counter.facets(),
		duplicates: finder.groups().slice(0, MOST_GROUPS),
	};
}

/** Saved answers by their ids, in that order and as they are shown; without those that are not on the list. */
export async function readSavedAnswers(database: LensDatabase, ids: string[]): Promise<SavedAnswer[]> {
	const found = (await database.savedAnswers.bulkGet(ids)).filter((saved) => saved !== undefined).filter(isKept);
	const shown = new Map(oneRowEach(await keptCopies(database, found)).map((row) => [answerKeyOf(row), row]));
	return [...new Set(found.map((row) => shown.get(answerKeyOf(row)) ?? row))];
}

// By answer, so that the copies of one stand together.
async function eachKept({ savedAnswers }: LensDatabase, look: (saved: SavedAnswer) => void): Promise<void> {
	const byAnswer = savedAnswers.orderBy("[packId+answerId]");
	let rows = await byAnswer.limit(ROWS_AT_ONCE).toArray();
	for (;;) {
		const last = rows.at(-1);
		if (!last) return;
		const copiesOfLast = await savedAnswers.where("[packId+answerId]").equals([last.packId, last.answerId]).toArray();
		const whole = [...rows.filter((row) => answerKeyOf(row) !== answerKeyOf(last)), ...copiesOfLast];
		for (const saved of oneRowEach(whole.filter(isKept))) look(saved);
		rows = await savedAnswers
			.where("[packId+answerId]")
			.above([last.packId, last.answerId])
			.limit(ROWS_AT_ONCE)
			.toArray();
	}
}
