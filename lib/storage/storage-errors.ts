import { Dexie } from "dexie";

/** The database cannot be opened or read; the cause says why. */
export class StorageUnreadableError extends Error {
	override readonly name = "StorageUnreadableError";
}

/** The browser refused to write: the disk or our share of it is full. */
export class StorageFullError extends Error {
	override readonly name = "StorageFullError";
}

/** Runs work on the database; what the database throws comes out as one of the two errors above, a bug as it is. */
export async function withStorageErrors<T>(work: () => PromiseLike<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw toStorageError(error);
	}
}

function toStorageError(error: unknown): unknown {
	if (error instanceof StorageUnreadableError || error instanceof StorageFullError) return error;
	if (hasQuotaError(error))
		return new StorageFullError("The browser refused to write: storage is full", { cause: error });
	if (error instanceof Dexie.DexieError || error instanceof DOMException) {
		return new StorageUnreadableError(`The database failed: ${error.name}: ${error.message}`, { cause: error });
	}
	return error;
}

// Dexie hides the quota error inside the AbortError of the transaction, or in the list of a bulk write.
function hasQuotaError(error: unknown): boolean {
	if (typeof error !== "object" || error === null) return false;
	if ("name" in error && error.name === "QuotaExceededError") return true;
	if ("failures" in error && Array.isArray(error.failures) && error.failures.some(hasQuotaError)) return true;
	return "inner" in error && error.inner !== error && hasQuotaError(error.inner);
}
