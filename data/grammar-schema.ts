/**
 * The shape of `data/grammar/`: the vocabulary from which the detector composes
 * symptoms, and the words that tell whose they are. `data/README.md` explains each file.
 */
import * as z from "zod";
import { termSchema } from "./term-schema";

const phraseSchema = z
	.string()
	.regex(/^[\p{L}\p{N}]+(?:[ '-][\p{L}\p{N}]+)*$/u, "must be lower-case words")
	.refine((phrase) => phrase === phrase.toLowerCase(), "must be in lower case");
const phrasesSchema = z.array(phraseSchema).min(1);
const cuesSchema = z
	.array(
		z.string().refine((phrase) => phraseSchema.safeParse(phrase.replace(/^=/, "")).success, {
			error: "must be lower-case words; = where the first is meant in this form only",
		}),
	)
	.min(1);
/** A cue may have these sides; each cue has those that the detector asks for. */
const cueSides = {
	/** Cues that speak of what comes after them. */
	before: phrasesSchema,
	/** Cues that speak of what came before them; `=gone away`: its first word in this form only. */
	after: cuesSchema,
	/** Phrases that hold a cue but say something else: "no change". */
	not: phrasesSchema,
	/** Where the reach of a cue ends. */
	end: cuesSchema,
};
const { before, after, not, end } = cueSides;

/** Each field is a file of `data/grammar/` with the same name. */
export const grammarSchemas = {
	/** Parts of the body, and functions like sleep and appetite, with their words; `general` ones lose to any other. */
	parts: z
		.strictObject({ parts: z.record(z.string(), z.array(termSchema).min(1)), general: z.array(z.string()) })
		.superRefine(({ parts, general }, context) => {
			general.forEach((part, index) => {
				if (!(part in parts)) {
					context.addIssue({ code: "custom", path: ["general", index], message: `"${part}" is not one of the parts` });
				}
			});
		}),
	/** Complaints with their words; `near` ones ("loss", "cold") go only with a part right beside them. */
	heads: z
		.strictObject({ heads: z.record(z.string(), z.array(termSchema).min(1)), near: z.array(z.string()) })
		.superRefine(({ heads, near }, context) => {
			near.forEach((head, index) => {
				if (!(head in heads)) {
					context.addIssue({ code: "custom", path: ["near", index], message: `"${head}" is not one of the heads` });
				}
			});
		}),
	/** Complaint -> part -> symptom. */
	combinations: z.record(z.string(), z.record(z.string(), z.string())),
	/** Cues of who has a symptom, when and whether, after NegEx and ConText. */
	cues: z.strictObject({
		denied: z.strictObject({
			...cueSides,
			/** Cues that speak only of what stands right before them: "seizure-free", "fever: no". */
			beside: phrasesSchema,
			/** What takes back what a cue before it said: "and then came back". */
			undone: phrasesSchema,
		}),
		/** Ends where a denial does. */
		possible: z.strictObject({ before, after }),
		otherPerson: z.strictObject({ before, not, end }),
		past: z.strictObject(cueSides),
		general: z.strictObject(cueSides),
	}),
	/** What a text is about, and in which language it is. */
	context: z.strictObject({
		health: phrasesSchema,
		firstPerson: phrasesSchema,
		people: phrasesSchema,
		topics: phrasesSchema,
		otherMeanings: phrasesSchema,
		english: phrasesSchema,
		foreign: phrasesSchema,
	}),
	/** Words that may stand between a complaint and its part, and words that may not. */
	links: z.strictObject({
		prepositions: phrasesSchema,
		place: phrasesSchema,
		links: phrasesSchema,
		lists: phrasesSchema,
		breakers: phrasesSchema,
		/** Verbs and adjectives of symptoms: before a word of several meanings ("terrible cramps") they speak for this one. */
		suffering: phrasesSchema,
		/** Verbs of one subject: "my hip and my knee is swollen" begins a new one, "my hip and my knee are swollen" does not. */
		singular: phrasesSchema,
		/** Words that begin a new clause where they stand after a comma. */
		subjects: phrasesSchema,
	}),
	/** Forms and spellings of words that no rule of `lib/detection/word-forms.ts` makes. */
	words: z.strictObject({
		verbs: phrasesSchema,
		/** Those of the verbs that double their last letter: "slurred". */
		doublingVerbs: phrasesSchema,
		irregularVerbs: z.record(z.string(), phrasesSchema),
		be: phrasesSchema,
		irregularNouns: z.record(z.string(), phraseSchema),
		invariable: phrasesSchema,
		contractions: z.record(z.string(), phraseSchema),
		sameWords: z.record(z.string(), phrasesSchema),
		misspellings: z.record(z.string(), phrasesSchema),
		determiners: phrasesSchema,
		fillers: phrasesSchema,
	}),
	/** Names of the same thing, plain and clinical, which the search takes for each other. Those of symptoms are in their own files. */
	synonyms: z.strictObject({ groups: z.array(phrasesSchema) }),
};

export type Grammar = { [File in keyof typeof grammarSchemas]: z.infer<(typeof grammarSchemas)[File]> };
