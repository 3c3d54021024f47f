import type { BackupRecords } from "../../lib/backup/backup-records";
import type { MergeCounts } from "../../lib/backup/merge-backups";
import type { SettingsRecord } from "../../lib/backup/settings-record";
import type { SavedAnswer } from "../../lib/messaging/protocol";
import type { NewPack } from "../../lib/storage/restore";
import type { Synced } from "../../lib/storage/sync-file";
import type { BackupMeta } from "../../lib/storage/write-backup";

/** What the page asks of its worker, and what comes back. */
export interface BackupWork {
	/** A backup as a file. */
	write(request: { meta: BackupMeta; withPacks: boolean }): Blob;
	/** What files would change. Writes nothing. */
	preview(request: { files: File[] }): BackupPreview;
	/** Merges the records of files into the storage, all or nothing. Then stores their packs, each of which may fail by itself. */
	restore(request: { files: File[]; newPack: NewPack }): RestoreDone;
	/** Takes the last restore of this page back. */
	undo(request: { undo: RestoreDone["undo"]; newPack: NewPack }): MergeCounts;
	/** Joins the storage with the shared file: its records come in, all or none; then writing may fail by itself. */
	sync(request: { handle: FileSystemFileHandle; meta: BackupMeta; newPack: NewPack }): SyncDone;
	/** The personal list, newest first. */
	list(request: null): SavedAnswer[];
}

export interface BackupPreview {
	counts: MergeCounts;
	/** Names of packs in the files. */
	packs: string[];
	/** When the newest of the files was written, in milliseconds since the epoch. */
	writtenAt: number;
	/** Lines of a later version that were not understood. */
	notUnderstood: number;
	/** Those of the newest file. */
	settings: SettingsRecord;
	emergencyNumber: string;
}

export interface RestoreDone {
	counts: MergeCounts;
	/** Names of packs that were stored. */
	packs: string[];
	/** Packs that could not be stored; what was here of them is here still. */
	failedPacks: { name: string; failure: BackupFailure }[];
	undo: { before: BackupRecords; after: BackupRecords };
}

export interface SyncDone extends Pick<Synced, "counts"> {
	/** Why the file was not brought up to date. */
	failure?: BackupFailure;
}

/**
 * Why work was not done. `invalid`: a file is no sound backup, `message` says where and why. `no-file`: the file was moved
 * or removed. `not-allowed`: the browser wants to be asked again. `ended`: anything else.
 */
export type BackupFailure =
	| { reason: "invalid"; message: string }
	| { reason: "storage-full" | "storage-unreadable" | "no-file" | "not-allowed" | "ended" };

export type BackupOutcome<T> = { ok: true; value: T } | { ok: false; failure: BackupFailure };

export type BackupRequest = {
	[K in keyof BackupWork]: { kind: K; request: Parameters<BackupWork[K]>[0] };
}[keyof BackupWork];
