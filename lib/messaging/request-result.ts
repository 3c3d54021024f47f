import { StorageFullError, StorageUnreadableError } from "../storage/storage-errors";
import type { FailureReason, Result } from "./protocol";

/** Does the work of a request; a want of storage becomes its result, anything else is a bug and throws. */
export async function asResult<T>(work: () => Promise<T>): Promise<Result<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return { ok: false, reason: reasonOf(error) };
	}
}

/** A result that found nothing says so as a failure. */
export function foundOnly<T>(result: Result<T | undefined>): Result<T> {
	if (!result.ok) return result;
	return result.value === undefined ? { ok: false, reason: "not-found" } : { ok: true, value: result.value };
}

function reasonOf(error: unknown): FailureReason {
	if (error instanceof StorageFullError) return "storage-full";
	if (error instanceof StorageUnreadableError) return "storage-unreadable";
	throw error;
}
