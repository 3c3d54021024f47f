/**
 * When a change of a record counts as written, in milliseconds since the epoch: now, but
 * never before what it changes. A device whose clock is fast would else undo for good
 * what is changed on the others.
 */
export function writeTime(before: { updatedAt: number }, now: number): number {
	return Math.max(now, before.updatedAt + 1);
}
