// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { answerIdSchema, type SymptomId, symptomIdSchema } from "../../data/schema";
import type { BackupRecords } from "../../lib/backup/backup-records";
import { keepCaptured, removeCaptured } from "../../lib/storage/captured-answers";
import { CAPTURED_PACK_ID } from "../../lib/storage/captured-pack";
import type { LensDatabase } from "../../lib/storage/database";
import { addEpisode, removeEpisode } from "../../lib/storage/diary";
import { forgetLookUps, listLookUps, noteLookUp } from "../../lib/storage/look-ups";
import { readAnswers, removePack } from "../../lib/storage/manage-packs";
import { previewRestore, readRecords, restoreRecords, undoRestore } from "../../lib/storage/restore";
import { allSavedAnswers, removeSavedAnswer, restoreSavedAnswer, settleCopies } from "../../lib/storage/saved-answers";
import { capturedOf, captureRemoved, episodeOf, recordsOf, savedOf } from "../backup/record-samples";
import { answerOf } from "../search/answer-of";
import { readAll } from "./database-dump";
import { openTestDatabase } from "./test-database";

const newPack = { name: "Kept from pages", origin: "Pages you read", licence: "Not stated" };
const NOON = Date.UTC(2026, 10, 26, 12);

let database: LensDatabase;
beforeEach(async () => {
	database = await openTestDatabase();
});

const restore = (records: Partial<BackupRecords>, at = NOON) =>
	restoreRecords(database, recordsOf(records), newPack, () => at);
const capturedIds = async (from = database) => {
	const pack = await from.packs.get(CAPTURED_PACK_ID);
	return pack ? (await Array.fromAsync(readAnswers(from, pack.edition))).flat().map(({ id }) => id as string) : [];
};
const capture = (id: string, at: number, into = database) => keepCaptured(into, answerOf(id), newPack, () => at);

describe("a restore", () => {
	it("brings everything back into an empty storage, what was removed as removed", async () => {
		const records = recordsOf({
			savedAnswers: [savedOf("a", { note: "for the visit" }), savedOf("b", { deletedAt: 1_000 })],
			diary: [episodeOf("e", { strength: 2 })],
			lookUps: [{ symptomId: episodeOf("e").symptomId, at: 1, count: 2 }],
			captured: [capturedOf("c", 5), captureRemoved("d", 6)],
		});

		const { counts } = await restoreRecords(database, records, newPack);

		expect(counts).toEqual({ added: 4, changed: 0, removed: 0, same: 0 });
		expect(await readRecords(database)).toEqual(records);
		expect(await allSavedAnswers(database)).toMatchObject([{ id: "a", note: "for the visit" }]);
		expect(await capturedIds()).toEqual(["c"]);
	});

	it("done again changes nothing, and writes no pack anew", async () => {
		const records = { savedAnswers: [savedOf("a")], captured: [capturedOf("c", 5)] };
		await restore(records);
		const before = await readAll(database);

		expect((await restore(records)).counts).toEqual({ added: 0, changed: 0, removed: 0, same: 2 });
		expect(await readAll(database)).toEqual(before);
	});

	it("says before writing what it will do", async () => {
		await restore({ savedAnswers: [savedOf("a"), savedOf("b")], diary: [episodeOf("e")] });
		const before = await readAll(database);
		const theirs = recordsOf({
			savedAnswers: [savedOf("b", { note: "new", updatedAt: 2_000 }), savedOf("c")],
			diary: [episodeOf("e", { updatedAt: 2_000, deletedAt: 2_000 })],
		});

		const counts = await previewRestore(database, theirs);

		expect(counts).toEqual({ added: 1, changed: 1, removed: 1, same: 1 });
		expect(await readAll(database)).toEqual(before);
		expect((await restoreRecords(database, theirs, newPack)).counts).toEqual(counts);
	});

	it.each(["savedAnswers", "diary", "meta", "packs"])("is all or nothing, if %s cannot be written", async (table) => {
		await restore({ savedAnswers: [savedOf("a")], diary: [episodeOf("e")], captured: [capturedOf("c", 5)] });
		const before = await readAll(database);
		const put = IDBObjectStore.prototype.put;
		const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
			if (this.name === table) throw new DOMException("full", "QuotaExceededError");
			return put.apply(this, args);
		});

		const restoring = restore({
			savedAnswers: [savedOf("b")],
			diary: [episodeOf("f")],
			captured: [capturedOf("d", 6)],
		});

		await expect(restoring).rejects.toThrow();
		spy.mockRestore();
		expect(await readAll(database)).toEqual(before);
	});

	it("can be undone, but for what was changed since, and the same file then brings nothing back", async () => {
		await restore({ savedAnswers: [savedOf("a", { note: "mine" })], captured: [capturedOf("c", 5)] });
		const theirs = {
			savedAnswers: [savedOf("a", { note: "theirs", updatedAt: 2_000 }), savedOf("b"), savedOf("z")],
			diary: [episodeOf("e")],
			lookUps: [{ symptomId: episodeOf("e").symptomId, at: 1, count: 2 }],
			captured: [capturedOf("d", 6)],
		};
		const done = await restore(theirs);
		await removeSavedAnswer(database, "z", () => NOON + 1);
		await restoreSavedAnswer(database, "z", () => NOON + 2);

		await undoRestore(database, done, newPack, () => NOON + 3);

		const shown = (await allSavedAnswers(database)).map(({ id, note }) => `${id} ${note}`.trim());
		expect(shown.sort()).toEqual(["a mine", "z"]);
		expect(await capturedIds()).toEqual(["c"]);
		expect(await database.lookUps.count()).toBe(0);
		await restore(theirs);
		expect(await capturedIds()).toEqual(["c"]);
		expect((await allSavedAnswers(database)).map(({ id }) => id).sort()).toEqual(["a", "z"]);
	});
});

