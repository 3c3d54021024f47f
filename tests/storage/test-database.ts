import "fake-indexeddb/auto";
import { onTestFinished } from "vitest";
import { type Pack, packSchema } from "../../data/schema";
import { type LensDatabase, openDatabase } from "../../lib/storage/database";
import type { LocalData } from "../../lib/storage/local-data";
import { storePack } from "../../lib/storage/packs";
import type { Sentinel, SentinelStore } from "../../lib/storage/sentinel";
import { answerOf } from "../search/answer-of";

/** A new empty database under its own name, closed when the test ends. */
export async function openTestDatabase(name: string = crypto.randomUUID()): Promise<LensDatabase> {
	const database = await openDatabase(name);
	onTestFinished(() => database.close());
	return database;
}

/** A small valid pack. */
export function packOf(version: string, answers = [answerOf("one"), answerOf("two")]): Pack {
	return packSchema.parse({
		id: "bundled",
		name: `Test data ${version}`,
		version,
		origin: "Made up for a test",
		licence: "None",
		date: "2026-11-25",
		answers,
	});
}

/** Stores a pack as it is. */
export async function store(database: LensDatabase, { answers, ...header }: Pack): Promise<void> {
	await storePack(database, header, [answers]);
}

/** Where an answer was met, for tests. */
export const somewhere = { symptomId: null, sentence: "", pageTitle: "", pageUrl: "" };

/** A sentinel store in memory that remembers what was written. */
export function sentinelInMemory(): SentinelStore & { written: Sentinel[] } {
	const written: Sentinel[] = [];
	return {
		written,
		read: async () => written.at(-1),
		write: async (sentinel) => {
			written.push(sentinel);
		},
	};
}

/** `storage.local` in memory. */
export function localDataInMemory(data: Record<string, unknown> = {}): LocalData {
	return {
		read: async () => ({ ...data }),
		remove: async (keys) => {
			for (const key of keys) delete data[key];
		},
	};
}

/** Deletes a database as the browser does when it clears the storage. */
export function wipe(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});
}
