import { Dexie } from "dexie";

/** The database cannot be opened or read; the cause says why. */
export class StorageUnreadableError extends Error {
	override readonly name = "StorageUnreadableError";
}

/** The browser refused to write, or on a full disk even to open: the disk or our share of it is full. */
export class StorageFullError extends Error {
	override readonly name = "StorageFullError";
}

/** Runs work on the database; what the database throws comes out as one of the two errors above, a bug as it is. */
export async function withStorageErrors<T>(work: () => PromiseLike<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw await toStorageError(error);
	}
}

async function toStorageError(error: unknown): Promise<unknown> {
	if (error instanceof StorageUnreadableError || error instanceof StorageFullError) return error;
	const isOfDatabase = error instanceof Dexie.DexieError || error instanceof DOMException;
	if (hasQuotaError(error) || (isOfDatabase && (await isDiskFull()))) {
		return new StorageFullError("The database failed: storage is full", { cause: error });
	}
	if (isOfDatabase) {
		return new StorageUnreadableError(`The database failed: ${error.name}: ${error.message}`, { cause: error });
	}
	return error;
}

/**
 * Room, in bytes, below which the disk counts as full once the database has failed. Chromium 156 tells of none at all then; the
 * rest allows for what it frees meanwhile.
 */
const LEAST_ROOM = 1_000_000;

/**
 * Chromium has a name for our share of the disk being used up and none for the disk itself: a write is an AbortError then,
 * and the database cannot be opened, not even to be read (docs/browser-bugs.md). Its estimate tells.
 */
async function isDiskFull(): Promise<boolean> {
	try {
		const { quota, usage } = await navigator.storage.estimate();
		return quota !== undefined && usage !== undefined && quota - usage < LEAST_ROOM;
	} catch {
		// Not every place where this runs can tell.
		return false;
	}
}

// Dexie hides the quota error inside the AbortError of the transaction, or in the list of a bulk write.
function hasQuotaError(error: unknown): boolean {
	if (typeof error !== "object" || error === null) return false;
	if ("name" in error && error.name === "QuotaExceededError") return true;
	if ("failures" in error && Array.isArray(error.failures) && error.failures.some(hasQuotaError)) return true;
	return "inner" in error && error.inner !== error && hasQuotaError(error.inner);
}
