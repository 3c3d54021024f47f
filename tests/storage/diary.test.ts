// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { symptomIdSchema } from "../../data/schema";
import type { EpisodeDraft } from "../../lib/messaging/protocol";
import type { LensDatabase } from "../../lib/storage/database";
import { addEpisode, changeEpisode, listEpisodes, removeEpisode, restoreEpisode } from "../../lib/storage/diary";
import { checkForLoss } from "../../lib/storage/sentinel";
import { openTestDatabase, sentinelInMemory } from "./test-database";

let database: LensDatabase;
beforeEach(async () => {
	database = await openTestDatabase();
});

const draftOf = (given: Partial<EpisodeDraft> = {}): EpisodeDraft => ({
	symptomId: symptomIdSchema.parse("lip-twitching"),
	at: 1_000,
	minutes: 5,
	place: "left upper lip",
	strength: 2,
	note: "after coffee",
	...given,
});
const add = (id: string, given?: Partial<EpisodeDraft>) =>
	addEpisode(database, { id, draft: draftOf(given) }, () => 9_000);
const listed = async (symptomId: EpisodeDraft["symptomId"] | null = null, from = 0, to = 1e6) =>
	(await listEpisodes(database, { symptomId, from, to })).map(({ id }) => id);

describe("the diary", () => {
	it("keeps what was logged, once if it is asked twice", async () => {
		const [first, again] = await Promise.all([add("a"), add("a")]);

		expect(again).toEqual(first);
		expect(first).toEqual({ id: "a", ...draftOf(), updatedAt: 9_000, deletedAt: null });
		expect(await listed()).toEqual(["a"]);
	});

	it("lists the newest first, by symptom and by when they began", async () => {
		const other = symptomIdSchema.parse("cough");
		await add("early", { at: 1_000 });
		await add("late", { at: 3_000 });
		await add("cough", { at: 2_000, symptomId: other });

		expect(await listed()).toEqual(["late", "cough", "early"]);
		expect(await listed(other)).toEqual(["cough"]);
		// From is in the range, to is not.
		expect(await listed(null, 1_000, 3_000)).toEqual(["cough", "early"]);
	});

	it("changes an episode, after what it changes even if the clock went back", async () => {
		await add("a");

		const changed = await changeEpisode(database, { id: "a", draft: draftOf({ note: "" }) }, () => 100);

		expect(changed).toMatchObject({ note: "", updatedAt: 9_001 });
		expect(await changeEpisode(database, { id: "nobody", draft: draftOf() })).toBeUndefined();
	});

	it("removes and puts back", async () => {
		await add("a");

		expect(await removeEpisode(database, "a", () => 10_000)).toMatchObject({ deletedAt: 10_000 });
		expect(await removeEpisode(database, "a", () => 11_000)).toMatchObject({ deletedAt: 10_000 });
		expect(await listed()).toEqual([]);
		expect(await changeEpisode(database, { id: "a", draft: draftOf() })).toBeUndefined();
		expect(await restoreEpisode(database, "a", () => 12_000)).toMatchObject({ deletedAt: null, updatedAt: 12_000 });
		expect(await listed()).toEqual(["a"]);
		expect(await removeEpisode(database, "nobody")).toBeUndefined();
	});

	it("is missed when the browser clears the storage, as the personal list is", async () => {
		const sentinel = sentinelInMemory();
		await add("a");
		await checkForLoss(database, sentinel);

		expect(await checkForLoss(await openTestDatabase(), sentinel)).toBe(true);
	});
});
