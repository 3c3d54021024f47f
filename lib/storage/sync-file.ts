import { BackupInvalidError, readBackup } from "../backup/backup-file";
import { type BackupRecords, noRecords } from "../backup/backup-records";
import { canonicalJson } from "../backup/canonical-json";
import { inOrder, type MergeCounts } from "../backup/merge-backups";
import type { LensDatabase } from "./database";
import { type NewPack, restoreRecords } from "./restore";
import { type BackupMeta, recordsFile } from "./write-backup";

/** How often a file that another program writes meanwhile is read anew before giving up until the next time. */
const ATTEMPTS = 5;

/** What came in, and whether the file was written. */
export interface Synced {
	counts: MergeCounts;
	isWritten: boolean;
	/** Why the file was not brought up to date; what came in has come in all the same. */
	error?: unknown;
}

/**
 * Joins the storage with a file that other computers write, too: what the file has comes in, then the file gets what it
 * lacks. Look-ups stay out of it: what is forgotten here must not come back from there; those of the file are left in it.
 * The file is replaced as a whole or stays. Throws `BackupInvalidError` where it is no file to share, the browser's error
 * where it cannot be read: nothing has changed then.
 */
export function syncFile(
	database: LensDatabase,
	handle: FileSystemFileHandle,
	meta: BackupMeta,
	newPack: NewPack,
): Promise<Synced> {
	return navigator.locks.request("symptom-lens-folder-file", async () => {
		const total: MergeCounts = { added: 0, changed: 0, removed: 0, same: 0 };
		let hasMerged = false;
		try {
			for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
				const file = await handle.getFile();
				const theirs = await readShared(file);
				const { counts, after } = await restoreRecords(database, { ...theirs, lookUps: [] }, newPack);
				hasMerged = true;
				total.added += counts.added;
				total.changed += counts.changed;
				total.removed += counts.removed;
				total.same = counts.same;
				const joined = inOrder({ ...after, lookUps: theirs.lookUps });
				const isSame = file.size > 0 && canonicalJson(joined) === canonicalJson(inOrder(theirs));
				if (isSame) return { counts: total, isWritten: false };
				const now = await handle.getFile();
				// Another computer's version has come in meanwhile: it would be lost.
				if (now.lastModified !== file.lastModified || now.size !== file.size) continue;
				await replace(handle, recordsFile(meta, joined));
				return { counts: total, isWritten: true };
			}
			return { counts: total, isWritten: false };
		} catch (error) {
			if (!hasMerged) throw error;
			return { counts: total, isWritten: false, error };
		}
	});
}

async function readShared(file: File): Promise<BackupRecords> {
	// A file that was just made.
	if (file.size === 0) return noRecords();
	const { records, packs, isNewer } = await readBackup(file);
	// Writing would throw away what this version does not know or does not write.
	if (isNewer) throw new BackupInvalidError(`${file.name}: written by a newer Symptom Lens; update this one first`);
	if (packs.length > 0) {
		throw new BackupInvalidError(`${file.name}: holds answer packs, which a shared file does not; choose another file`);
	}
	return records;
}

// What is written lies beside the file until it is closed: https://fs.spec.whatwg.org/#api-filesystemwritablefilestream
async function replace(handle: FileSystemFileHandle, content: Blob): Promise<void> {
	const writable = await handle.createWritable();
	try {
		await writable.write(content);
	} catch (error) {
		await writable.abort().catch(() => undefined);
		throw error;
	}
	await writable.close();
}
