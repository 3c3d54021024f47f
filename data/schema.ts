/**
 * The shape of all content. Every content type of the product is inferred from
 * these schemas; `data/README.md` explains each field for people who write it.
 */
import * as z from "zod";
import { termSchema } from "./term-schema";

/** kebab-case, the same as the file name: `eyelid-twitching`. */
export const symptomIdSchema = z
	.string()
	.regex(/^[a-z]+(-[a-z]+)*$/, "must be lower-case words joined by hyphens")
	.brand<"SymptomId">();
export type SymptomId = z.infer<typeof symptomIdSchema>;

/** `YYYY-MM-DD`, a day that exists. */
const daySchema = z.iso.date();

/** Only web addresses may become links: anything else could run as script. */
const webAddressSchema = z.url({ protocol: /^https?$/, message: "must be an http or https address" });

/** Any text that says something. */
export const textSchema = z.string().trim().min(1);

/**
 * How fast to get help. Three tiers and no more, after the NHS care cards:
 * https://service-manual.nhs.uk/design-system/patterns/help-users-decide-when-and-where-to-get-care
 */
export const urgencySchema = z.enum(["emergency", "same-day", "soon"]);
export type Urgency = z.infer<typeof urgencySchema>;

/** Where a statement was read. `grade`: A public body, B hospital or charity, C other, D copy of a grade-A text. */
export const sourceFields = {
	name: textSchema,
	url: webAddressSchema,
	year: z.int().min(1990).max(2100).nullable(),
	grade: z.enum(["A", "B", "C", "D"]),
};
const sourceSchema = z.strictObject({ id: z.string().min(1), ...sourceFields });
export type Source = z.infer<typeof sourceSchema>;

/** One statement in plain words, with the ids of the sources (of the same file) that carry it. */
const statementSchema = z.strictObject({
	text: textSchema,
	sources: z.array(z.string()).min(1, "every statement names its source"),
});
export type Statement = z.infer<typeof statementSchema>;

/** A statement about when to get help, with how fast. */
const urgentStatementSchema = z.strictObject({
	text: statementSchema.shape.text,
	urgency: urgencySchema,
	sources: statementSchema.shape.sources,
});
export type UrgentStatement = z.infer<typeof urgentStatementSchema>;

/** `clinician` stays null until a named clinician has signed it off. */
export const reviewSchema = z
	.strictObject({
		checkedOn: daySchema,
		nextCheck: daySchema,
		clinician: z.string().nullable(),
		/** Stands for what was checked: `npm run checked` writes it, and it shows any later change. */
		digest: z.string(),
	})
	.refine(({ checkedOn, nextCheck }) => nextCheck > checkedOn, {
		path: ["nextCheck"],
		message: "must be later than checkedOn",
	});
export type Review = z.infer<typeof reviewSchema>;

export const symptomSchema = z
	.strictObject({
		id: symptomIdSchema,
		/** As people say it, in sentence case: "Eyelid twitching". */
		name: textSchema,
		/** As doctors write it, or null where they use the same word. */
		clinicalTerm: textSchema.nullable(),
		/** What patients write. Inflected forms are made for us; see `lib/detection/word-forms.ts`. */
		layTerms: z.array(termSchema).min(1),
		/** What doctors write. */
		clinicalTerms: z.array(termSchema),
		bodySystem: z.string().min(1),
		specialty: z.string().min(1),
		codes: z.strictObject({
			hpo: z.string().nullable(),
			symp: z.string().nullable(),
			icd10: z.array(z.string()),
			icpc2: z.string().nullable(),
		}),
		/** What a source says of how often it is harmless: the first thing a worried reader asks. Null where none does. */
		usuallyHarmless: statementSchema.nullable(),
		/** One plain paragraph on what it is; null while no reviewed explanation exists. */
		explanation: statementSchema.nullable(),
		/** Usual harmless triggers. */
		triggers: z.array(statementSchema),
		/** Causes that doctors look for; shown folded, after the calm part. */
		otherCauses: z.array(statementSchema),
		/** Warning signs. Empty means that no source lists them, never that there are none. */
		redFlags: z.array(urgentStatementSchema),
		whenToSeekCare: z.array(urgentStatementSchema),
		selfCare: z.array(statementSchema),
		tests: z.array(statementSchema),
		related: z.array(symptomIdSchema),
		sources: z.array(sourceSchema),
		review: reviewSchema,
		/** Sentences in which this symptom has to be found. */
		mustMatch: z.array(textSchema),
		/** Sentences in which it must not be found. */
		mustNotMatch: z.array(textSchema),
	})
	.superRefine((symptom, context) => {
		const known = new Set(symptom.sources.map((source) => source.id));
		const used = new Set<string>();
		for (const { path, statement } of statementsOf(symptom)) {
			for (const id of statement.sources) {
				used.add(id);
				if (!known.has(id)) {
					context.addIssue({
						code: "custom",
						path: [...path, "sources"],
						message: `"${id}" is not in this file's sources`,
					});
				}
			}
		}
		symptom.sources.forEach((source, index) => {
			if (!used.has(source.id)) {
				context.addIssue({ code: "custom", path: ["sources", index], message: `no statement uses "${source.id}"` });
			}
		});
	});