describe("undoing a restore", () => {
	const [fever, lips, cough] = ["fever", "lip-twitching", "cough"].map((id) => symptomIdSchema.parse(id)) as [
		SymptomId,
		SymptomId,
		SymptomId,
	];

	it("leaves what was looked up or forgotten since as it is", async () => {
		await noteLookUp(database, fever, () => 1);
		const theirs = [fever, lips, cough].map((symptomId) => ({ symptomId, at: 5, count: 4 }));
		const done = await restore({ lookUps: theirs });
		await noteLookUp(database, lips, () => NOON);
		await forgetLookUps(database, cough);

		await undoRestore(database, done, newPack, () => NOON + 1);

		expect(await listLookUps(database)).toEqual([
			{ symptomId: lips, at: NOON, count: 5 },
			{ symptomId: fever, at: 1, count: 1 },
		]);
	});

	it("is all or nothing", async () => {
		const done = await restore({
			savedAnswers: [savedOf("a")],
			lookUps: [{ symptomId: fever, at: 5, count: 4 }],
			captured: [capturedOf("c", 5)],
		});
		const before = await readAll(database);
		const remove = IDBObjectStore.prototype.delete;
		const spy = vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (
			this: IDBObjectStore,
			...args
		) {
			if (this.name === "lookUps") throw new DOMException("full", "QuotaExceededError");
			return remove.apply(this, args);
		});

		await expect(undoRestore(database, done, newPack, () => NOON + 1)).rejects.toThrow();

		spy.mockRestore();
		expect(await readAll(database)).toEqual(before);
	});
});

describe("two computers", () => {
	it("that both went on end with the same, and nothing of either is lost", async () => {
		const other = await openTestDatabase();
		const meet = async () => {
			const [mine, theirs] = await Promise.all([readRecords(database), readRecords(other)]);
			await restoreRecords(database, theirs, newPack);
			await restoreRecords(other, mine, newPack);
		};
		await restore({ savedAnswers: [savedOf("a"), savedOf("b")], captured: [capturedOf("c", 5), capturedOf("d", 5)] });
		await meet();

		await removeSavedAnswer(database, "a", () => NOON);
		await capture("mine", NOON);
		await removeCaptured(database, answerIdSchema.parse("c"), () => NOON);
		await addEpisode(database, { id: "e1", draft: episodeOf("e1") }, () => NOON);
		await capture("theirs", NOON + 1, other);
		await addEpisode(other, { id: "e2", draft: episodeOf("e2") }, () => NOON);
		await addEpisode(other, { id: "e3", draft: episodeOf("e3") }, () => NOON);
		await removeEpisode(other, "e3", () => NOON + 1);
		await meet();

		expect(await readRecords(database)).toEqual(await readRecords(other));
		expect((await allSavedAnswers(other)).map(({ id }) => id)).toEqual(["b"]);
		expect(await capturedIds()).toEqual(["d", "mine", "theirs"]);
		expect((await readRecords(other)).diary.filter(({ deletedAt }) => deletedAt === null)).toHaveLength(2);
	});

	it("do not bring back captured answers whose pack one of them removed, unless they were kept anew since", async () => {
		await capture("a", NOON);
		await capture("b", NOON);
		const backup = await readRecords(database);
		await removePack(database, CAPTURED_PACK_ID, () => NOON + 1);
		await capture("b", NOON + 2);

		await restoreRecords(database, backup, newPack);

		expect(await capturedIds()).toEqual(["b"]);
	});
});

describe("an answer that was saved on two devices", () => {
	const copies = [
		savedOf("first", { answerId: answerIdSchema.parse("x"), note: "one", tags: ["sleep"], savedAt: 500 }),
		savedOf("second", { answerId: answerIdSchema.parse("x"), note: "two", tags: ["sleep", "tea"] }),
	];

	it("is one row with both notes and all tags", async () => {
		await restore({ savedAnswers: copies });

		expect(await allSavedAnswers(database)).toMatchObject([
			{ id: "first", note: "one\n\ntwo", tags: ["sleep", "tea"] },
		]);
	});

	it("is removed with one press, and put back whole", async () => {
		await restore({ savedAnswers: copies });

		await removeSavedAnswer(database, "first", () => NOON);
		expect(await allSavedAnswers(database)).toEqual([]);
		await restoreSavedAnswer(database, "first", () => NOON + 1);

		expect(await allSavedAnswers(database)).toMatchObject([{ id: "first", note: "one\n\ntwo" }]);
	});

	it("becomes one row for good when it is changed", async () => {
		await restore({ savedAnswers: copies });
		const [shown] = await allSavedAnswers(database);

		const [settled] = await settleCopies(database, shown ? [shown] : [], () => NOON);
		await database.savedAnswers.put({ ...(settled ?? savedOf("none")), note: "just this" });

		expect(await allSavedAnswers(database)).toMatchObject([{ id: "first", note: "just this" }]);
	});
});
