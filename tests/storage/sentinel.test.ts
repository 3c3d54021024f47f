// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { answerIdSchema } from "../../data/schema";
import type { LensDatabase } from "../../lib/storage/database";
import { removeSavedAnswer, saveAnswer } from "../../lib/storage/saved-answers";
import { acknowledgeLoss, checkForLoss } from "../../lib/storage/sentinel";
import { openTestDatabase, packOf, sentinelInMemory, somewhere, store } from "./test-database";

async function saveOne(database: LensDatabase): Promise<string> {
	await store(database, packOf("v1"));
	const saved = await saveAnswer(database, {
		packId: "bundled",
		answerId: answerIdSchema.parse("one"),
		context: somewhere,
	});
	return saved?.id ?? "";
}

describe("sentinel", () => {
	it("holds the identity of the database and a yes or no, nothing else", async () => {
		const database = await openTestDatabase();
		const store = sentinelInMemory();
		await saveOne(database);

		await checkForLoss(database, store);

		const databaseId = (await database.meta.get("database"))?.id;
		expect(store.written).toEqual([{ databaseId, hasSaved: true }]);
		expect(databaseId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it("is written only when something changed", async () => {
		const database = await openTestDatabase();
		const store = sentinelInMemory();

		await checkForLoss(database, store);
		await checkForLoss(database, store);
		const id = await saveOne(database);
		await checkForLoss(database, store);
		await checkForLoss(database, store);
		await removeSavedAnswer(database, id);
		await checkForLoss(database, store);

		expect(store.written.map(({ hasSaved }) => hasSaved)).toEqual([false, true, false]);
	});

	it("tells that the list was lost until the reader has acknowledged it, whatever is saved meanwhile", async () => {
		const store = sentinelInMemory();
		const lost = await openTestDatabase();
		await saveOne(lost);
		await checkForLoss(lost, store);
		const fresh = await openTestDatabase();

		expect(await checkForLoss(fresh, store)).toBe(true);
		await saveOne(fresh);
		expect(await checkForLoss(fresh, store)).toBe(true);
		await acknowledgeLoss(fresh, store);
		expect(await checkForLoss(fresh, store)).toBe(false);
		expect(store.written.at(-1)).toEqual({ databaseId: (await fresh.meta.get("database"))?.id, hasSaved: true });
	});

	it("does not alarm a reader who had saved nothing", async () => {
		const store = sentinelInMemory();
		await checkForLoss(await openTestDatabase(), store);

		expect(await checkForLoss(await openTestDatabase(), store)).toBe(false);
	});
});
