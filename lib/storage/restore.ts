import type { Table } from "dexie";
import type { Answer } from "../../data/schema";
import type { BackupRecords, CapturedRecord } from "../backup/backup-records";
import { canonicalJson } from "../backup/canonical-json";
import { countChanges, differingRecords, type MergeCounts, mergeBackups } from "../backup/merge-backups";
import { mergeRecords, type StampedRecord } from "../backup/merge-records";
import { writeTime } from "../backup/write-time";
import type { LookUp } from "../messaging/protocol";
import { captureTimeOf, readCaptureTimes, writeCaptureTimes } from "./capture-times";
import { oneAtATime, versionOf } from "./captured-answers";
import { CAPTURED_PACK_ID } from "./captured-pack";
import type { LensDatabase } from "./database";
import { clearIfPossible } from "./editions";
import { hidePack, readAnswers } from "./manage-packs";
import { type PackHeader, storePack } from "./packs";

/** What the captured pack says of itself where it comes with a restore. */
export type NewPack = Pick<PackHeader, "name" | "origin" | "licence">;

/** What was done, and what it takes to undo it. */
export interface Restored {
	counts: MergeCounts;
	before: BackupRecords;
	after: BackupRecords;
}

/** Everything of the reader's that a merge goes through, removed records included. */
export async function readRecords(database: LensDatabase): Promise<BackupRecords> {
	const { savedAnswers, diary, lookUps } = database;
	const [saved, episodes, looked, captured] = await Promise.all([
		savedAnswers.toArray(),
		diary.toArray(),
		lookUps.toArray(),
		readCaptured(database),
	]);
	return { savedAnswers: saved, diary: episodes, lookUps: looked, captured };
}

/** What a merge with these records would do. Writes nothing. */
export async function previewRestore(database: LensDatabase, theirs: BackupRecords): Promise<MergeCounts> {
	const mine = await readRecords(database);
	return countChanges(mine, mergeBackups(mine, theirs));
}

/** Merges records into the storage: all of them or, whatever fails, none. What is `alsoWritten` is one with them. */
export function restoreRecords(
	database: LensDatabase,
	theirs: BackupRecords,
	newPack: NewPack,
	now = Date.now,
	alsoWritten: () => Promise<void> = async () => undefined,
): Promise<Restored> {
	return oneAtATime(async () => {
		const { savedAnswers, diary, lookUps, meta } = database;
		const captured = await readCaptured(database);
		const merged = mergeRecords(idOf, captured, theirs.captured);
		const tables = [savedAnswers, diary, lookUps, meta];
		let restored: Restored | undefined;
		const write = async () => {
			const before: BackupRecords = {
				savedAnswers: await savedAnswers.toArray(),
				diary: await diary.toArray(),
				lookUps: await lookUps.toArray(),
				captured,
			};
			const after = mergeBackups(before, theirs);
			await savedAnswers.bulkPut(changedOf(idOf, before.savedAnswers, after.savedAnswers));
			await diary.bulkPut(changedOf(idOf, before.diary, after.diary));
			await lookUps.bulkPut(changedOf(symptomOf, before.lookUps, after.lookUps));
			if (changedOf(idOf, captured, merged).length > 0) {
				await writeCaptureTimes(
					database,
					new Map(merged.map(({ id, updatedAt, deletedAt }) => [id, { updatedAt, deletedAt }])),
				);
			}
			await alsoWritten();
			restored = { counts: countChanges(before, after), before, after };
		};
		await writeCaptured(database, captured, merged, newPack, { tables, write }, now);
		if (!restored) throw new Error("A restore ended without writing");
		return restored;
	});
}

/**
 * Takes a restore back: what it added is removed, what it changed is as it was, unless it was changed again since. These
 * are new writes, so that the next merge with the same file does not bring all of it back.
 */
export async function undoRestore(
	database: LensDatabase,
	{ before, after }: Pick<Restored, "before" | "after">,
	newPack: NewPack,
	now = Date.now,
): Promise<MergeCounts> {
	const current = await readRecords(database);
	const undo = {
		savedAnswers: undone(before.savedAnswers, after.savedAnswers, current.savedAnswers, now()),
		diary: undone(before.diary, after.diary, current.diary, now()),
		captured: undone(before.captured, after.captured, current.captured, now()).map(
			(record): CapturedRecord => (record.deletedAt === null ? record : { ...record, answer: null }),
		),
		lookUps: [],
	};
	const { counts } = await restoreRecords(database, undo, newPack, now, () =>
		undoLookUps(database, before.lookUps, after.lookUps),
	);
	return counts;
}

