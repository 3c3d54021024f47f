import { Dexie } from "dexie";
import type { AnswerId } from "../../data/schema";
import { writeTime } from "../backup/write-time";
import type { CaptureTime, LensDatabase } from "./database";

/** What was kept before its time was noted: older than anything that was. */
const UNKNOWN: CaptureTime = { updatedAt: 0, deletedAt: null };

/** When each captured answer was kept or removed, by its id. The answers of a pack have no times of their own. */
export async function readCaptureTimes({ meta }: LensDatabase): Promise<Map<string, CaptureTime>> {
	const row = await meta.get("captures");
	return new Map(Object.entries(row?.times ?? {}));
}

/** The time of one captured answer. */
export function captureTimeOf(times: ReadonlyMap<string, CaptureTime>, id: AnswerId): CaptureTime {
	return times.get(id) ?? UNKNOWN;
}

/** Replaces what is noted. Call it inside a transaction that writes `meta`. */
export async function writeCaptureTimes(
	{ meta }: LensDatabase,
	times: ReadonlyMap<string, CaptureTime>,
): Promise<void> {
	await meta.put({ key: "captures", times: Object.fromEntries(times) });
}

/** Notes that answers were kept or removed now. Call it inside a transaction that writes `meta`. */
export async function noteCaptures(
	database: LensDatabase,
	ids: readonly string[],
	now: number,
	change: "kept" | "removed",
): Promise<void> {
	const times = await readCaptureTimes(database);
	for (const id of ids) {
		const updatedAt = writeTime(times.get(id) ?? UNKNOWN, now);
		times.set(id, { updatedAt, deletedAt: change === "removed" ? updatedAt : null });
	}
	await writeCaptureTimes(database, times);
}

/** The same for all answers of the captured pack, which is removed. Call it inside a transaction over `answers` and `meta`. */
export async function noteAllCapturesRemoved(database: LensDatabase, edition: string, now: number): Promise<void> {
	const ids: string[] = [];
	const rows = database.answers.where("[edition+id]").between([edition, Dexie.minKey], [edition, Dexie.maxKey]);
	await rows.eachKey((key) => ids.push((key as unknown as [string, string])[1]));
	await noteCaptures(database, ids, now, "removed");
}
