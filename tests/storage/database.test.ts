// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { createConnection } from "../../lib/storage/connection";
import { openDatabase } from "../../lib/storage/database";
import { StorageFullError, StorageUnreadableError } from "../../lib/storage/storage-errors";
import { readAll, restoreDump } from "./database-dump";
import fixture from "./fixtures/database-v1.json";
import beforeFacets from "./fixtures/database-v3.json";
import { openTestDatabase, wipe } from "./test-database";

describe("the database", () => {
	it("has an identity of its own from the first moment, and keeps it", async () => {
		const name = crypto.randomUUID();
		const first = await openTestDatabase(name);
		const id = (await first.meta.get("database"))?.id;
		first.close();

		const again = await openTestDatabase(name);

		expect(id).toBeTruthy();
		expect((await again.meta.get("database"))?.id).toBe(id);
	});

	it("that cannot be opened is reported as unreadable", async () => {
		const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
			throw new DOMException(
				"A mutation operation was attempted on a database that did not allow it",
				"InvalidStateError",
			);
		});

		await expect(openDatabase(crypto.randomUUID())).rejects.toBeInstanceOf(StorageUnreadableError);
		open.mockRestore();
	});

	it("that never answers is given up", async () => {
		const open = vi.spyOn(indexedDB, "open").mockImplementation(() => new EventTarget() as IDBOpenDBRequest);

		await expect(openDatabase(crypto.randomUUID(), 20)).rejects.toThrow("in time");
		open.mockRestore();
	});

	it("of an old page closes for good when a newer version takes over", async () => {
		const name = crypto.randomUUID();
		const old = await openTestDatabase(name);

		const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name, 1_000);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});

		await expect(old.savedAnswers.toArray()).rejects.toThrow("closed");
		upgraded.close();
	});

	it("of version 1 opens with all that is the reader's; the packs of the product are stored anew", async () => {
		const name = crypto.randomUUID();
		const expected = await restoreDump(name, fixture);

		const database = await openTestDatabase(name);

		expect(await readAll(database)).toEqual({
			...withoutNotes(expected),
			packs: [],
			segments: [],
			postings: [],
			answers: [],
			runs: [],
			facetColumns: [],
			facetNames: [],
			titleBlocks: [],
			looseEditions: [],
			diary: [],
			lookUps: [],
		});
		expect(expected.savedAnswers).toHaveLength(2);
	});

	it("of version 3 opens with everything as it was", async () => {
		const name = crypto.randomUUID();
		const expected = await restoreDump(name, beforeFacets);

		const database = await openTestDatabase(name);

		expect(await readAll(database)).toEqual({
			...withoutNotes(expected),
			...{ facetColumns: [], facetNames: [], titleBlocks: [], diary: [], lookUps: [] },
		});
		expect(expected.answers).toHaveLength(3);
	});
});

/** What was saved before there were notes and tags has none. */
const withoutNotes = (rows: Awaited<ReturnType<typeof restoreDump>>) => ({
	...rows,
	savedAnswers: rows.savedAnswers?.map((saved) => ({ ...(saved as object), note: "", tags: [] })),
});

describe("a connection", () => {
	it("is opened once for all", async () => {
		const open = vi.fn(() => openTestDatabase());
		const connection = createConnection(open);

		await Promise.all([connection(async (database) => database.packs.count()), connection(async () => 1)]);

		expect(open).toHaveBeenCalledTimes(1);
	});

	it("that died is opened again for the request that finds out", async () => {
		const name = crypto.randomUUID();
		const connection = createConnection(() => openTestDatabase(name));
		await connection(async (database) => database.packs.count());
		await wipe(name);

		expect(await connection(async (database) => database.packs.count())).toBe(0);
	});

	it.each([
		["broken", new StorageUnreadableError("broken")],
		["on a full disk", new StorageFullError("full")],
	])("that could not be opened, %s, is tried again by the next request", async (_, error) => {
		const open = vi.fn(() => openTestDatabase()).mockRejectedValueOnce(error);
		const connection = createConnection(open);

		await expect(connection(async () => 1)).rejects.toBe(error);
		expect(await connection(async () => 1)).toBe(1);
	});

	it("survives a bug in the work done on it", async () => {
		const open = vi.fn(() => openTestDatabase());
		const connection = createConnection(open);

		await expect(connection(async () => Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
		await connection(async () => 1);

		expect(open).toHaveBeenCalledTimes(1);
	});
});