async function readCaptured(database: LensDatabase): Promise<CapturedRecord[]> {
	const pack = await database.packs.get(CAPTURED_PACK_ID);
	const times = await readCaptureTimes(database);
	const records = new Map<string, CapturedRecord>();
	if (pack) {
		for await (const answers of readAnswers(database, pack.edition)) {
			for (const answer of answers) {
				records.set(answer.id, { id: answer.id, answer, ...captureTimeOf(times, answer.id), deletedAt: null });
			}
		}
	}
	for (const [id, time] of times) {
		if (!records.has(id) && time.deletedAt !== null) {
			records.set(id, { id: id as CapturedRecord["id"], answer: null, ...time });
		}
	}
	return [...records.values()];
}

// The pack is written anew only if one of its answers differs; either way in one transaction with all the rest.
async function writeCaptured(
	database: LensDatabase,
	before: CapturedRecord[],
	merged: CapturedRecord[],
	newPack: NewPack,
	alongside: { tables: Table[]; write: () => Promise<void> },
	now: () => number,
): Promise<void> {
	const { packs, looseEditions, answers } = database;
	const wanted = answersOf(merged);
	const isSame = canonicalJson(answersOf(before)) === canonicalJson(wanted);
	const pack = await packs.get(CAPTURED_PACK_ID);
	if (isSame || (wanted.length === 0 && !pack)) {
		await database.transaction("rw", alongside.tables, alongside.write);
	} else if (wanted.length === 0) {
		const tables = [packs, looseEditions, answers, ...alongside.tables];
		const edition = await database.transaction("rw", tables, async () => {
			const hidden = await hidePack(database, CAPTURED_PACK_ID, now);
			await alongside.write();
			return hidden;
		});
		if (edition !== undefined) await clearIfPossible(database, edition);
	} else {
		const { name, origin, licence } = pack ?? newPack;
		const header = { id: CAPTURED_PACK_ID, name, origin, licence, ...versionOf(now()) };
		await storePack(database, header, [wanted], { now, alongside });
	}
}

/** In the order in which they were kept. */
function answersOf(records: readonly CapturedRecord[]): Answer[] {
	return records
		.toSorted((one, other) => one.updatedAt - other.updatedAt || (one.id < other.id ? -1 : 1))
		.flatMap(({ answer }) => answer ?? []);
}

function undone<T extends StampedRecord & { id: string }>(before: T[], after: T[], current: T[], now: number): T[] {
	const currentById = new Map(current.map((record) => [record.id, record]));
	return differingRecords(idOf, before, after).flatMap(({ before: was, after: is }) => {
		const found = currentById.get(is.id);
		if (found === undefined || canonicalJson(found) !== canonicalJson(is)) return [];
		const updatedAt = writeTime(is, now);
		return was === undefined ? { ...is, updatedAt, deletedAt: is.deletedAt ?? updatedAt } : { ...was, updatedAt };
	});
}

async function undoLookUps({ lookUps }: LensDatabase, before: LookUp[], after: LookUp[]): Promise<void> {
	const changed = differingRecords(symptomOf, before, after);
	const current = await lookUps.bulkGet(changed.map(({ after: { symptomId } }) => symptomId));
	const undoable = changed.filter(({ after: is }, place) => canonicalJson(current[place]) === canonicalJson(is));
	await lookUps.bulkDelete(undoable.map(({ after: { symptomId } }) => symptomId));
	await lookUps.bulkPut(undoable.flatMap(({ before: was }) => was ?? []));
}

function changedOf<T>(keyOf: (record: T) => string, before: T[], after: T[]): T[] {
	return differingRecords(keyOf, before, after).map(({ after: record }) => record);
}

function idOf({ id }: { id: string }): string {
	return id;
}

function symptomOf({ symptomId }: LookUp): string {
	return symptomId;
}
