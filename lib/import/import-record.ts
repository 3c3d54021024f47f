import * as z from "zod";
import { type Answer, answerSchema, symptomIdSchema } from "../../data/schema";
import { FIELD_LIMITS } from "./limits";
import { answerIdFrom, answerIdOf } from "./record-ids";
import { tryParse } from "./try-parse";

/** Longest title in characters: two lines of a card. A longer question is cut there at a word, in the title alone. */
const LONGEST_TITLE = 160;

const text = (longest: number) =>
	z
		.string({ error: (issue) => (issue.input === undefined || issue.input === null ? "is missing" : "must be text") })
		.trim()
		.max(longest, `is longer than ${longest.toLocaleString("en")} characters`);

/** Blank is the same as not given: that is how a table says it. */
const optional = (longest: number) =>
	text(longest)
		.nullish()
		.transform((value) => value || null);

const DAY_MESSAGE = "must be a day written as YYYY-MM-DD";
const daySchema = z.iso.date();
const optionalDay = z
	.string({ error: DAY_MESSAGE })
	.trim()
	.transform((day) => day.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, "$1-$2-$3"))
	.refine((day) => day === "" || daySchema.safeParse(day).success, DAY_MESSAGE)
	.nullish()
	.transform((day) => day || null);

const addressSchema = z.url({ protocol: /^https?$/ });
const optionalAddress = text(FIELD_LIMITS.url)
	.refine((address) => address === "" || addressSchema.safeParse(address).success, "must be an http or https address")
	.nullish()
	.transform((address) => address || null);

const item = text(FIELD_LIMITS.short);
/** A list, or a text with semicolons or bars between the items, as a table cell has it. Blanks and repeats are dropped. */
const list = z
	.union([z.array(item), text(FIELD_LIMITS.background).transform((items) => items.split(/[;|]/))], {
		error: "must be a list of short texts",
	})
	.nullish()
	.transform((items) => [...new Set((items ?? []).map((each) => each.trim()).filter(Boolean))])
	.refine((items) => items.length <= FIELD_LIMITS.items, `has more than ${FIELD_LIMITS.items} items`);

/** The simple record that JSON, JSONL and CSV files hold; further fields are ignored. */
const importRecordSchema = z.object({
	id: z.union([text(FIELD_LIMITS.short), z.number()], { error: "must be text or a number" }).nullish(),
	question: text(FIELD_LIMITS.question).min(1, "is missing"),
	answer: text(FIELD_LIMITS.answer).min(1, "is missing"),
	/** Who answers: a site, a hospital, a public body. `site` is the same under its other name and goes first. */
	source: optional(FIELD_LIMITS.short),
	site: optional(FIELD_LIMITS.short),
	url: optionalAddress,
	lang: z
		.string({ error: "must be text" })
		.trim()
		.regex(/^([a-z]{2,3}(-[a-z0-9]{1,8}){0,4})?$/i, "must be a language code such as en")
		.nullish(),
	doctor: optional(FIELD_LIMITS.short),
	specialty: optional(FIELD_LIMITS.short),
	hospital: optional(FIELD_LIMITS.short),
	askedOn: optionalDay,
	repliedOn: optionalDay,
	background: optional(FIELD_LIMITS.background),
	topics: list,
	symptoms: list,
});
type ImportRecord = z.infer<typeof importRecordSchema>;
/** A field of the simple record. */
export type RecordField = keyof ImportRecord;
/** All of them, in the order a form shows them. */
export const RECORD_FIELDS = Object.keys(importRecordSchema.shape) as RecordField[];

/** What became of a record. `<field> <reason>` reads as a sentence. */
export type RecordResult =
	| { kind: "answer"; answer: Answer }
	| { kind: "skipped" }
	| { kind: "fault"; field: string; reason: string };

const WHOLE_RECORD = "(whole record)";

/**
 * The answer that a record of an imported file stands for: a simple record, or an
 * answer as this product exports it. `site` names the source where the record does
 * not. Taken whole or not at all; texts stay as they are but for the space around them.
 */
export function toAnswer(record: unknown, { site }: { site: string }): RecordResult {
	if (typeof record !== "object" || record === null || Array.isArray(record)) {
		return { kind: "fault", field: WHOLE_RECORD, reason: "must be an object with a question and an answer" };
	}
	const { question, answer, replies } = record as Record<string, unknown>;
	if (Array.isArray(replies) || (typeof question === "object" && question !== null)) return exportedAnswer(record);
	if (isBlank(answer) && !isBlank(question)) return { kind: "skipped" };
	const parsed = tryParse(importRecordSchema, record);
	return parsed.success ? { kind: "answer", answer: answerOf(parsed.data, site) } : faultOf(parsed.error);
}

function exportedAnswer(record: object): RecordResult {
	const parsed = tryParse(answerSchema, record);
	return parsed.success ? { kind: "answer", answer: parsed.data } : faultOf(parsed.error);
}

function faultOf(error: z.core.$ZodError): RecordResult {
	const [issue] = error.issues;
	const field = issue?.path.join(".") || WHOLE_RECORD;
	return { kind: "fault", field, reason: issue?.message ?? "is not valid" };
}

function answerOf(record: ImportRecord, site: string): Answer {
	const { question, answer, doctor, specialty, hospital, repliedOn } = record;
	const givenId = String(record.id ?? "");
	return {
		id: givenId === "" ? answerIdOf(question, answer) : answerIdFrom(givenId),
		url: record.url,
		site: record.site ?? record.source ?? site,
		title: titleOf(question),
		lang: record.lang || "en",
		wording: "verbatim",
		question: { text: question, askerAge: null, askerSex: null, askedOn: record.askedOn },
		replies: [{ doctor, specialty, hospital, repliedOn, text: answer }],
		background: record.background,
		symptoms: record.symptoms.flatMap((id) => symptomIdSchema.safeParse(id).data ?? []),
		similar: [],
		topics: record.topics,
		relatedTopics: [],
		caution: null,
		complete: true,
		completenessNote: "As in the imported file",
	};
}

/** A question in one line: some collections put a space before the question mark, and people write paragraphs. */
function titleOf(question: string): string {
	const line = question.replace(/\s+/g, " ").replace(/ +\?/g, "?");
	if (line.length <= LONGEST_TITLE) return line;
	const cut = line.slice(0, LONGEST_TITLE);
	return `${cut.slice(0, cut.lastIndexOf(" ") + 1).trim() || cut}\u2026`;
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
