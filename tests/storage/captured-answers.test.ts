// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { keepCaptured, removeCaptured } from "../../lib/storage/captured-answers";
import { CAPTURED_PACK_ID } from "../../lib/storage/captured-pack";
import type { LensDatabase } from "../../lib/storage/database";
import { readAnswers } from "../../lib/storage/manage-packs";
import { answerOf } from "../search/answer-of";
import { openTestDatabase } from "./test-database";

const newPack = { name: "Kept from pages", origin: "Pages you read", licence: "Not stated" };
const NOON = Date.UTC(2026, 10, 26, 12);

let database: LensDatabase;
beforeEach(async () => {
	database = await openTestDatabase(crypto.randomUUID());
});

const keep = (id: string, question = "What is it?") =>
	keepCaptured(database, answerOf(id, { question }), newPack, () => NOON);

async function kept(): Promise<string[]> {
	const pack = await database.packs.get(CAPTURED_PACK_ID);
	if (!pack) return [];
	const batches = await Array.fromAsync(readAnswers(database, pack.edition));
	return batches.flat().map(({ id, question }) => `${id}: ${question.text}`);
}

describe("captured answers", () => {
	it("lie in a pack of their own, which comes with the first", async () => {
		expect(await keep("a")).toEqual({ packName: "Kept from pages", isReplaced: false });
		await keep("b");

		expect(await kept()).toEqual(["a: What is it?", "b: What is it?"]);
		expect(await database.packs.get(CAPTURED_PACK_ID)).toMatchObject({
			...newPack,
			date: "2026-11-26",
			answerCount: 2,
		});
	});

	it("of the same question replace each other", async () => {
		await keep("a");
		await keep("b");

		expect(await keep("a", "And now?")).toEqual({ packName: "Kept from pages", isReplaced: true });
		expect(await kept()).toEqual(["b: What is it?", "a: And now?"]);
	});

	it("keep the name that the reader gave their pack, and whether it is on", async () => {
		await keep("a");
		await database.packs.update(CAPTURED_PACK_ID, { name: "Mine", isOn: false });

		expect(await keep("b")).toEqual({ packName: "Mine", isReplaced: false });
		expect(await database.packs.get(CAPTURED_PACK_ID)).toMatchObject({ name: "Mine", isOn: false });
	});

	it("that are kept at the same moment are all kept", async () => {
		await Promise.all(["a", "b", "c"].map((id) => keep(id)));

		expect(await kept()).toHaveLength(3);
	});

	it("go one by one, and their pack with the last", async () => {
		await keep("a");
		await keep("b");

		expect(await removeCaptured(database, answerOf("a", {}).id)).toBe(true);
		expect(await kept()).toEqual(["b: What is it?"]);
		expect(await removeCaptured(database, answerOf("a", {}).id)).toBe(false);
		expect(await removeCaptured(database, answerOf("b", {}).id)).toBe(true);
		expect(await database.packs.get(CAPTURED_PACK_ID)).toBeUndefined();
		expect(await database.answers.count()).toBe(0);
	});
});
