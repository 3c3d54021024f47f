// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { type LensDatabase, openDatabase } from "../../lib/storage/database";

/** Does work on a new empty database, which is gone afterwards: a long run must not fill the memory. */
export async function withFuzzDatabase(work: (database: LensDatabase) => Promise<void>): Promise<void> {
	const database = await openDatabase(`fuzz-${crypto.randomUUID()}`);
	try {
		await work(database);
	} finally {
		await database.delete();
	}
}
