import type { Answer, AnswerId } from "../../data/schema";
import type { FoundAnswer } from "../messaging/protocol";
import type { LensDatabase, PackRow } from "./database";
import { findSaved } from "./saved-answers";

/** An answer of a pack; undefined if the pack or the answer is gone. Call it inside a transaction over packs and answers. */
export async function readStoredAnswer(
	{ packs, answers }: LensDatabase,
	packId: string,
	answerId: AnswerId,
): Promise<{ pack: PackRow; answer: Answer } | undefined> {
	const pack = await packs.get(packId);
	const row = pack && (await answers.where("[edition+id]").equals([pack.edition, answerId]).first());
	return pack && row && { pack, answer: row.answer };
}

/** The same for a page, with the reader's saved copy; nothing was asked that it could fit. */
export async function readFoundAnswer(
	database: LensDatabase,
	packId: string,
	answerId: AnswerId,
): Promise<FoundAnswer | undefined> {
	const { packs, answers, savedAnswers } = database;
	return database.transaction("r", [packs, answers, savedAnswers], async () => {
		const stored = await readStoredAnswer(database, packId, answerId);
		if (!stored) return undefined;
		const savedId = (await findSaved(database, packId, answerId))?.id ?? null;
		const found = { matchedWords: [], passage: null, sameAsker: { age: false, sex: false } };
		return { packId, packName: stored.pack.name, answer: stored.answer, savedId, ...found };
	});
}
