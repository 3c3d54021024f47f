// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import fc from "fast-check";
import { BackupInvalidError, packAnswersOf, readBackup } from "../../lib/backup/backup-file";
import { type BackupRecords, noRecords, RECORD_KINDS } from "../../lib/backup/backup-records";
import { countChanges, mergeBackups } from "../../lib/backup/merge-backups";
import type { StampedRecord } from "../../lib/backup/merge-records";
import { keptSettings } from "../../lib/backup/settings-record";
import { previewRestore, readRecords, restoreRecords, undoRestore } from "../../lib/storage/restore";
import { restorePacks } from "../../lib/storage/restore-packs";
import { fileOf } from "../import/import-file";
import { anyBackup, anyPackBackup, backupOf, deviceRecords, validOf } from "./backup-inputs";
import { bytesOf } from "./changed-bytes";
import { withFuzzDatabase } from "./fuzz-database";
import { type FuzzTarget, promise } from "./fuzz-target";

const newPack = { name: "Kept from pages", origin: "Pages you read", licence: "Not stated" };

/** Every record of these sets is in the merged one, as it was or as a version written no earlier. */
function assertNothingLost(merged: BackupRecords, sets: BackupRecords[]): void {
	for (const kind of ["savedAnswers", "diary", "captured"] as const) {
		const given = sets.flatMap((set) => set[kind] as (StampedRecord & { id: string })[]);
		const kept = new Map((merged[kind] as (StampedRecord & { id: string })[]).map((one) => [one.id, one]));
		assert.equal(kept.size, merged[kind].length, `${kind}: a key twice`);
		for (const record of given) {
			const version = kept.get(record.id);
			assert.ok(version, `${kind}: ${record.id} is lost`);
			assert.ok(version.updatedAt >= record.updatedAt, `${kind}: ${record.id} is older than it was`);
			const isNewer = version.updatedAt > record.updatedAt;
			// In the same millisecond, what is kept stays.
			if (record.deletedAt === null && !isNewer) assert.equal(version.deletedAt, null);
			assert.ok(given.some((one) => JSON.stringify(one) === JSON.stringify(version)));
		}
	}
	for (const { symptomId, at, count } of sets.flatMap(({ lookUps }) => lookUps)) {
		assert.ok(merged.lookUps.some((one) => one.symptomId === symptomId && one.at >= at && one.count >= count));
	}
}

const asFile = (content: string | Uint8Array) => fileOf("backup.jsonl", content);
const setting = fc.record(
	Object.fromEntries(
		"isOn pages opensOn dwellMs mentions mostInParagraph hiddenSymptoms hiddenWords underline constructor toString other"
			.split(" ")
			.map((name) => [name, fc.jsonValue()]),
	),
	{ requiredKeys: [] },
);

export const merge: FuzzTarget = {
	name: "merge",
	properties: [
		promise(
			"whoever merges with whom, in whatever order and however often: the same, and nothing is lost",
			fc.record({ a: deviceRecords, b: deviceRecords, c: deviceRecords }),
			({ a, b, c }) => {
				const merged = mergeBackups(mergeBackups(a, b), c);
				assert.deepEqual(mergeBackups(a, mergeBackups(b, c)), merged);
				assert.deepEqual(mergeBackups(mergeBackups(c, a), b), merged);
				assert.deepEqual(mergeBackups(merged, merged), merged);
				assert.deepEqual(mergeBackups(merged, b), merged);
				assertNothingLost(merged, [a, b, c]);
				const { added, changed, removed, same } = countChanges(merged, merged);
				assert.deepEqual({ added, changed, removed }, { added: 0, changed: 0, removed: 0 });
				assert.ok(same <= RECORD_KINDS.reduce((sum, kind) => sum + merged[kind].length, 0));
			},
		),
		promise(
			"a restore into the database does what the preview says, again nothing, and can be undone",
			fc.record({ mine: deviceRecords, theirs: deviceRecords }),
			async ({ mine, theirs }) => {
				await withFuzzDatabase(async (database) => {
					await restoreRecords(database, mine, newPack, () => 10);
					const before = await readRecords(database);
					const preview = await previewRestore(database, theirs);
					const restored = await restoreRecords(database, theirs, newPack, () => 20);
					assert.deepEqual(restored.counts, preview);
					const after = await readRecords(database);
					assert.deepEqual(mergeBackups(after, noRecords()), mergeBackups(before, theirs));
					const again = await restoreRecords(database, theirs, newPack, () => 30);
					assert.deepEqual(again.counts, { ...again.counts, added: 0, changed: 0, removed: 0 });
					await undoRestore(database, restored, newPack, () => 40);
					assert.deepEqual(shown(await readRecords(database)), shown(before));
				});
			},
		),
		promise("a backup is read as it was written", deviceRecords, async (set) => {
			const valid = validOf(set);
			const read = await readBackup(asFile(backupOf(valid)));
			assert.deepEqual(read.records, valid);
		}),
		promise(
			"a backup that was changed is read to valid records, or refused with place and reason",
			anyBackup,
			async (content) => {
				const file = asFile(bytesOf(content));
				try {
					const read = await readBackup(file);
					assert.deepEqual(validOf(read.records), read.records);
					assert.equal(Object.getPrototypeOf(read.header.settings), Object.prototype);
					keptSettings(read.header.settings);
					for await (const _ of packAnswersOf(file, "bundled"));
				} catch (error) {
					if (!(error instanceof BackupInvalidError)) throw error;
					assert.match(error.message, /^backup\.jsonl: ./);
				}
			},
		),
		promise(
			"each pack of a backup that was changed is restored whole, or is not there",
			anyPackBackup,
			async (content) => {
				const file = asFile(bytesOf(content));
				await withFuzzDatabase(async (database) => {
					try {
						const { packs } = await readBackup(file);
						for (const { error } of await restorePacks(database, file, packs, ["bundled"])) if (error) throw error;
					} catch (error) {
						if (!(error instanceof BackupInvalidError)) throw error;
					}
					const packs = await database.packs.toArray();
					const answers = await database.answers.toArray();
					for (const { edition, answerCount } of packs) {
						assert.equal(answers.filter((row) => row.edition === edition).length, answerCount);
					}
					assert.equal(
						answers.length,
						packs.reduce((sum, { answerCount }) => sum + answerCount, 0),
					);
					assert.ok(packs.every(({ id }) => id !== "bundled"));
					assert.equal(await database.looseEditions.count(), 0);
				});
			},
		),
		promise("of settings in a backup only those that are understood are kept", setting, (settings) => {
			const kept = keptSettings(settings);
			assert.deepEqual(keptSettings(kept), kept);
			// Earlier files hold the words as symptoms.
			const given = "hiddenSymptoms" in settings ? { ...settings, hiddenWords: {} } : settings;
			assert.ok(Object.keys(kept).every((name) => Object.hasOwn(given, name) && name !== "constructor"));
		}),
	],
};

/** What the reader sees of records, without when they were written. */
function shown(set: BackupRecords): unknown {
	const sorted = mergeBackups(set, noRecords());
	const kept = <T extends StampedRecord>(list: T[]) =>
		list.filter(({ deletedAt }) => deletedAt === null).map((record) => ({ ...record, updatedAt: 0 }));
	return {
		savedAnswers: kept(sorted.savedAnswers),
		diary: kept(sorted.diary),
		captured: kept(sorted.captured),
		lookUps: sorted.lookUps,
	};
}
