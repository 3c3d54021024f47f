import type { Answer } from "../../data/schema";
import type { LensDatabase, LooseEditionRow, PackRow } from "./database";
import { removeEdition } from "./editions";

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

/** Removes a pack; saved answers stay. False if there is none. Its rows are cleared after it is gone, by the next sweep at the latest. */
export async function removePack(database: LensDatabase, id: string, now = Date.now): Promise<boolean> {
	const { packs, looseEditions } = database;
	const edition = await database.transaction("rw", [packs, looseEditions], async () => {
		const pack = await packs.get(id);
		if (!pack) return undefined;
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
	if (edition === undefined) return false;
	await removeEdition(database, edition);
	await looseEditions.delete(edition);
	return true;
}

/** Imports that were interrupted and of which the reader has not been told. */
export async function listInterruptedImports(database: LensDatabase): Promise<LooseEditionRow[]> {
	return database.looseEditions.filter(({ state }) => state === "interrupted").toArray();
}

/** The reader has been told of all interrupted imports. */
export async function acknowledgeInterruptedImports(database: LensDatabase): Promise<void> {
	await database.looseEditions.filter(({ state }) => state === "interrupted").delete();
}

/** Answers that are read at once when a pack is exported. */
const ANSWERS_AT_ONCE = 500;

/** The answers of an edition in order, in batches. */
export async function* readAnswers(database: LensDatabase, edition: string): AsyncGenerator<Answer[]> {
	for (let first = 0; ; first += ANSWERS_AT_ONCE) {
		const rows = await database.answers
			.where(":id")
			.between([edition, first], [edition, first + ANSWERS_AT_ONCE], true, false)
			.toArray();
		if (rows.length === 0) return;
		yield rows.map(({ answer }) => answer);
	}
}
