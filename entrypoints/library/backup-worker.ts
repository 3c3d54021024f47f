import { bundledPackId } from "virtual:bundled-pack";
import { BackupInvalidError, type ReadBackup, readBackup } from "../../lib/backup/backup-file";
import { noRecords } from "../../lib/backup/backup-records";
import { mergeBackups } from "../../lib/backup/merge-backups";
import { keptSettings } from "../../lib/backup/settings-record";
import { CAPTURED_PACK_ID } from "../../lib/storage/captured-pack";
import { type LensDatabase, openDatabase } from "../../lib/storage/database";
import { previewRestore, restoreRecords, undoRestore } from "../../lib/storage/restore";
import { type RestoredPack, restorePacks } from "../../lib/storage/restore-packs";
import { allSavedAnswers } from "../../lib/storage/saved-answers";
import { StorageFullError, StorageUnreadableError, withStorageErrors } from "../../lib/storage/storage-errors";
import { syncFile } from "../../lib/storage/sync-file";
import { writeBackup } from "../../lib/storage/write-backup";
import type { BackupFailure, BackupOutcome, BackupRequest, BackupWork } from "../hooks/backup-messages";

/** The worker of one piece of work with backups: a large file is read and merged while the page stays free. */

const OWN_PACKS = [bundledPackId, CAPTURED_PACK_ID];

type Answers = {
	[K in keyof BackupWork]: (
		database: LensDatabase,
		request: Parameters<BackupWork[K]>[0],
	) => Promise<ReturnType<BackupWork[K]>>;
};

const answers: Answers = {
	write: (database, { meta, withPacks }) => writeBackup(database, meta, { withPacks, ownPacks: OWN_PACKS }),
	preview: async (database, { files }) => {
		const read = await readAll(files);
		const newest = read.toSorted((one, other) => other.header.writtenAt - one.header.writtenAt)[0];
		return {
			counts: await previewRestore(database, recordsOf(read)),
			packs: read.flatMap(({ packs }) => packs.map(({ name }) => name)),
			writtenAt: newest?.header.writtenAt ?? 0,
			notUnderstood: read.reduce((sum, { notUnderstood }) => sum + notUnderstood, 0),
			settings: keptSettings(newest?.header.settings ?? {}),
			emergencyNumber: newest?.header.emergencyNumber ?? "",
		};
	},
	restore: async (database, { files, newPack }) => {
		const read = await readAll(files);
		const { counts, before, after } = await restoreRecords(database, recordsOf(read), newPack);
		const restored: RestoredPack[] = [];
		for (const [index, { packs }] of read.entries()) {
			const file = files[index];
			if (file) restored.push(...(await restorePacks(database, file, packs, OWN_PACKS)));
		}
		const failed = restored.filter(({ error }) => error !== undefined);
		return {
			counts,
			packs: restored.flatMap(({ name, error }) => (error === undefined ? name : [])),
			failedPacks: await Promise.all(
				failed.map(async ({ name, error }) => ({ name, failure: await failureOf(error) })),
			),
			undo: { before, after },
		};
	},
	undo: (database, { undo, newPack }) => undoRestore(database, undo, newPack),
	sync: async (database, { handle, meta, newPack }) => {
		const { counts, error } = await syncFile(database, handle, meta, newPack);
		return error === undefined ? { counts } : { counts, failure: await failureOf(error) };
	},
	list: (database) => allSavedAnswers(database),
};

self.onmessage = async ({ data }: MessageEvent<BackupRequest>) => {
	self.postMessage(await outcomeOf(data));
};

async function outcomeOf({ kind, request }: BackupRequest): Promise<BackupOutcome<unknown>> {
	try {
		const database = await openDatabase();
		try {
			const answer = answers[kind] as (database: LensDatabase, request: unknown) => Promise<unknown>;
			return { ok: true, value: await answer(database, request) };
		} finally {
			database.close();
		}
	} catch (error) {
		return { ok: false, failure: await failureOf(error) };
	}
}

async function failureOf(error: unknown): Promise<BackupFailure> {
	if (error instanceof BackupInvalidError) return { reason: "invalid", message: error.message };
	// Files have errors of the same kind as the database; only their names tell them apart.
	if (error instanceof DOMException && error.name === "NotFoundError") return { reason: "no-file" };
	if (error instanceof DOMException && ["NotAllowedError", "NoModificationAllowedError"].includes(error.name)) {
		return { reason: "not-allowed" };
	}
	const known = await withStorageErrors(() => Promise.reject(error)).catch((known: unknown) => known);
	if (known instanceof StorageFullError) return { reason: "storage-full" };
	if (known instanceof StorageUnreadableError) return { reason: "storage-unreadable" };
	console.error(error);
	return { reason: "ended" };
}

function readAll(files: readonly File[]): Promise<ReadBackup[]> {
	return Promise.all(files.map((file) => readBackup(file)));
}

function recordsOf(read: readonly ReadBackup[]) {
	return read.reduce((records, backup) => mergeBackups(records, backup.records), noRecords());
}
