import type { SavedAnswer } from "../messaging/protocol";
import { tidyTags } from "./saved-tags";

/**
 * The personal list as it is shown: an answer that was saved on two devices, under two
 * ids, is one row. It has the id of the copy that was saved first, every note and every
 * tag. The rows themselves stay as they are: joining them in the storage could lose a
 * note that a third device brings later. Order and removed rows are kept; a row without
 * copies is returned as it is.
 */
export function oneRowEach(rows: readonly SavedAnswer[]): SavedAnswer[] {
	const copies = Map.groupBy(rows.filter(isKept), answerKeyOf);
	const shown = new Map([...copies.values()].map((group) => joinCopies(group)).map((joined) => [joined.id, joined]));
	return rows.flatMap((row) => (isKept(row) ? (shown.get(row.id) ?? []) : row));
}

/** Names the answer that a row is a copy of. */
export function answerKeyOf({ packId, answerId }: { packId: string; answerId: string }): string {
	return `${packId}/${answerId}`;
}

/** True unless the reader removed it. */
export function isKept({ deletedAt }: Pick<SavedAnswer, "deletedAt">): boolean {
	return deletedAt === null;
}

function joinCopies(copies: SavedAnswer[]): SavedAnswer {
	const [first, ...others] = copies.toSorted(
		(one, other) => one.savedAt - other.savedAt || (one.id < other.id ? -1 : 1),
	);
	if (others.length === 0) return first as SavedAnswer;
	const joined = { ...(first as SavedAnswer) };
	for (const copy of others) {
		joined.note = joinNotes(joined.note, copy.note);
		joined.tags = tidyTags([...joined.tags, ...copy.tags], Number.POSITIVE_INFINITY);
		joined.updatedAt = Math.max(joined.updatedAt, copy.updatedAt);
	}
	return joined;
}

// A note that was joined before and edited since says the other one already, in paragraphs of its own.
function joinNotes(one: string, other: string): string {
	if (says(one, other)) return one;
	return says(other, one) ? other : `${one.trimEnd()}\n\n${other.trimStart()}`;
}

function says(note: string, other: string): boolean {
	return other.trim() === "" || `\n\n${note.trim()}\n\n`.includes(`\n\n${other.trim()}\n\n`);
}
