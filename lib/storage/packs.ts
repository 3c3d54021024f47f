import type { Table } from "dexie";
import * as z from "zod";
import { type Answer, type Pack, packSchema } from "../../data/schema";
import type { LensDatabase, LooseEditionRow, PackRow } from "./database";
import { clearIfPossible, type OnStep, removeEdition, writeEdition } from "./editions";
import { StorageFullError, withStorageErrors } from "./storage-errors";

/** A pack file that is not what it should be; the message names the field. */
class PackInvalidError extends Error {
	override readonly name = "PackInvalidError";
}

/** The pack that ships with the product. */
export interface BundledPack {
	id: string;
	version: string;
	/** Reads the file of the pack. */
	load: () => Promise<unknown>;
}

/** What is known of a pack before its answers are read. */
export type PackHeader = Omit<Pack, "answers">;

interface StoreOptions {
	signal?: AbortSignal;
	largestRun?: number;
	now?: () => number;
	/** Called after each step of what comes after the answers: the index is merged, rows are cleared away. */
	onStep?: OnStep;
	/** What becomes visible together with the pack, or not at all; run in the same transaction. */
	alongside?: { tables: Table[]; write: () => Promise<unknown> };
}

type Batches = Iterable<readonly Answer[]> | AsyncIterable<readonly Answer[]>;

/**
 * Stores a pack with its index, in place of any other version of it, whose rows are
 * cleared away. Returns the version that was replaced, null if there was none.
 */
export async function storePack(
	database: LensDatabase,
	header: PackHeader | (() => PackHeader),
	batches: Batches,
	options: StoreOptions = {},
): Promise<string | null> {
	const replaced = await putPack(database, header, batches, options);
	// The new version stands, whatever becomes of the rows of the old one.
	if (replaced) await clearIfPossible(database, replaced.edition, options.onStep);
	return replaced?.version ?? null;
}

/**
 * The same, but the rows of a replaced version, which can be many, are left to
 * `sweepEditions`. All or nothing: whatever fails, what was stored before is still
 * whole, and what an end of the browser leaves behind is cleared away by the sweep.
 * Saved answers are not touched. The header may be a function, which is asked again
 * when all answers are stored. Returns what was replaced. Throws the signal's reason
 * when aborted.
 */
export async function putPack(
	database: LensDatabase,
	header: PackHeader | (() => PackHeader),
	batches: Batches,
	options: StoreOptions = {},
): Promise<PackRow | undefined> {
	const edition = crypto.randomUUID();
	const { looseEditions, packs, segments } = database;
	const since = (options.now ?? Date.now)();
	const headerNow = () => (typeof header === "function" ? header() : header);
	const looseOf = ({ id, name }: PackHeader) => ({ edition, packId: id, packName: name, since });
	const put = async () => {
		await looseEditions.add({ ...looseOf(headerNow()), state: "writing" });
		try {
			const { summary, textLength } = await writeEdition(database, edition, batches, options);
			// The header of a pack may stand after its answers.
			const known = headerNow();
			const tables = [packs, segments, looseEditions, ...(options.alongside?.tables ?? [])];
			return await database.transaction("rw", tables, async () => {
				await options.alongside?.write();
				const before = await packs.get(known.id);
				await segments.add({ edition, ...summary });
				const answerCount = summary.documentCount;
				const isOn = before?.isOn ?? true;
				await packs.put({ ...known, edition, answerCount, textLength, isOn, storedAt: since });
				await looseEditions.delete(edition);
				if (before) await looseEditions.add({ ...looseOf(known), edition: before.edition, state: "replaced" });
				return before;
			});
		} catch (error) {
			await clearIfPossible(database, edition, options.onStep);
			throw error;
		}
	};
	return withStorageErrors(() => navigator.locks.request(lockOf(edition), put));
}

/**
 * Clears away what interrupted imports and replaced versions left behind, which for
 * a large pack takes seconds. What somebody is still writing is left alone.
 */
export async function sweepEditions(database: LensDatabase): Promise<void> {
	await noteInterruptedImports(database);
	const abandoned = await listAbandoned(database);
	for (const { edition } of abandoned) await removeEdition(database, edition);
	// On a full disk there was no room for the note before.
	await noteInterruptedImports(database);
	const editions = abandoned.map(({ edition }) => edition);
	await database.looseEditions
		.where(":id")
		.anyOf(editions)
		.filter(({ state }) => state === "replaced")
		.delete();
}

/** Puts every interrupted import on record, without waiting for its rows to be cleared, until the reader has been told. */
export async function noteInterruptedImports(database: LensDatabase): Promise<void> {
	const { looseEditions } = database;
	for (const row of await listAbandoned(database)) {
		const noting = database.transaction("rw", looseEditions, async () => {
			// Another page may have noted it meanwhile.
			if ((await looseEditions.get(row.edition))?.state !== "writing") return;
			await looseEditions.put({ ...row, state: "replaced" });
			await looseEditions.add({ ...row, edition: crypto.randomUUID(), state: "interrupted" });
		});
		await withStorageErrors(() => noting).catch((error) => {
			if (!(error instanceof StorageFullError)) throw error;
		});
	}
}

const runs = new WeakMap<LensDatabase, Promise<void>>();

/** Makes sure that this version of the bundled pack is stored; calls that come meanwhile wait for the same run. */
export function ensureBundledPack(database: LensDatabase, bundled: BundledPack): Promise<void> {
	const running = runs.get(database);
	if (running) return running;
	const run = storeIfNew(database, bundled).finally(() => runs.delete(database));
	runs.set(database, run);
	return run;
}

/** Checks what a pack file holds. Throws `PackInvalidError` with the first mistake. */
export function parsePack(content: unknown): Pack {
	const parsed = packSchema.safeParse(content);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const field = (issue && z.core.toDotPath(issue.path)) || "(whole file)";
	throw new PackInvalidError(`The answer pack is damaged: ${field}: ${issue?.message}`);
}

async function storeIfNew(database: LensDatabase, { id, version, load }: BundledPack): Promise<void> {
	const stored = await withStorageErrors(() => database.packs.get(id));
	if (stored?.version === version) return;
	const pack = parsePack(await load());
	// A file that is not the announced one would be stored again at every start.
	if (pack.id !== id || pack.version !== version) {
		throw new PackInvalidError(
			`The answer pack is damaged: version: expected ${id} ${version}, found ${pack.id} ${pack.version}`,
		);
	}
	const { answers, ...header } = pack;
	await storePack(database, header, [answers]);
}

// The browser gives a lock back when its owner ends, however it ends.
const lockOf = (edition: string) => `symptom-lens-edition-${edition}`;

/** Editions of which rows may lie about and which nobody writes. */
async function listAbandoned({ looseEditions }: LensDatabase): Promise<LooseEditionRow[]> {
	const rows = await looseEditions.filter(({ state }) => state !== "interrupted").toArray();
	// Only now: the writer of every edition that was listed has had its lock since before.
	const { held = [] } = await navigator.locks.query();
	return rows.filter(({ edition }) => !held.some(({ name }) => name === lockOf(edition)));
}
