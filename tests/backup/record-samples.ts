import { answerIdSchema, symptomIdSchema } from "../../data/schema";
import { type BackupRecords, type CapturedRecord, noRecords } from "../../lib/backup/backup-records";
import type { DiaryEpisode, SavedAnswer } from "../../lib/messaging/protocol";
import { answerOf } from "../search/answer-of";

/** A saved answer for tests; what matters is given, the rest is plain. */
export function savedOf(id: string, given: Partial<SavedAnswer> = {}): SavedAnswer {
	const answerId = given.answerId ?? answerIdSchema.parse(id);
	return {
		id,
		packId: "bundled",
		answerId,
		snapshot: answerOf(answerId, { title: `Title of ${answerId}` }),
		packName: "Test data",
		context: { symptomId: null, sentence: "", pageTitle: "", pageUrl: "" },
		note: "",
		tags: [],
		savedAt: 1_000,
		updatedAt: 1_000,
		deletedAt: null,
		...given,
	};
}

/** An episode of lip twitching. */
export function episodeOf(id: string, given: Partial<DiaryEpisode> = {}): DiaryEpisode {
	return {
		id,
		symptomId: symptomIdSchema.parse("lip-twitching"),
		at: 1_000,
		minutes: null,
		place: "",
		strength: null,
		note: "",
		updatedAt: 1_000,
		deletedAt: null,
		...given,
	};
}

/** An answer kept from a page. */
export function capturedOf(id: string, updatedAt: number, question = "A question?"): CapturedRecord {
	return { id: answerIdSchema.parse(id), answer: answerOf(id, { question }), updatedAt, deletedAt: null };
}

/** The note that a captured answer was removed. */
export function captureRemoved(id: string, updatedAt: number): CapturedRecord {
	return { id: answerIdSchema.parse(id), answer: null, updatedAt, deletedAt: updatedAt };
}

/** Records of which only some kinds matter. */
export const recordsOf = (given: Partial<BackupRecords>): BackupRecords => ({ ...noRecords(), ...given });
