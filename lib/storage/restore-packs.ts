import { type BackupPackHeader, packAnswersOf } from "../backup/backup-file";
import type { LensDatabase } from "./database";
import { compareVersions } from "./pack-version";
import { storePack } from "./packs";

/** A file as it is picked. */
type PickedFile = Parameters<typeof packAnswersOf>[0];

/**
 * Stores the packs of a backup that are not here, or here in an older version; each is whole or not there. Returns the
 * names of those that were stored.
 */
export async function restorePacks(
	database: LensDatabase,
	file: PickedFile,
	packs: readonly BackupPackHeader[],
	ownPacks: readonly string[],
): Promise<string[]> {
	const stored: string[] = [];
	for (const header of packs) {
		if (ownPacks.includes(header.id)) continue;
		const here = await database.packs.get(header.id);
		if (here && compareVersions(here.version, header.version) >= 0) continue;
		await storePack(database, header, packAnswersOf(file, header.id));
		stored.push(header.name);
	}
	return stored;
}
