import type { LensDatabase } from "./database";
import { forgetFolderHandle } from "./folder-handle";
import type { LocalData } from "./local-data";
import { hidePack } from "./manage-packs";
import { SENTINEL_KEY } from "./sentinel";

/** The kinds of things that a reader's device keeps for them, each of which can be deleted alone. */
export const STORED_KINDS = ["saved", "packs", "diary", "lookUps", "settings"] as const;
export type StoredKind = (typeof STORED_KINDS)[number];

/** How much of a kind is stored; bytes are those of the texts, without what the browser adds. */
interface StoredAmount {
	count: number;
	bytes: number;
}

export type StorageReport = Record<StoredKind | "bundled", StoredAmount>;

/** What the file of several computers holds: it would bring all of this back at once. */
const SHARED_KINDS: readonly StoredKind[] = ["saved", "packs", "diary"];

/** What is stored, kind by kind. Removed answers and episodes whose rows still lie there count as well. */
export async function describeStored(
	database: LensDatabase,
	localData: LocalData,
	bundledId: string,
): Promise<StorageReport> {
	const packs = await database.packs.toArray();
	const amountOf = (isBundled: boolean): StoredAmount => {
		const some = packs.filter(({ id }) => (id === bundledId) === isBundled);
		return { count: some.length, bytes: some.reduce((sum, { textLength }) => sum + textLength, 0) };
	};
	const settings = Object.entries(await localData.read()).filter(([key]) => key !== SENTINEL_KEY);
	return {
		bundled: amountOf(true),
		packs: amountOf(false),
		saved: await measure(database.savedAnswers),
		diary: await measure(database.diary),
		lookUps: await measure(database.lookUps),
		settings: { count: settings.length, bytes: settings.reduce((sum, entry) => sum + bytesOf(entry), 0) },
	};
}

/** Deletes all of a kind, for good; a file that would bring it back is shared no more. Packs are out of sight at once; their rows are cleared by the next sweep. */
export async function deleteStored(
	database: LensDatabase,
	localData: LocalData,
	kind: StoredKind,
	bundledId: string,
): Promise<void> {
	if (SHARED_KINDS.includes(kind)) await forgetFolderHandle();
	if (kind === "saved") await database.savedAnswers.clear();
	if (kind === "diary") await database.diary.clear();
	if (kind === "lookUps") await database.lookUps.clear();
	if (kind === "packs") {
		const ids = await database.packs.toCollection().primaryKeys();
		for (const id of ids) if (id !== bundledId) await hidePack(database, id);
		await database.looseEditions.filter(({ state }) => state === "interrupted").delete();
	}
	if (kind === "settings") {
		const keys = Object.keys(await localData.read());
		await localData.remove(keys.filter((key) => key !== SENTINEL_KEY));
	}
}

/** Deletes the database and everything beside it. Whoever asks for anything next gets an empty library, as on the first day. */
export async function deleteEverything(database: LensDatabase, localData: LocalData): Promise<void> {
	await forgetFolderHandle();
	await database.delete();
	await localData.remove(Object.keys(await localData.read()));
}

async function measure(table: { each: (visit: (row: unknown) => void) => PromiseLike<void> }): Promise<StoredAmount> {
	const amount = { count: 0, bytes: 0 };
	await table.each((row) => {
		amount.count++;
		amount.bytes += bytesOf(row);
	});
	return amount;
}

function bytesOf(value: unknown): number {
	return new TextEncoder().encode(JSON.stringify(value)).length;
}
