// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import type { ImportFile } from "../../lib/import/read-import";
import { type ImportSurroundings, runImport } from "../../lib/pack-import/run-import";
import { searchAnswers } from "../../lib/search/find-answers";
import { createSearchLanguage } from "../../lib/search/search-language";
import { findStoredAnswers } from "../../lib/storage/find-stored-answers";
import { removePack } from "../../lib/storage/manage-packs";
import { sweepEditions } from "../../lib/storage/packs";
import { saveAnswer } from "../../lib/storage/saved-answers";
import { answerOf } from "../search/answer-of";
import { symptomIndex, synonymGroups } from "../search/content";
import { readAll } from "../storage/database-dump";
import { openTestDatabase, packOf, somewhere, store } from "../storage/test-database";

const language = createSearchLanguage(symptomIndex, synonymGroups);
const surroundings: ImportSurroundings = {
	language,
	reservedIds: ["bundled"],
	now: () => Date.UTC(2026, 10, 26, 9, 5),
};

function fileOf(name: string, text: string): ImportFile {
	const bytes = new TextEncoder().encode(text);
	return { name, size: bytes.length, stream: () => new Blob([bytes]).stream() };
}

const faq = fileOf(
	"faq.jsonl",
	[
		{ question: "Why does my eyelid twitch?", answer: "Mostly from being tired." },
		{ question: "Is the canteen open?", answer: "" },
		{ question: "When is it open?", answer: 9 },
	]
		.map((record) => JSON.stringify(record))
		.join("\n"),
);

