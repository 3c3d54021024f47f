import { Dexie } from "dexie";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { StorageFullError, StorageUnreadableError, withStorageErrors } from "../../lib/storage/storage-errors";

const quota = new DOMException("full", "QuotaExceededError");
const failWith = (error: unknown) => withStorageErrors(() => Promise.reject(error));

describe("an error of the database", () => {
	it.each([
		["the browser's own", quota],
		["inside an aborted transaction", new Dexie.AbortError("aborted", quota)],
		["among the failures of a bulk write", new Dexie.BulkError("bulkAdd failed", [quota])],
	])("is a full disk when that is the reason: %s", async (_, error) => {
		await expect(failWith(error)).rejects.toBeInstanceOf(StorageFullError);
	});

	it.each([
		["a closed connection", new Dexie.DatabaseClosedError("closed")],
		["an aborted transaction", new Dexie.AbortError("aborted")],
		["a broken profile", new DOMException("broken", "UnknownError")],
	])("is an unreadable storage otherwise: %s", async (_, error) => {
		await expect(failWith(error)).rejects.toBeInstanceOf(StorageUnreadableError);
	});

	it.each([
		["no room at all", 0, StorageFullError],
		["ample room", 50_000_000, StorageUnreadableError],
	])("without a reason is put down to the disk if that has no room: %s", async (_, room, kind) => {
		vi.stubGlobal("navigator", { storage: { estimate: async () => ({ usage: 2_000_000, quota: 2_000_000 + room }) } });
		onTestFinished(() => void vi.unstubAllGlobals());

		await expect(failWith(new Dexie.AbortError("aborted"))).rejects.toBeInstanceOf(kind);
	});

	it("is handed on as it is when it is a bug", async () => {
		const bug = new TypeError("bug");

		await expect(failWith(bug)).rejects.toBe(bug);
	});
});
