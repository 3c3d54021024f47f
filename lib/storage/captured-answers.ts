import type { Answer, AnswerId } from "../../data/schema";
import { noteCaptures } from "./capture-times";
import { CAPTURED_PACK_ID } from "./captured-pack";
import type { LensDatabase } from "./database";
import { readAnswers, removePack } from "./manage-packs";
import { type PackHeader, storePack } from "./packs";

/**
 * Keeps an answer in the pack of captured ones, which comes with the first of them;
 * one with the same id is replaced. The pack is written anew, all or nothing, as every
 * pack is: a thousand of them take about half a second.
 */
export async function keepCaptured(
	database: LensDatabase,
	answer: Answer,
	newPack: Pick<PackHeader, "name" | "origin" | "licence">,
	now = Date.now,
): Promise<{ packName: string; isReplaced: boolean }> {
	return oneAtATime(async () => {
		const pack = await database.packs.get(CAPTURED_PACK_ID);
		const before = pack && (await database.answers.where("[edition+id]").equals([pack.edition, answer.id]).count());
		const { name, origin, licence } = pack ?? newPack;
		const header = { id: CAPTURED_PACK_ID, name, origin, licence, ...versionOf(now()) };
		const alongside = { tables: [database.meta], write: () => noteCaptures(database, [answer.id], now(), "kept") };
		const answers = withAtEnd(answer, pack && readAnswers(database, pack.edition));
		await storePack(database, header, answers, { now, alongside });
		return { packName: name, isReplaced: Boolean(before) };
	});
}

/** Takes a captured answer out of its pack, and the pack away with the last one. False if it is not there. */
export async function removeCaptured(database: LensDatabase, answerId: AnswerId, now = Date.now): Promise<boolean> {
	return oneAtATime(async () => {
		const pack = await database.packs.get(CAPTURED_PACK_ID);
		if (!pack || !(await database.answers.where("[edition+id]").equals([pack.edition, answerId]).count())) return false;
		if (pack.answerCount === 1) return removePack(database, CAPTURED_PACK_ID, now);
		const alongside = { tables: [database.meta], write: () => noteCaptures(database, [answerId], now(), "removed") };
		const { id, name, origin, licence } = pack;
		const rest = without(answerId, readAnswers(database, pack.edition));
		await storePack(database, { id, name, origin, licence, ...versionOf(now()) }, rest, { now, alongside });
		return true;
	});
}

async function* withAtEnd(answer: Answer, others: AsyncIterable<Answer[]> | undefined): AsyncGenerator<Answer[]> {
	if (others) yield* without(answer.id, others);
	yield [answer];
}

async function* without(id: AnswerId, batches: AsyncIterable<Answer[]>): AsyncGenerator<Answer[]> {
	for await (const batch of batches) yield batch.filter((answer) => answer.id !== id);
}

/** The version of the captured pack at a moment: as a person reads it, and later is greater. */
export function versionOf(now: number): Pick<PackHeader, "version" | "date"> {
	const moment = new Date(now).toISOString();
	return { version: moment.slice(0, 19).replace("T", " "), date: moment.slice(0, 10) };
}

/** Runs work that writes the captured pack: two at once would each write it without the other's answer. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
	return navigator.locks.request("symptom-lens-captured", work);
}