export type Symptom = z.infer<typeof symptomSchema>;

/** Every statement of a symptom with its path in the file, in reading order. */
export function statementsOf(
	symptom: Pick<
		Symptom,
		| "usuallyHarmless"
		| "explanation"
		| "triggers"
		| "otherCauses"
		| "redFlags"
		| "whenToSeekCare"
		| "selfCare"
		| "tests"
	>,
): { path: (string | number)[]; statement: Statement }[] {
	const sections = ["triggers", "otherCauses", "redFlags", "whenToSeekCare", "selfCare", "tests"] as const;
	return [
		...(symptom.usuallyHarmless ? [{ path: ["usuallyHarmless"], statement: symptom.usuallyHarmless }] : []),
		...(symptom.explanation ? [{ path: ["explanation"], statement: symptom.explanation }] : []),
		...sections.flatMap((section) =>
			symptom[section].map((statement, index) => ({ path: [section, index], statement })),
		),
	];
}

/** A symptom as far as it can be searched for and linked to. */
export interface SymptomSummary {
	id: SymptomId;
	name: string;
	clinicalTerm: string | null;
	/** Lay and clinical terms as written, without inflections. */
	terms: string[];
}

/** Unique within its pack: `doctorqna-164804`. */
export const answerIdSchema = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
	.brand<"AnswerId">();
export type AnswerId = z.infer<typeof answerIdSchema>;

/** One reply. A named doctor, or (with `doctor: null`) the institution that answered. */
const replySchema = z.strictObject({
	doctor: textSchema.nullable(),
	specialty: textSchema.nullable(),
	hospital: textSchema.nullable(),
	repliedOn: daySchema.nullable(),
	text: textSchema,
});
export type Reply = z.infer<typeof replySchema>;

export const answerSchema = z.strictObject({
	id: answerIdSchema,
	url: webAddressSchema.nullable(),
	site: textSchema,
	title: textSchema,
	lang: z.string().min(2),
	/** `summary`: in our own words, and labelled so wherever it is shown. `verbatim`: as printed on the page. */
	wording: z.enum(["summary", "verbatim"]),
	question: z.strictObject({
		text: textSchema,
		/** An age band or age as printed, never a birth date: "20-29". */
		askerAge: textSchema.nullable(),
		/** Only where the text itself settles it. */
		askerSex: z.enum(["female", "male"]).nullable(),
		askedOn: daySchema.nullable(),
		/** Set where nobody in particular asked: a question of ours that an institution's page answers. */
		posedBy: z.literal("editors").optional(),
	}),
	replies: z.array(replySchema).min(1),
	/** The site's own text, kept apart from the doctor's words. */
	background: textSchema.nullable(),
	/** The main one first. Empty only in what a reader brings along. */
	symptoms: z.array(symptomIdSchema),
	/** The page's "Similar Q&A". */
	similar: z.array(
		z.strictObject({ title: textSchema, doctor: textSchema.nullable(), specialty: textSchema.nullable() }),
	),
	/** What it is about, in a few words each. */
	topics: z.array(textSchema),
	/** The page's "Related FAQ" of the department. */
	relatedTopics: z.array(textSchema),
	/** Where a claim conflicts with reference texts; always shown with the reply. */
	caution: textSchema.nullable(),
	/** False where only part of the page was seen, with the reason in `completenessNote`. */
	complete: z.boolean(),
	completenessNote: textSchema,
});
export type Answer = z.infer<typeof answerSchema>;

/** A file of `data/answers/`: one site or source each. */
export const answerFileSchema = z.strictObject({
	source: textSchema,
	answers: z
		.array(
			answerSchema.refine(({ symptoms }) => symptoms.length > 0, {
				path: ["symptoms"],
				message: "must name at least one symptom",
			}),
		)
		.min(1),
});
export type AnswerFile = z.infer<typeof answerFileSchema>;

/** A library that is stored, updated and removed as a whole. The bundled answers are one. */
export const packSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	name: textSchema,
	/** Changes whenever the content does; a stored pack with another version is replaced. */
	version: z.string().min(1),
	origin: textSchema,
	licence: textSchema,
	date: daySchema,
	answers: z.array(answerSchema),
});
export type Pack = z.infer<typeof packSchema>;
