import { type LensDatabase, openDatabase } from "./database";
import { StorageUnreadableError, withStorageErrors } from "./storage-errors";

/** Runs work on the open database; opens it first where needed. Throws the errors of `storage-errors.ts`. */
export type Connection = <T>(work: (database: LensDatabase) => PromiseLike<T>) => Promise<T>;

/**
 * One connection for everybody who asks. A connection that has died (the browser
 * cleared the storage, another version of the product took over, the profile broke)
 * is given up and the work is done again, once, on a new one. So work must be safe
 * to repeat: one transaction, or steps that find what they did before.
 */
export function createConnection(open: () => Promise<LensDatabase> = openDatabase): Connection {
	let opening: Promise<LensDatabase> | undefined;

	const runOnce = async <T>(work: (database: LensDatabase) => PromiseLike<T>): Promise<T> => {
		opening ??= open();
		const current = opening;
		let isOpen = false;
		try {
			const database = await current;
			isOpen = true;
			return await withStorageErrors(() => work(database));
		} catch (error) {
			// Others may have opened a new connection while this one failed: theirs stays.
			const isDead = error instanceof StorageUnreadableError || !isOpen;
			if (isDead && opening === current) {
				opening = undefined;
				closeQuietly(current);
			}
			throw error;
		}
	};

	return async (work) => {
		const wasOpen = opening !== undefined;
		try {
			return await runOnce(work);
		} catch (error) {
			// What cannot even be opened afresh is broken, and asking again would only take longer.
			if (!wasOpen || !(error instanceof StorageUnreadableError)) throw error;
			return runOnce(work);
		}
	};
}

function closeQuietly(opening: Promise<LensDatabase>): void {
	opening.then(
		(database) => database.close(),
		// What never opened needs no closing; its failure has been reported already.
		() => undefined,
	);
}
