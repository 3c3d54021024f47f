import { type BackupHeader, backupLines, lastLine, packLines } from "../backup/backup-file";
import type { BackupRecords } from "../backup/backup-records";
import type { LensDatabase } from "./database";
import { readAnswers } from "./manage-packs";
import { readRecords } from "./restore";

/** What a backup says of itself, and the settings, which lie outside the database. */
export type BackupMeta = Pick<BackupHeader, "writtenAt" | "settings" | "emergencyNumber">;

/** Characters that are put into one part of a file; the browser keeps parts out of memory when they are large. */
const PART = 1_000_000;

/**
 * A backup of everything the reader has: the list, the diary, look-ups and what was kept from pages; and, if wanted, the
 * packs that were imported. `ownPacks` are the packs of the product itself, which need no backup.
 */
export async function writeBackup(
	database: LensDatabase,
	meta: BackupMeta,
	{ withPacks, ownPacks }: { withPacks: boolean; ownPacks: readonly string[] },
): Promise<Blob> {
	const parts = partsOf(backupLines(meta, await readRecords(database)));
	const packs = withPacks ? await database.packs.filter(({ id }) => !ownPacks.includes(id)).toArray() : [];
	for (const { id, name, version, origin, licence, date, edition } of packs) {
		parts.push(...partsOf(packLines({ id, name, version, origin, licence, date }, [], true)));
		for await (const answers of readAnswers(database, edition)) {
			parts.push(...partsOf(packLines({ id, name, version, origin, licence, date }, answers, false)));
		}
	}
	return fileOf([...parts, new Blob([lastLine()])]);
}

/** The same of given records, without packs. */
export function recordsFile(meta: BackupMeta, records: BackupRecords): Blob {
	return fileOf([...partsOf(backupLines(meta, records)), new Blob([lastLine()])]);
}

function fileOf(parts: Blob[]): Blob {
	return new Blob(parts, { type: "application/jsonl" });
}

function partsOf(lines: Iterable<string>): Blob[] {
	const parts: Blob[] = [];
	let part = "";
	for (const line of lines) {
		part += line;
		if (part.length < PART) continue;
		parts.push(new Blob([part]));
		part = "";
	}
	return part === "" ? parts : [...parts, new Blob([part])];
}
