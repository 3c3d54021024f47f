import type { LookUp } from "../messaging/protocol";
import { canonicalJson } from "./canonical-json";

/** A record that says when it was last written, and whether that was its removal. */
export interface StampedRecord {
	/** Milliseconds since the epoch. */
	updatedAt: number;
	deletedAt: number | null;
}

/**
 * Of two versions of one record, the one that stays: the last written. Where both were
 * written in the same millisecond, a kept one before a removed one, since what is kept
 * can still be removed; then by content, so that every device chooses the same.
 */
function laterOf<T extends StampedRecord>(one: T, other: T): T {
	if (one.updatedAt !== other.updatedAt) return one.updatedAt > other.updatedAt ? one : other;
	const isKept = one.deletedAt === null;
	if (isKept !== (other.deletedAt === null)) return isKept ? one : other;
	return canonicalJson(one) >= canonicalJson(other) ? one : other;
}

/**
 * Both sets as one, by key, in the order of the keys. The order, the grouping and the
 * number of merges make no difference: it is the maximum of an order, record by record.
 */
export function mergeRecords<T extends StampedRecord>(
	keyOf: (record: T) => string,
	mine: Iterable<T>,
	theirs: Iterable<T>,
): T[] {
	return mergeBy(keyOf, laterOf<T>, mine, theirs);
}

/** The same for look-ups, which are never removed one by one: the last time and the higher count. */
export function mergeLookUps(mine: Iterable<LookUp>, theirs: Iterable<LookUp>): LookUp[] {
	const join = (one: LookUp, other: LookUp): LookUp => ({
		symptomId: one.symptomId,
		at: Math.max(one.at, other.at),
		count: Math.max(one.count, other.count),
	});
	return mergeBy(({ symptomId }) => symptomId, join, mine, theirs);
}

function mergeBy<T>(
	keyOf: (record: T) => string,
	join: (one: T, other: T) => T,
	mine: Iterable<T>,
	theirs: Iterable<T>,
): T[] {
	const merged = new Map<string, T>();
	for (const records of [mine, theirs]) {
		for (const record of records) {
			const key = keyOf(record);
			const before = merged.get(key);
			merged.set(key, before === undefined ? record : join(before, record));
		}
	}
	return [...merged].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, record]) => record);
}
