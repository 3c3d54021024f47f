import * as z from "zod";
import { type Answer, type AnswerId, answerIdSchema, answerSchema, symptomIdSchema } from "../../data/schema";
import type { DiaryEpisode, LookUp, SavedAnswer } from "../messaging/protocol";
import type { StampedRecord } from "./merge-records";
import {
	LAST_MOMENT,
	LONGEST_CONTEXT,
	LONGEST_ID,
	LONGEST_MINUTES,
	LONGEST_NOTE,
	LONGEST_PLACE,
	LONGEST_TAG,
	MOST_COPIES,
	MOST_TAGS,
} from "./record-limits";

/** An answer that was kept from a page, or the note that it was removed. */
export interface CapturedRecord extends StampedRecord {
	id: AnswerId;
	/** Null where it was removed. */
	answer: Answer | null;
}

/** Everything that a merge goes through. */
export interface BackupRecords {
	savedAnswers: SavedAnswer[];
	diary: DiaryEpisode[];
	lookUps: LookUp[];
	captured: CapturedRecord[];
}

const moment = z.int().min(0).max(LAST_MOMENT);
const id = z.string().min(1).max(LONGEST_ID);
const stamps = { updatedAt: moment, deletedAt: moment.nullable() };

// Only a web address may become a link.
const pageUrl = z
	.string()
	.max(LONGEST_CONTEXT)
	.refine((url) => url === "" || /^https?:\/\//i.test(url), "must be an http or https address");

const savedAnswer = z.object({
	id,
	packId: id,
	answerId: answerIdSchema,
	snapshot: answerSchema,
	packName: z.string().max(LONGEST_CONTEXT),
	context: z.object({
		symptomId: symptomIdSchema.nullable(),
		sentence: z.string().max(LONGEST_CONTEXT),
		pageTitle: z.string().max(LONGEST_CONTEXT),
		pageUrl,
	}),
	// Databases before version 5 had neither.
	note: z
		.string()
		.max(LONGEST_NOTE * MOST_COPIES)
		.default(""),
	tags: z
		.array(z.string().max(LONGEST_TAG))
		.max(MOST_TAGS * MOST_COPIES)
		.default([]),
	savedAt: moment,
	...stamps,
}) satisfies z.ZodType<SavedAnswer>;

const diaryEpisode = z.object({
	id,
	symptomId: symptomIdSchema,
	at: moment,
	minutes: z.int().min(0).max(LONGEST_MINUTES).nullable(),
	place: z.string().max(LONGEST_PLACE),
	strength: z.literal([1, 2, 3, 4, 5]).nullable(),
	note: z.string().max(LONGEST_NOTE),
	...stamps,
}) satisfies z.ZodType<DiaryEpisode>;

const lookUp = z.object({
	symptomId: symptomIdSchema,
	at: moment,
	count: z.int().min(1).max(1e9),
}) satisfies z.ZodType<LookUp>;

const captured = z
	.object({ id: answerIdSchema, answer: answerSchema.nullable(), ...stamps })
	.refine(({ answer, id }) => answer === null || answer.id === id, {
		path: ["answer", "id"],
		message: "must be the record's id",
	})
	.refine(({ answer, deletedAt }) => (answer === null) === (deletedAt !== null), {
		path: ["answer"],
		message: "must be there unless it was removed",
	}) satisfies z.ZodType<CapturedRecord>;

/** What each kind of record has to look like. Fields that are not known are dropped. */
export const recordSchemas = { savedAnswers: savedAnswer, diary: diaryEpisode, lookUps: lookUp, captured };

export type RecordKind = keyof typeof recordSchemas;

/** The kinds in the order in which a file holds them. */
export const RECORD_KINDS = Object.keys(recordSchemas) as RecordKind[];

export const noRecords = (): BackupRecords => ({ savedAnswers: [], diary: [], lookUps: [], captured: [] });
