import type { SymptomId } from "../../data/schema";
import { messenger } from "./messenger";

/**
 * Tells the background that a symptom's card is on show. Whatever comes of it, the card goes on. Apart from
 * `look-ups.ts`, because the card carries no schemas.
 */
export async function tellLookUp(symptomId: SymptomId): Promise<void> {
	await messenger.sendMessage("noteLookUp", { symptomId }).catch(() => undefined);
}