describe("an import", () => {
	it("stores good records, lists bad ones and counts questions without an answer", async () => {
		const database = await openTestDatabase();

		const outcome = await runImport(database, { name: "Clinic FAQ", files: [faq] }, surroundings);

		expect(outcome).toMatchObject({
			kind: "stored",
			packName: "Clinic FAQ",
			replacedVersion: null,
			counts: { answers: 1, skipped: 1, faults: 1 },
			faults: [{ file: "faq.jsonl", place: "line 3", field: "answer" }],
		});
		expect(await database.packs.toArray()).toMatchObject([
			{ id: "clinic-faq", name: "Clinic FAQ", version: "2026-11-26 09:05", origin: "faq.jsonl", answerCount: 1 },
		]);
	});

	it("gives an answer the symptoms that its question names, so that the card finds it", async () => {
		const database = await openTestDatabase();
		await runImport(database, { name: "Clinic FAQ", files: [faq] }, surroundings);

		const found = await findStoredAnswers(database, (readers) =>
			searchAnswers(readers, { ...language, text: "eyelid twitching" }),
		);

		expect(found.map(({ answer }) => answer.symptoms)).toEqual([["eyelid-twitching"]]);
		expect(found.map(({ packName }) => packName)).toEqual(["Clinic FAQ"]);
	});

	it("takes the place of an earlier import of the same name, and keeps it switched off", async () => {
		const database = await openTestDatabase();
		await runImport(database, { name: "Clinic FAQ", files: [faq] }, surroundings);
		await database.packs.update("clinic-faq", { isOn: false });

		const outcome = await runImport(database, { name: "Clinic FAQ", files: [faq] }, surroundings);

		expect(outcome).toMatchObject({ kind: "stored", replacedVersion: "2026-11-26 09:05" });
		expect((await database.packs.toArray()).map(({ isOn }) => isOn)).toEqual([false]);
	});

	it("is told as stored before the rows that it replaced are cleared away, which may take long", async () => {
		const database = await openTestDatabase();
		await runImport(database, { name: "Clinic FAQ", files: [faq] }, surroundings);

		expect(await runImport(database, { name: "Clinic FAQ", files: [faq] }, surroundings)).toMatchObject({
			kind: "stored",
		});

		expect(await database.answers.count()).toBe(2);
		await sweepEditions(database);
		expect(await database.answers.count()).toBe(1);
	});

	it("gives signs of life as long as it clears away what it leaves when it is cancelled", async () => {
		const database = await openTestDatabase();
		const stop = new AbortController();
		const onProgress = vi.fn(() => stop.abort());

		const outcome = await runImport(
			database,
			{ name: "Clinic FAQ", files: [faq] },
			{ ...surroundings, signal: stop.signal, onProgress },
		);

		expect(outcome).toEqual({ kind: "cancelled" });
		// The first cancels; each kind of row that is cleared away is one more.
		expect(onProgress.mock.calls.length).toBeGreaterThan(5);
	});

	it.each([
		["健康", "医学"],
		["Answers (東京)", "Answers (大阪)"],
		["Ответы", "Вопросы"],
		["Fälle", "Fâlle"],
		[`${"Questions and answers ".repeat(4)}1`, `${"Questions and answers ".repeat(4)}2`],
	])("leaves an import of another name where it is, in any script: %s, %s", async (one, other) => {
		const database = await openTestDatabase();
		await runImport(database, { name: one, files: [faq] }, surroundings);

		expect(await runImport(database, { name: other, files: [faq] }, surroundings)).toMatchObject({
			kind: "stored",
			replacedVersion: null,
		});
		expect(await runImport(database, { name: one.normalize("NFD"), files: [faq] }, surroundings)).toMatchObject({
			kind: "stored",
			replacedVersion: "2026-11-26 09:05",
		});
		expect(await database.packs.count()).toBe(2);
	});

	it("cannot take the place of the pack that came with the product", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const exported = fileOf("bundled.json", JSON.stringify(packOf("v9")));

		await runImport(database, { name: "bundled", files: [exported] }, surroundings);

		expect((await database.packs.toArray()).map(({ id, version }) => `${id} ${version}`)).toEqual([
			"bundled v1",
			"bundled-imported v9",
		]);
	});

	it("of an older version than is stored changes nothing and says so; a newer one takes its place", async () => {
		const database = await openTestDatabase();
		const importVersion = (version: string) => {
			const exported = fileOf("faq.json", JSON.stringify({ ...packOf(version), id: "faq" }));
			return runImport(database, { name: "faq", files: [exported] }, surroundings);
		};
		await importVersion("1.9");
		const before = await readAll(database);

		expect(await importVersion("1.8")).toMatchObject({
			kind: "refused",
			reason: expect.stringContaining("version 1.9, which is newer than 1.8"),
		});
		expect(await readAll(database)).toEqual(before);
		expect(await importVersion("1.10")).toMatchObject({ kind: "stored", replacedVersion: "1.9" });
	});

	it("brings an earlier version back once the newer one is removed, and leaves saved answers as they were", async () => {
		const database = await openTestDatabase();
		const importVersion = (version: string) => {
			const answers = [answerOf(`of-version-${version}`)];
			const exported = fileOf("faq.json", JSON.stringify({ ...packOf(version, answers), id: "faq" }));
			return runImport(database, { name: "faq", files: [exported] }, surroundings);
		};
		await importVersion("1");
		await importVersion("2");
		const saved = await saveAnswer(database, {
			packId: "faq",
			answerId: answerOf("of-version-2").id,
			context: somewhere,
		});

		await removePack(database, "faq");
		await importVersion("1");
		await sweepEditions(database);

		expect((await database.packs.toArray()).map(({ version }) => version)).toEqual(["1"]);
		expect((await database.answers.toArray()).map(({ id }) => id)).toEqual(["of-version-1"]);
		expect(saved?.snapshot.id).toBe("of-version-2");
		expect(await database.savedAnswers.toArray()).toEqual([saved]);
	});

	it.each([
		["without any answer", fileOf("empty.jsonl", '{"question":"Alone?","answer":""}'), "nothing-found"],
		["of a picture", fileOf("cat.jsonl", "\u0089PNG\u0000\u0001\u0002"), "nothing-found"],
	])("%s changes nothing", async (_, file, kind) => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const before = await readAll(database);

		expect(await runImport(database, { name: "x", files: [file] }, surroundings)).toMatchObject({ kind });
		expect(await readAll(database)).toEqual(before);
	});

	it("that does not fit on the disk changes nothing", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const before = await readAll(database);
		const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});

		const outcome = await runImport(database, { name: "x", files: [faq] }, surroundings);

		add.mockRestore();
		expect(outcome).toEqual({ kind: "storage-full" });
		expect(await readAll(database)).toEqual(before);
	});

	it("tells how far it is", async () => {
		const onProgress = vi.fn();
		await runImport(await openTestDatabase(), { name: "x", files: [faq] }, { ...surroundings, onProgress });

		expect(onProgress.mock.lastCall?.[0]).toMatchObject({ bytesRead: faq.size, bytesTotal: faq.size });
	});
});
