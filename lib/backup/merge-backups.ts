import type { BackupRecords } from "./backup-records";
import { canonicalJson } from "./canonical-json";
import { mergeLookUps, mergeRecords } from "./merge-records";

/** What becomes of records by a merge. */
export interface MergeCounts {
	added: number;
	changed: number;
	removed: number;
	same: number;
}

/** Both sets as one. Commutative, associative and idempotent, as each of its parts is. */
export function mergeBackups(mine: BackupRecords, theirs: BackupRecords): BackupRecords {
	const byId = ({ id }: { id: string }) => id;
	return {
		savedAnswers: mergeRecords(byId, mine.savedAnswers, theirs.savedAnswers),
		diary: mergeRecords(byId, mine.diary, theirs.diary),
		lookUps: mergeLookUps(mine.lookUps, theirs.lookUps),
		captured: mergeRecords(byId, mine.captured, theirs.captured),
	};
}

/** The same records, each once, in the order in which every merge leaves them. */
export function inOrder(records: BackupRecords): BackupRecords {
	return mergeBackups(records, records);
}

/** How what a reader sees differs: a record that is removed in both, or new and removed at once, is not counted. */
export function countChanges(before: BackupRecords, after: BackupRecords): MergeCounts {
	const counts: MergeCounts = { added: 0, changed: 0, removed: 0, same: 0 };
	const byId = ({ id }: { id: string }) => id;
	const bySymptom = ({ symptomId }: { symptomId: string }) => symptomId;
	count(counts, byId, before.savedAnswers, after.savedAnswers);
	count(counts, byId, before.diary, after.diary);
	count(counts, bySymptom, before.lookUps, after.lookUps);
	count(counts, byId, before.captured, after.captured);
	return counts;
}

/** Each record that another set has in another version, with what was there before. */
export function differingRecords<T>(
	keyOf: (record: T) => string,
	before: readonly T[],
	after: readonly T[],
): { before: T | undefined; after: T }[] {
	const old = new Map(before.map((record) => [keyOf(record), record]));
	return after.flatMap((record) => {
		const was = old.get(keyOf(record));
		return was !== undefined && canonicalJson(was) === canonicalJson(record) ? [] : [{ before: was, after: record }];
	});
}

function count<T extends object>(
	counts: MergeCounts,
	keyOf: (record: T) => string,
	before: readonly T[],
	after: readonly T[],
): void {
	const differing = differingRecords(keyOf, before, after);
	const differingKeys = new Set(differing.map(({ after: record }) => keyOf(record)));
	for (const record of before) if (isShown(record) && !differingKeys.has(keyOf(record))) counts.same++;
	for (const { before: was, after: is } of differing) {
		const wasShown = was !== undefined && isShown(was);
		if (wasShown && isShown(is)) counts.changed++;
		else if (wasShown) counts.removed++;
		else if (isShown(is)) counts.added++;
	}
}

function isShown(record: object): boolean {
	return !("deletedAt" in record) || record.deletedAt === null;
}
