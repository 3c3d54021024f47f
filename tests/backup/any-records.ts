import fc from "fast-check";
import { symptomIdSchema } from "../../data/schema";
import type { BackupRecords } from "../../lib/backup/backup-records";
import { capturedOf, captureRemoved, episodeOf, savedOf } from "./record-samples";

// Few ids and few moments, so that versions of one record meet, often in the same millisecond.
const id = fc.constantFrom("a", "b", "c");
const moment = fc.integer({ min: 0, max: 3 });
const removedAt = fc.option(moment, { nil: null, freq: 1 });
const word = fc.constantFrom("", "coffee", "after coffee", "Coffee");
/** Records of one device; those of another share most of their ids. */
export const anyRecords: fc.Arbitrary<BackupRecords> = fc.record({
	savedAnswers: fc.array(
		fc
			.tuple(id, fc.constantFrom("x", "y"), word, fc.array(word, { maxLength: 2 }), moment, moment, removedAt)
			.map(([key, answerId, note, tags, savedAt, updatedAt, deletedAt]) =>
				savedOf(key, { answerId: answerId as never, note, tags, savedAt, updatedAt, deletedAt }),
			),
		{ maxLength: 5 },
	),
	diary: fc.array(
		fc
			.tuple(id, word, moment, removedAt)
			.map(([key, note, updatedAt, deletedAt]) => episodeOf(key, { note, updatedAt, deletedAt })),
		{ maxLength: 5 },
	),
	lookUps: fc.array(
		fc
			.tuple(id, moment, moment)
			.map(([key, at, count]) => ({ symptomId: symptomIdSchema.parse(key), at, count: count + 1 })),
		{ maxLength: 5 },
	),
	captured: fc.array(
		fc
			.tuple(id, moment, fc.constantFrom("A?", "B?", null))
			.map(([key, at, question]) => (question ? capturedOf(key, at, question) : captureRemoved(key, at))),
		{ maxLength: 5 },
	),
});
