// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { answerIdSchema } from "../../data/schema";
import { ensureBundledPack, parsePack } from "../../lib/storage/packs";
import { saveAnswer } from "../../lib/storage/saved-answers";
import { openSegmentReaders } from "../../lib/storage/segment-reader";
import { StorageFullError } from "../../lib/storage/storage-errors";
import { answerOf } from "../search/answer-of";
import { openTestDatabase, packOf, somewhere, store } from "./test-database";

const one = answerIdSchema.parse("one");
const bundledOf = (version: string, content: unknown = packOf(version)) => ({
	id: "bundled",
	version,
	load: vi.fn(async () => content),
});

describe("the bundled pack", () => {
	it("is stored once: asked again, it is not even loaded", async () => {
		const database = await openTestDatabase();
		const again = bundledOf("v1");

		await ensureBundledPack(database, bundledOf("v1"));
		await ensureBundledPack(database, again);

		expect(again.load).not.toHaveBeenCalled();
		expect(await database.answers.count()).toBe(2);
	});

	it("is stored by one run for all who ask at the same time", async () => {
		const database = await openTestDatabase();
		const bundled = bundledOf("v1");

		await Promise.all([1, 2, 3].map(() => ensureBundledPack(database, bundled)));

		expect(bundled.load).toHaveBeenCalledTimes(1);
	});

	it("is replaced as a whole by another version, and saved answers stay as they were", async () => {
		const database = await openTestDatabase();
		await ensureBundledPack(database, bundledOf("v1"));
		const saved = await saveAnswer(database, { packId: "bundled", answerId: one, context: somewhere });

		await ensureBundledPack(database, bundledOf("v2", packOf("v2", [answerOf("three", { title: "Elbow" })])));

		expect((await database.packs.toArray()).map(({ version }) => version)).toEqual(["v2"]);
		expect((await database.answers.toArray()).map(({ id }) => id)).toEqual(["three"]);
		expect((await openSegmentReaders(database)).map(({ index }) => index.countOf("elbow"))).toEqual([1]);
		expect(await database.segments.count()).toBe(1);
		expect(await database.savedAnswers.toArray()).toEqual([saved]);
	});

	it("leaves other packs alone", async () => {
		const database = await openTestDatabase();
		const others = ["a", "bundled2", "bundle", "zz"].map((id) => ({ ...packOf("v1"), id }));
		for (const pack of others) await store(database, pack);

		await store(database, packOf("v1"));
		await store(database, packOf("v2", []));

		expect(await database.answers.count()).toBe(8);
		expect((await database.packs.toArray()).map(({ id, answerCount }) => `${id} ${answerCount}`)).toEqual([
			"a 2",
			"bundle 2",
			"bundled 0",
			"bundled2 2",
			"zz 2",
		]);
	});

	it("is still whole in its old version when storing the new one breaks off half-way", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const before = await Promise.all(database.tables.map((table) => table.toArray()));
		database.segments.hook("creating", () => {
			throw new Error("The computer went off");
		});

		await expect(ensureBundledPack(database, bundledOf("v2", packOf("v2", [answerOf("three")])))).rejects.toThrow(
			"The computer went off",
		);

		expect(await Promise.all(database.tables.map((table) => table.toArray()))).toEqual(before);
	});

	it("can be stored after a failed attempt", async () => {
		const database = await openTestDatabase();
		const failing = { ...bundledOf("v1"), load: async () => Promise.reject(new TypeError("Failed to fetch")) };

		await expect(ensureBundledPack(database, failing)).rejects.toThrow("Failed to fetch");
		await ensureBundledPack(database, bundledOf("v1"));

		expect(await database.packs.count()).toBe(1);
	});

	it("reports a full disk as such", async () => {
		const database = await openTestDatabase();
		const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});

		await expect(store(database, packOf("v1"))).rejects.toBeInstanceOf(StorageFullError);
		add.mockRestore();
		expect(await database.packs.count()).toBe(0);
	});
});

describe("a damaged pack file", () => {
	it.each([
		["not an object", "<html>", "(whole file)"],
		["a missing title", { ...packOf("v1"), answers: [{ ...answerOf("one"), title: "" }] }, "answers[0].title"],
		[
			"a script as link",
			{ ...packOf("v1"), answers: [{ ...answerOf("one"), url: "javascript:alert(1)" }] },
			"answers[0].url",
		],
		["an unknown field", { ...packOf("v1"), extra: 1 }, "extra"],
	])("with %s is refused, and the field is named", (_, content, expected) => {
		expect(() => parsePack(content)).toThrow(expected);
	});

	it("with another version than announced is refused instead of being stored at every start", async () => {
		const database = await openTestDatabase();

		await expect(ensureBundledPack(database, bundledOf("v2", packOf("v1")))).rejects.toThrow("version");
		expect(await database.packs.count()).toBe(0);
	});
});

describe("segment readers", () => {
	it("read what was stored, and keep the index in memory until the pack changes", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1", [answerOf("one", { title: "Elbow" })]));
		const [first] = await openSegmentReaders(database);
		const [second] = await openSegmentReaders(database);
		await store(database, packOf("v2", [answerOf("two", { title: "Knee" })]));
		const [third] = await openSegmentReaders(database);

		expect(second?.index).toBe(first?.index);
		expect(first?.index.countOf("elbow")).toBeGreaterThan(0);
		expect(third?.index.countOf("elbow")).toBe(0);
		expect((await third?.postings(["knee", "elbow"]))?.map((found) => found?.length)).toEqual([2, undefined]);
	});
});
