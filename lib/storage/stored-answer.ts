import type { Answer, AnswerId } from "../../data/schema";
import type { LensDatabase, PackRow } from "./database";

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
