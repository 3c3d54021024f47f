// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { answerIdSchema, symptomIdSchema } from "../../data/schema";
import type { LensDatabase } from "../../lib/storage/database";
import { allSavedAnswers, removeSavedAnswer, restoreSavedAnswer, saveAnswer } from "../../lib/storage/saved-answers";
import { answerOf } from "../search/answer-of";
import { openTestDatabase, packOf, somewhere, store } from "./test-database";

const context = {
	symptomId: symptomIdSchema.parse("lip-twitching"),
	sentence: "My lip twitches.",
	pageTitle: "A page",
	pageUrl: "https://example.org/",
};
const save = (database: LensDatabase, id: string, at = 1_000) =>
	saveAnswer(database, { packId: "bundled", answerId: answerIdSchema.parse(id), context }, () => at);

async function openWithAnswers(): Promise<LensDatabase> {
	const database = await openTestDatabase();
	await store(database, packOf("v1", [answerOf("one", { title: "First" }), answerOf("two")]));
	return database;
}

describe("saving", () => {
	it("keeps a copy of the answer with where it was met", async () => {
		const database = await openWithAnswers();

		const saved = await save(database, "one");

		expect(saved).toMatchObject({
			packId: "bundled",
			packName: "Test data v1",
			snapshot: { title: "First" },
			context,
			savedAt: 1_000,
			updatedAt: 1_000,
			deletedAt: null,
		});
		expect(await allSavedAnswers(database)).toEqual([saved]);
	});

	it("twice, even at once, keeps one", async () => {
		const database = await openWithAnswers();

		const saved = await Promise.all([save(database, "one"), save(database, "one"), save(database, "one", 2_000)]);

		expect(new Set(saved.map((row) => row?.id)).size).toBe(1);
		expect(await database.savedAnswers.count()).toBe(1);
	});

	it("keeps the copy when the pack changes or goes", async () => {
		const database = await openWithAnswers();
		await save(database, "one");

		await store(database, packOf("v2", []));

		expect((await allSavedAnswers(database)).map(({ snapshot }) => snapshot.title)).toEqual(["First"]);
	});

	it("says so if the answer does not exist", async () => {
		const database = await openWithAnswers();
		const request = { packId: "elsewhere", answerId: answerIdSchema.parse("one"), context: somewhere };

		expect(await save(database, "no-such-answer")).toBeUndefined();
		expect(await saveAnswer(database, request)).toBeUndefined();
		expect(await allSavedAnswers(database)).toEqual([]);
	});

	it("lists the newest first", async () => {
		const database = await openWithAnswers();
		await save(database, "one", 1_000);
		await save(database, "two", 2_000);

		expect((await allSavedAnswers(database)).map(({ answerId }) => answerId)).toEqual(["two", "one"]);
	});
});

describe("removing", () => {
	it("takes an answer off the list and marks its row; the first removal counts", async () => {
		const database = await openWithAnswers();
		const saved = await save(database, "one");

		expect(await removeSavedAnswer(database, saved?.id ?? "", () => 2_000)).toBe(true);
		expect(await removeSavedAnswer(database, saved?.id ?? "", () => 3_000)).toBe(true);

		expect(await allSavedAnswers(database)).toEqual([]);
		expect(await database.savedAnswers.toArray()).toMatchObject([{ deletedAt: 2_000, updatedAt: 2_000 }]);
	});

	it("is undone by restoring, which leaves everything but the time of change as it was", async () => {
		const database = await openWithAnswers();
		const saved = await save(database, "one");
		await removeSavedAnswer(database, saved?.id ?? "", () => 2_000);

		const restored = await restoreSavedAnswer(database, saved?.id ?? "", () => 3_000);

		expect(restored).toEqual({ ...saved, updatedAt: 3_000 });
		expect(await allSavedAnswers(database)).toEqual([restored]);
	});

	it("lets the answer be saved anew, and restoring the old row then makes no second one", async () => {
		const database = await openWithAnswers();
		const old = await save(database, "one");
		await removeSavedAnswer(database, old?.id ?? "");
		const anew = await save(database, "one", 5_000);

		const restored = await restoreSavedAnswer(database, old?.id ?? "");

		expect(anew?.id).not.toBe(old?.id);
		expect(restored?.id).toBe(anew?.id);
		expect(await allSavedAnswers(database)).toHaveLength(1);
	});

	it("and restoring say so if there is no such row", async () => {
		const database = await openWithAnswers();

		expect(await removeSavedAnswer(database, "nobody")).toBe(false);
		expect(await restoreSavedAnswer(database, "nobody")).toBeUndefined();
	});
});
