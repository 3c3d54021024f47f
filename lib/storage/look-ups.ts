import type { SymptomId } from "../../data/schema";
import type { LookUp } from "../messaging/protocol";
import type { LensDatabase } from "./database";

/** Most symptoms that are remembered: the oldest make room. It is a reminder, not a record. */
export const MOST_LOOK_UPS = 50;

/** Remembers that a symptom's card was opened. Whether the reader wants that is for the caller to know. */
export async function noteLookUp(database: LensDatabase, symptomId: SymptomId, now = Date.now): Promise<void> {
	const { lookUps } = database;
	await database.transaction("rw", lookUps, async () => {
		const before = await lookUps.get(symptomId);
		await lookUps.put({ symptomId, at: now(), count: (before?.count ?? 0) + 1 });
		const old = await lookUps.orderBy("at").reverse().offset(MOST_LOOK_UPS).primaryKeys();
		await lookUps.bulkDelete(old);
	});
}

/** What was looked up, last first. A restore may have brought more: they go with the next look-up. */
export async function listLookUps({ lookUps }: LensDatabase): Promise<LookUp[]> {
	return lookUps.orderBy("at").reverse().limit(MOST_LOOK_UPS).toArray();
}

/** Forgets a symptom, or with null all of them. Nothing is left of what is forgotten. */
export async function forgetLookUps({ lookUps }: LensDatabase, symptomId: SymptomId | null): Promise<void> {
	await (symptomId === null ? lookUps.clear() : lookUps.delete(symptomId));
}
