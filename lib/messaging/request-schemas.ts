import * as z from "zod/mini";
import { answerIdSchema, answerSchema, symptomIdSchema } from "../../data/schema";
import {
	LAST_MOMENT,
	LONGEST_ID,
	LONGEST_MINUTES,
	LONGEST_NOTE,
	LONGEST_PLACE,
	LONGEST_TAG,
	MOST_COPIES,
	MOST_TAGS,
} from "../backup/record-limits";
import { LONGEST_NAME } from "../browse/answer-facets";
import { SORTS } from "../browse/browsing";
import { SAVED_SORTS } from "../browse/saved-choice";
import { ASSERTIONS } from "../detection/assertion";
import { STORED_KINDS } from "../storage/stored-data";

/** Longest texts that a request may carry, in characters: generous for people, small for the database. */
const LONGEST_QUERY = 1_000;
const LONGEST_SENTENCE = 1_000;
const LONGEST_TITLE = 2_000;
const LONGEST_ADDRESS = 8_000;

/** Most rows of a list in one reply: several screens of them. */
const MOST_ROWS = 100;

/** As JSON: 30 replies of the longest text that a capture keeps, twice, for what a reader adds. */
const LONGEST_ANSWER = 1_200_000;

const text = (longest: number) => z.string().check(z.maxLength(longest));

// Only web addresses may become links later; other pages are remembered without one.
const pageUrlSchema = z.pipe(
	text(LONGEST_ADDRESS),
	z.transform((url: string) => (/^https?:\/\//i.test(url) ? url : "")),
);

const contextSchema = z.strictObject({
	symptomId: z.nullable(symptomIdSchema),
	sentence: text(LONGEST_SENTENCE),
	pageTitle: text(LONGEST_TITLE),
	pageUrl: pageUrlSchema,
});

const filterSchema = z.strictObject({
	packId: z.nullable(text(LONGEST_ID)),
	site: z.nullable(text(LONGEST_NAME)),
	doctor: z.nullable(text(LONGEST_NAME)),
	specialty: z.nullable(text(LONGEST_NAME)),
	year: z.nullable(z.int()),
});

/** Most saved answers that one request changes: ten times the longest list that is measured. */
const MOST_SAVED = 100_000;

const savedIdsSchema = z.strictObject({ ids: z.array(text(LONGEST_ID)).check(z.maxLength(MOST_SAVED)) });
const tagSchema = text(LONGEST_TAG).check(z.trim(), z.minLength(1));

const savedFilterSchema = z.strictObject({
	tag: z.nullable(text(LONGEST_TAG)),
	symptomId: z.nullable(text(LONGEST_ID)),
	specialty: z.nullable(text(LONGEST_NAME)),
	packId: z.nullable(text(LONGEST_ID)),
});

const savedIdSchema = z.strictObject({ id: text(LONGEST_ID) });

const episodeSchema = z.strictObject({
	id: text(LONGEST_ID).check(z.minLength(1)),
	draft: z.strictObject({
		symptomId: symptomIdSchema,
		at: z.int().check(z.minimum(0), z.maximum(LAST_MOMENT)),
		minutes: z.nullable(z.int().check(z.minimum(0), z.maximum(LONGEST_MINUTES))),
		place: text(LONGEST_PLACE),
		strength: z.nullable(z.literal([1, 2, 3, 4, 5])),
		note: text(LONGEST_NOTE),
	}),
});

/** What each request from a page has to look like; anything more or else is refused. */
export const requestSchemas = {
	findAnswers: z.strictObject({
		symptomId: symptomIdSchema,
		sentence: text(LONGEST_SENTENCE),
		assertion: z.nullable(z.enum(ASSERTIONS)),
	}),
	searchAnswers: z.strictObject({ text: text(LONGEST_QUERY) }),
	findSimilarAnswers: z.strictObject({ packId: text(LONGEST_ID), answerId: answerIdSchema }),
	browseAnswers: z.strictObject({
		filter: filterSchema,
		sort: z.enum(SORTS),
		text: text(LONGEST_QUERY),
		first: z.int().check(z.minimum(0)),
		count: z.int().check(z.minimum(1), z.maximum(MOST_ROWS)),
	}),
	suggestNames: z.strictObject({
		facet: z.enum(["site", "doctor", "specialty"]),
		text: text(LONGEST_NAME),
		filter: filterSchema,
	}),
	readAnswer: z.strictObject({ packId: text(LONGEST_ID), answerId: answerIdSchema }),
	saveAnswer: z.strictObject({ packId: text(LONGEST_ID), answerId: answerIdSchema, context: contextSchema }),
	listSavedAnswers: z.strictObject({
		text: text(LONGEST_QUERY),
		filter: savedFilterSchema,
		sort: z.enum(SAVED_SORTS),
		count: z.int().check(z.minimum(0), z.maximum(MOST_ROWS)),
	}),
	readSavedAnswers: z.strictObject({ ids: z.array(text(LONGEST_ID)).check(z.maxLength(MOST_ROWS)) }),
	changeSavedAnswer: z.strictObject({
		id: text(LONGEST_ID),
		// What was joined of several copies may be longer than what is typed.
		note: z.optional(text(LONGEST_NOTE * MOST_COPIES)),
		tags: z.optional(z.array(tagSchema).check(z.maxLength(MOST_TAGS * MOST_COPIES))),
	}),
	tagSavedAnswers: z.extend(savedIdsSchema, { tag: tagSchema, isOn: z.boolean() }),
	mergeSavedAnswers: savedIdsSchema,
	removeSavedAnswers: savedIdsSchema,
	restoreSavedAnswers: savedIdsSchema,
	removeSavedAnswer: savedIdSchema,
	restoreSavedAnswer: savedIdSchema,
	listLookUps: z.undefined(),
	forgetLookUps: z.strictObject({ symptomId: z.nullable(symptomIdSchema) }),
	addEpisode: episodeSchema,
	changeEpisode: episodeSchema,
	removeEpisode: savedIdSchema,
	restoreEpisode: savedIdSchema,
	listEpisodes: z.strictObject({ symptomId: z.nullable(symptomIdSchema), from: z.number(), to: z.number() }),
	noteRestored: z.undefined(),
	acknowledgeLoss: z.undefined(),
	listPacks: z.undefined(),
	changePack: z.strictObject({
		id: text(LONGEST_ID),
		name: z.optional(text(LONGEST_ID).check(z.trim(), z.minLength(1))),
		isOn: z.optional(z.boolean()),
	}),
	removePack: z.strictObject({ id: text(LONGEST_ID) }),
	readPackPart: z.strictObject({
		id: text(LONGEST_ID),
		version: text(LONGEST_ID),
		first: z.int().check(z.nonnegative()),
	}),
	acknowledgeInterrupted: z.undefined(),
	keepCaptured: z.strictObject({
		answer: answerSchema.refine((answer) => JSON.stringify(answer).length <= LONGEST_ANSWER),
	}),
	removeCaptured: z.strictObject({ answerId: answerIdSchema }),
	describeStorage: z.undefined(),
	deleteStored: z.strictObject({ what: z.enum([...STORED_KINDS, "everything"]) }),
};
