import { type BackupPackHeader, packAnswersOf } from "../backup/backup-file";
import type { LensDatabase } from "./database";
import { compareVersions } from "./pack-version";
import { storePack } from "./packs";

/** A file as it is picked. */
type PickedFile = Parameters<typeof packAnswersOf>[0];

/** A pack that came in, or the error for which it did not. */
export interface RestoredPack {
	name: string;
	error?: unknown;
}

/**
 * Stores the packs of a backup that are not here, or here in an older version; each is whole or as it was before, and one
 * that fails keeps no other out. Returns those that came in or should have.
 */
export async function restorePacks(
	database: LensDatabase,
	file: PickedFile,
	packs: readonly BackupPackHeader[],
	ownPacks: readonly string[],
): Promise<RestoredPack[]> {
	const restored: RestoredPack[] = [];
	for (const header of packs) {
		const { id, name, version } = header;
		if (ownPacks.includes(id)) continue;
		try {
			const here = await database.packs.get(id);
			if (here && compareVersions(here.version, version) >= 0) continue;
			await storePack(database, header, packAnswersOf(file, id));
			restored.push({ name });
		} catch (error) {
			restored.push({ name, error });
		}
	}
	return restored;
}
