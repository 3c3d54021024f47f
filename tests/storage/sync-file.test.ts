// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { BackupInvalidError, readBackup } from "../../lib/backup/backup-file";
import type { LensDatabase } from "../../lib/storage/database";
import { readRecords, restoreRecords } from "../../lib/storage/restore";
import { restorePacks } from "../../lib/storage/restore-packs";
import { allSavedAnswers, removeSavedAnswer } from "../../lib/storage/saved-answers";
import { syncFile } from "../../lib/storage/sync-file";
import { writeBackup } from "../../lib/storage/write-backup";
import { capturedOf, episodeOf, recordsOf, savedOf } from "../backup/record-samples";
import { answerOf } from "../search/answer-of";
import { openTestDatabase, packOf, store } from "./test-database";

const newPack = { name: "Kept from pages", origin: "Pages you read", licence: "Not stated" };
const meta = { writtenAt: 5_000, settings: {}, emergencyNumber: "" };
const own = ["bundled", "captured"];

/** A file as a handle of the browser gives it: what is written counts when it is closed. */
class FileInFolder {
	content = "";
	lastModified = 1;
	writes = 0;
	beforeWriting: () => void = () => undefined;

	set(content: string) {
		this.content = content;
		this.lastModified++;
	}
	get handle() {
		return this as unknown as FileSystemFileHandle;
	}
	async getFile() {
		return new File([this.content], "shared.jsonl", { lastModified: this.lastModified });
	}
	async createWritable() {
		let written = "";
		return {
			write: async (blob: Blob) => {
				this.beforeWriting();
				written = await blob.text();
			},
			close: async () => {
				this.writes++;
				this.set(written);
			},
			abort: async () => undefined,
		};
	}
}

let mine: LensDatabase;
let theirs: LensDatabase;
let file: FileInFolder;
beforeEach(async () => {
	mine = await openTestDatabase();
	theirs = await openTestDatabase();
	file = new FileInFolder();
});
const sync = (database: LensDatabase) => syncFile(database, file.handle, meta, newPack);
const put = (database: LensDatabase, ...ids: string[]) =>
	restoreRecords(database, recordsOf({ savedAnswers: ids.map((id) => savedOf(id)) }), newPack);
const titles = async (database: LensDatabase) => (await allSavedAnswers(database)).map(({ id }) => id).sort();

