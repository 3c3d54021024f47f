// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createConnection } from "../../lib/storage/connection";
import { openDatabase } from "../../lib/storage/database";
import { StorageUnreadableError } from "../../lib/storage/storage-errors";
import { type DatabaseDump, readAll, restoreDump } from "./database-dump";
import versionOne from "./fixtures/database-v1.json";
import versionThree from "./fixtures/database-v3.json";
import { openTestDatabase } from "./test-database";

/** What the browser calls the newest version: Dexie counts in tens. */
const currentVersion = 50;

/** Opens a database past the product, at the version that it has. */
function openRaw(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** The rows that are the reader's, as they lie on the disk. */
function readSaved(database: IDBDatabase): Promise<unknown[]> {
	return new Promise((resolve, reject) => {
		const request = database.transaction("savedAnswers").objectStore("savedAnswers").getAll();
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

describe("an update of the database", () => {
	it("that an old page holds back is given up in time, and done for the first request after that page is gone", async () => {
		const name = crypto.randomUUID();
		await restoreDump(name, versionThree);
		const oldPage = await openRaw(name);
		let bound: number | undefined = 50;
		const connection = createConnection(async () => {
			const database = await openDatabase(name, bound);
			onTestFinished(() => database.close());
			return database;
		});
		const countSaved = () => connection((database) => database.savedAnswers.count());

		await expect(countSaved()).rejects.toBeInstanceOf(StorageUnreadableError);
		oldPage.close();
		bound = undefined;

		expect(await countSaved()).toBe(
			versionThree.stores.find(({ name: store }) => store === "savedAnswers")?.rows.length,
		);
	});

	it("that breaks off half-way leaves every row as it was, and is done at the next try", async () => {
		const name = crypto.randomUUID();
		const expected = await restoreDump(name, versionOne);
		const put = vi.spyOn(IDBObjectStore.prototype, "put");
		put.mockImplementation(() => {
			throw new DOMException("The disk is on fire", "UnknownError");
		});

		await expect(openDatabase(name)).rejects.toBeInstanceOf(StorageUnreadableError);
		expect(put).toHaveBeenCalled();
		put.mockRestore();

		const untouched = await openRaw(name);
		expect(untouched.version).toBe(versionOne.nativeVersion);
		expect(await readSaved(untouched)).toEqual(expected.savedAnswers);
		untouched.close();
		expect(await (await openTestDatabase(name)).savedAnswers.count()).toBe(expected.savedAnswers?.length);
	});

	it("brings version 2, which held the reader's rows alone, to the same as version 1", async () => {
		const kept = ["savedAnswers", "meta"];
		const versionTwo = { nativeVersion: 20, stores: versionOne.stores.filter(({ name }) => kept.includes(name)) };

		expect(await afterUpdate(versionTwo)).toEqual(await afterUpdate(versionOne));
	});

	it("brings version 4 to the same as version 3", async () => {
		const facets = [
			{ name: "facetColumns", keyPath: ["edition", "first"] },
			{ name: "facetNames", keyPath: "edition" },
			{ name: "titleBlocks", keyPath: ["edition", "run", "block"] },
		].map((store) => ({ ...store, indexes: [], rows: [] }));
		const versionFour = { nativeVersion: 40, stores: [...versionThree.stores, ...facets] };

		expect(await afterUpdate(versionFour)).toEqual(await afterUpdate(versionThree));
	});
});

async function afterUpdate(dump: DatabaseDump): Promise<Record<string, unknown[]>> {
	const name = crypto.randomUUID();
	await restoreDump(name, dump);
	return readAll(await openTestDatabase(name));
}

describe("a database of a newer version", () => {
	it("is read by an older one, and nothing in it is wiped", async () => {
		const name = crypto.randomUUID();
		const expected = await restoreDump(name, { ...versionThree, nativeVersion: currentVersion + 100 });

		const database = await openTestDatabase(name);

		expect(await database.savedAnswers.toArray()).toEqual(expected.savedAnswers);
		expect(await database.meta.toArray()).toEqual(expected.meta);
	});
});

describe("a database that a broken profile has robbed", () => {
	it("of all its tables is begun anew, so that the loss is noticed, and works", async () => {
		const name = crypto.randomUUID();
		await restoreDump(name, { nativeVersion: currentVersion, stores: [] });

		const database = await openTestDatabase(name);

		expect((await database.meta.get("database"))?.id).toBeTruthy();
		expect(await database.savedAnswers.toArray()).toEqual([]);
	});

	it("of one table gets that table back, and keeps the others as they were", async () => {
		const name = crypto.randomUUID();
		const rest = versionThree.stores.filter(({ name: store }) => store !== "segments");
		const expected = await restoreDump(name, { nativeVersion: currentVersion, stores: rest });

		const database = await openTestDatabase(name);

		expect(await database.segments.toArray()).toEqual([]);
		expect(await database.savedAnswers.toArray()).toEqual(expected.savedAnswers);
	});
});
