import { isKept } from "../backup/one-row-each";
import type { LensDatabase } from "./database";

/** Where it lies in `storage.local`. It outlives the settings there. */
export const SENTINEL_KEY = "sentinel";

/**
 * What lies outside the database to tell that it vanished: a browser that clears
 * the storage hands us an empty database without an error (`docs/faults.md`, 15).
 * Content scripts can read it, so it holds nothing personal.
 */
export interface Sentinel {
	databaseId: string;
	/** Whether anything was on the personal list or in the diary. */
	hasSaved: boolean;
}

/** Where the sentinel lies; `local-sentinel-store.ts` is the one of the product. */
export interface SentinelStore {
	read: () => Promise<Sentinel | undefined>;
	write: (sentinel: Sentinel) => Promise<void>;
}

// Two pages that read, compare and write at once would undo each other.
const LOCK = "symptom-lens-sentinel";

/**
 * Compares the sentinel with the database and brings it up to date. True while the
 * list that it remembers is gone and the reader has not acknowledged it; until then
 * the sentinel is left as it is, whatever is saved meanwhile.
 */
export async function checkForLoss(database: LensDatabase, store: SentinelStore): Promise<boolean> {
	return navigator.locks.request(LOCK, async () => {
		const current = await describe(database);
		const stored = await store.read();
		if (stored?.hasSaved && stored.databaseId !== current.databaseId) return true;
		const isCurrent = stored?.databaseId === current.databaseId && stored.hasSaved === current.hasSaved;
		if (!isCurrent) await store.write(current);
		return false;
	});
}

/** Takes the database as it is from now on; a loss is not reported again. */
export async function acknowledgeLoss(database: LensDatabase, store: SentinelStore): Promise<void> {
	await navigator.locks.request(LOCK, async () => store.write(await describe(database)));
}

async function describe({ meta, savedAnswers, diary }: LensDatabase): Promise<Sentinel> {
	const [row, saved, logged] = await Promise.all([
		meta.get("database"),
		savedAnswers.filter(isKept).first(),
		diary.filter(isKept).first(),
	]);
	return { databaseId: row?.id ?? "", hasSaved: saved !== undefined || logged !== undefined };
}