describe("a file that two computers share", () => {
	it("brings each what the other has, removals included, and is not written without need", async () => {
		await put(mine, "a", "b");
		await put(theirs, "c");

		expect(await sync(mine)).toMatchObject({ isWritten: true });
		expect(await sync(theirs)).toMatchObject({ isWritten: true, counts: { added: 2 } });
		expect(await sync(mine)).toMatchObject({ isWritten: false, counts: { added: 1 } });
		await removeSavedAnswer(theirs, "a");
		await sync(theirs);
		await sync(mine);

		expect(await titles(mine)).toEqual(["b", "c"]);
		expect(await readRecords(mine)).toEqual(await readRecords(theirs));
		expect(file.writes).toBe(3);
	});

	it("loses nothing if the other computer's version arrives between reading and writing", async () => {
		await put(mine, "a");
		await put(theirs, "b");
		await sync(theirs);
		const arriving = file.content;
		file.set("");
		const getFile = file.getFile.bind(file);
		let reads = 0;
		file.getFile = async () => {
			if (++reads === 2) file.set(arriving);
			return getFile();
		};

		await sync(mine);

		expect(await titles(mine)).toEqual(["a", "b"]);
		expect((await readBackup(await getFile())).records.savedAnswers.map(({ id }) => id)).toEqual(["a", "b"]);
	});

	it("stays as it was when writing fails; what it brought is here all the same, and counted", async () => {
		await put(theirs, "b");
		await sync(theirs);
		const before = file.content;
		await put(mine, "a");
		const full = new DOMException("No room", "QuotaExceededError");
		file.beforeWriting = () => {
			throw full;
		};

		expect(await sync(mine)).toEqual({
			counts: { added: 1, changed: 0, removed: 0, same: 1 },
			isWritten: false,
			error: full,
		});
		expect(file.content).toBe(before);
		expect(await titles(mine)).toEqual(["a", "b"]);
	});

	it("is refused if it is no backup, has packs, or a newer version wrote it; then nothing is changed anywhere", async () => {
		await put(mine, "a");
		await sync(mine);
		const sound = file.content;
		const pack =
			'{"kind":"pack","record":{"id":"p","name":"P","version":"1","origin":"o","licence":"l","date":"2026-01-01"}}';
		for (const [content, reason] of [
			["hello", "this is not a backup"],
			[sound.replace('{"kind":"end"}', `${pack}\n{"kind":"end"}`), "holds answer packs"],
			[sound.replace('"version":1', '"version":2'), "newer Symptom Lens"],
		] as const) {
			file.set(content);

			await expect(sync(mine)).rejects.toThrow(BackupInvalidError);
			await expect(sync(mine)).rejects.toThrow(reason);
			expect(file.content).toBe(content);
			expect(await titles(mine)).toEqual(["a"]);
		}
	});

	it("does not carry look-ups from one computer to the other, and keeps those it has", async () => {
		const lookUp = (id: string) => ({ symptomId: episodeOf(id).symptomId, at: 1, count: 1 });
		await restoreRecords(theirs, recordsOf({ lookUps: [lookUp("e")] }), newPack);
		file.set(await (await writeBackup(theirs, meta, { withPacks: false, ownPacks: own })).text());
		await put(mine, "a");

		await sync(mine);

		expect(await mine.lookUps.count()).toBe(0);
		expect((await readBackup(await file.getFile())).records.lookUps).toEqual([lookUp("e")]);
	});
});

describe("a backup with imported packs", () => {
	it("brings them back whole, but for those that are here in the same or a newer version", async () => {
		const packs = ["old", "same", "gone"].map((id) => ({
			...packOf(
				"1.10",
				Array.from({ length: 450 }, (_, index) => answerOf(`${id}-${index}`)),
			),
			id,
			name: `Pack ${id}`,
		}));
		for (const pack of packs) await store(mine, pack);
		await store(mine, packOf("v1"));
		await restoreRecords(mine, recordsOf({ captured: [capturedOf("c", 1)] }), newPack);
		const backup = new File([await writeBackup(mine, meta, { withPacks: true, ownPacks: own })], "backup.jsonl");
		await store(theirs, { ...packOf("1.9"), id: "old" });
		await store(theirs, { ...packOf("1.10"), id: "same" });

		const read = await readBackup(backup);
		const stored = await restorePacks(theirs, backup, read.packs, own);

		expect(read.packs.map(({ id }) => id).sort()).toEqual(["gone", "old", "same"]);
		expect(stored.map(({ name, error }) => [name, error]).sort()).toEqual([
			["Pack gone", undefined],
			["Pack old", undefined],
		]);
		expect(await theirs.packs.get("gone")).toMatchObject({ answerCount: 450, version: "1.10" });
		expect(await theirs.packs.get("same")).toMatchObject({ answerCount: 2 });
	});

	it("of which one is damaged brings the others, and says which one it is and why", async () => {
		const packs = ["first", "second", "third"].map((id) => ({
			...packOf("1", [answerOf(`answer-of-${id}`)]),
			id,
			name: `Pack ${id}`,
		}));
		for (const pack of packs) await store(mine, pack);
		const text = await (await writeBackup(mine, meta, { withPacks: true, ownPacks: own })).text();
		const backup = new File([text.replace('"id":"answer-of-second"', '"id":5')], "backup.jsonl");

		const read = await readBackup(backup);
		const brought = await restorePacks(theirs, backup, read.packs, own);

		const failed = brought.filter(({ error }) => error !== undefined);
		expect(failed).toMatchObject([{ name: "Pack second", error: { name: "BackupInvalidError" } }]);
		expect((await theirs.packs.toArray()).map(({ id }) => id).sort()).toEqual(["first", "third"]);
	});
});
