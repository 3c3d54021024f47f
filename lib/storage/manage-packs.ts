import type { Answer } from "../../data/schema";
import { noteAllCapturesRemoved } from "./capture-times";
import { CAPTURED_PACK_ID } from "./captured-pack";
import type { LensDatabase, LooseEditionRow, PackRow } from "./database";
import { clearIfPossible } from "./editions";
import type { PackHeader } from "./packs";

/** All packs, the one of the product first, then by name. */
export async function listPacks(database: LensDatabase, bundledId: string): Promise<PackRow[]> {
	const packs = await database.packs.toArray();
	return packs.sort(
		(one, other) => Number(other.id === bundledId) - Number(one.id === bundledId) || one.name.localeCompare(other.name),
	);
}

/** Changes what a reader may change of a pack. Undefined if there is none. */
export async function changePack(
	database: LensDatabase,
	id: string,
	change: Partial<Pick<PackRow, "name" | "isOn">>,
): Promise<PackRow | undefined> {
	return database.transaction("rw", database.packs, async () => {
		const pack = await database.packs.get(id);
		if (!pack) return undefined;
		const changed = { ...pack, ...change };
		await database.packs.put(changed);
		return changed;
	});
}

/** Removes a pack with its rows; saved answers stay. False if there is none. */
export async function removePack(database: LensDatabase, id: string, now = Date.now): Promise<boolean> {
	const edition = await hidePack(database, id, now);
	if (edition === undefined) return false;
	await clearIfPossible(database, edition);
	return true;
}

/**
 * Takes a pack out of sight; its rows are cleared by the next sweep. Returns the
 * edition they are stored under, undefined if there is no such pack.
 */
export async function hidePack(database: LensDatabase, id: string, now = Date.now): Promise<string | undefined> {
	const { packs, looseEditions, answers, meta } = database;
	return database.transaction("rw", [packs, looseEditions, answers, meta], async () => {
		const pack = await packs.get(id);
		if (!pack) return undefined;
		if (id === CAPTURED_PACK_ID) await noteAllCapturesRemoved(database, pack.edition, now());
		await packs.delete(id);
		await looseEditions.add({
			edition: pack.edition,
			packId: id,
			packName: pack.name,
			since: now(),
			state: "replaced",
		});
		return pack.edition;
	});
}

/** Imports that were interrupted and of which the reader has not been told. */
export async function listInterruptedImports(database: LensDatabase): Promise<LooseEditionRow[]> {
	return database.looseEditions.filter(({ state }) => state === "interrupted").toArray();
}

/** The reader has been told of all interrupted imports. */
export async function acknowledgeInterruptedImports(database: LensDatabase): Promise<void> {
	await database.looseEditions.filter(({ state }) => state === "interrupted").delete();
}

/** Answers that are read at once: about half a megabyte. */
const ANSWERS_AT_ONCE = 500;

/** The answers of an edition from a number on, in order, at most `ANSWERS_AT_ONCE`. None are left if there are fewer. */
async function readSomeAnswers(database: LensDatabase, edition: string, first: number): Promise<Answer[]> {
	const range = database.answers
		.where(":id")
		.between([edition, first], [edition, first + ANSWERS_AT_ONCE], true, false);
	return (await range.toArray()).map(({ answer }) => answer);
}

/** The answers of an edition in order, in batches. */
export async function* readAnswers(database: LensDatabase, edition: string): AsyncGenerator<Answer[]> {
	for (let first = 0; ; first += ANSWERS_AT_ONCE) {
		const answers = await readSomeAnswers(database, edition, first);
		if (answers.length > 0) yield answers;
		if (answers.length < ANSWERS_AT_ONCE) return;
	}
}

/** A part of a pack: what is known of it, answers from a number on, and the number of the next part's first; null after the last. */
export interface PackPart {
	header: PackHeader;
	answers: Answer[];
	next: number | null;
}

/** One part of a pack for its export; undefined if there is no such version of it any more. */
export async function readPackPart(
	database: LensDatabase,
	{ id, version, first }: { id: string; version: string; first: number },
): Promise<PackPart | undefined> {
	return database.transaction("r", [database.packs, database.answers], async () => {
		const pack = await database.packs.get(id);
		if (pack?.version !== version) return undefined;
		const { name, origin, licence, date } = pack;
		const answers = await readSomeAnswers(database, pack.edition, first);
		const next = first + answers.length < pack.answerCount ? first + answers.length : null;
		return { header: { id, name, version, origin, licence, date }, answers, next };
	});
}
