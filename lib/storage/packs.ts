import { Dexie, type Table } from "dexie";
import * as z from "zod";
import { type Pack, packSchema } from "../../data/schema";
import { searchDocumentOf } from "../search/search-document";
import { buildSegment } from "../search/segment";
import type { LensDatabase } from "./database";
import { withStorageErrors } from "./storage-errors";

/** A pack file that is not what it should be; the message names the field. */
export class PackInvalidError extends Error {
	override readonly name = "PackInvalidError";
}

/** The pack that ships with the product. */
export interface BundledPack {
	id: string;
	version: string;
	/** Reads the file of the pack. */
	load: () => Promise<unknown>;
}

/**
 * Stores a pack with its index, in place of any other version of it. All or nothing:
 * whatever fails, what was stored before is still whole. Saved answers are not touched.
 */
export async function storePack(database: LensDatabase, pack: Pack): Promise<void> {
	const { answers, ...row } = pack;
	const { summary, postings } = buildSegment(answers.map(searchDocumentOf));
	const { packs, segments, postings: postingsTable, answers: answersTable } = database;
	await withStorageErrors(() =>
		database.transaction("rw", [packs, segments, postingsTable, answersTable], async () => {
			await deleteOfPack(postingsTable, pack.id);
			await deleteOfPack(answersTable, pack.id);
			await answersTable.bulkAdd(answers.map((answer) => ({ packId: pack.id, id: answer.id, answer })));
			await postingsTable.bulkAdd([...postings].map(([token, found]) => ({ packId: pack.id, token, ...found })));
			await segments.put({ packId: pack.id, ...summary });
			await packs.put(row);
		}),
	);
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
	await storePack(database, pack);
}

async function deleteOfPack<T>(table: Table<T, [string, string]>, packId: string): Promise<void> {
	await table.where(":id").between([packId, Dexie.minKey], [packId, Dexie.maxKey]).delete();
}
