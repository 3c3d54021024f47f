import { stemOf } from "./search-tokens";

/** What a medical question asks for, after the question types of MedQuAD (https://doi.org/10.1186/s12859-019-3119-4). */
export type QuestionKind = keyof typeof CUES;

/**
 * Words that tell the kind, in a question and in the heading of an answer. They are
 * written as patterns because a kind shows in a phrase ("get rid of") as often as in a word.
 */
const CUES = {
	definition: {
		asked: /\bwhat (?:is|are)\b(?! the\b)|\binfo(?:rmation)?\b|\blearn\b|\btell me about\b|\bdefin/i,
		heading:
			/^what is \(are\)|\bdefinition\b|\bsummary\b|\binformation about\b|\boverview\b|\bdescription\b|^what (?:is|are) (?!the (?:symptom|treatment|outlook|cause|compl|stage|gene))/i,
	},
	causes: {
		asked:
			/\bcaus\w+|\btransmi\w+|\bcontagious\b|\bwhy\b|\bleads? to\b|\bcontribut\w+|\breasons?\b|\btrigger\w*|\bget (?:it|this) from\b/i,
		heading: /\bcaus\w+|\brisk factors?\b/i,
	},
	symptoms: {
		asked: /\bsymptom\w*|\bsigns?\b|\bfeels? like\b|\bside effects?\b/i,
		heading: /\bsymptom\w*|\bsigns?\b/i,
	},
	diagnosis: {
		asked: /\bdiagnos\w+|\btest(?:s|ed|ing)?\b|\bfind out if\b|\bdifferentiat\w+|\bexam\w*|\bdetect\w*/i,
		heading: /\bdiagnos\w+|\btests?\b|\bexam\w*/i,
	},
	treatment: {
		asked:
			/\btreat\w*|\bcur(?:e|ed|es|ing)\b|\bmedic(?:ine|ation)s?\b|\btherap\w+|\bremed\w+|\brelie\w+|\bget rid\b|\bdrugs?\b|\bsurg\w+|\bmanag\w+|\bhelp (?:with|for)\b|\bwhat (?:can|should) i (?:do|take)\b|\bwhat to do\b|\boptions?\b/i,
		heading: /\btreat\w*|\btherap\w+|\bhome care\b|\bremed\w+|\bwhat to do\b|\bmedic(?:ine|ation)s?\b|\bsurg\w+/i,
	},
	prevention: { asked: /\bprevent\w*|\bavoid\w*|\bprecaution\w*|\bprotect\w*/i, heading: /\bprevent\w*/i },
	outlook: {
		asked:
			/\boutlook\b|\bprognos\w+|\blife expectancy\b|\bsurviv\w+|\blong (?:will|can|do)\b|\blive\b|\bfatal\b|\bdangerous\b|\bdie\b|\bcurable\b/i,
		heading: /\boutlook\b|\bprognos\w+|\bexpectations?\b/i,
	},
	inheritance: {
		asked:
			/\binherit\w*|\bhereditary\b|\bgenetic\w*|\bpass(?:ed)? (?:on|down)\b|\bgenes?\b|\bruns? in (?:the |my )?famil\w+|\bcarrier\b/i,
		heading: /\binherit\w*|\bgenetic\w*|\bgene\b/i,
	},
	frequency: {
		asked: /\bhow (?:common|many people)\b|\bprevalence\b/i,
		heading: /\bhow many people\b|\bstatistics\b|\bfrequency\b/i,
	},
	risk: { asked: /\brisk\w*|\bwho (?:is|gets)\b|\blikely\b|\bchances?\b/i, heading: /\brisk\w*/i },
	complications: {
		asked: /\bcomplication\w*|\bdamage\w*|\bside effects?\b|\bharm\w*|\beffects?\b/i,
		heading: /\bcomplication\w*|\bside effects?\b|\bpossible\b/i,
	},
	care: {
		asked: /\bsee (?:a|the|my) doctor\b|\bcall (?:a|the|my)\b|\bwhen to\b|\bserious\b|\bworr\w+/i,
		heading: /\bsee a doctor\b|\bwhen to\b|\bcontact a\b/i,
	},
	research: { asked: /\bresearch\b|\btrials?\b|\bstud(?:y|ies)\b/i, heading: /\bresearch\b|\btrials?\b/i },
	usage: {
		asked:
			/\bdos(?:e|es|age|ages|ing)\b|\bhow (?:much|often|many)\b|\btake\b|\bswitch\w*|\bused? (?:for|to)\b|\busage\b|\bindicat\w+|\bmg\b/i,
		heading: /\bdosage\b|\bused\b|\bprescribed\b/i,
	},
	storage: {
		asked: /\bstor(?:e|age|ing)\b|\brefrigerat\w+|\bdispos\w+|\bexpir\w+/i,
		heading: /\bstorage\b|\bdisposal\b/i,
	},
	safety: {
		asked:
			/\bsafe(?:ty|ly)?\b|\binteract\w*|\bcontraindicat\w*|\bprecaution\w*|\ballerg\w+|\bpregnan\w+|\balcohol\b|\btogether\b/i,
		heading: /\bsafety\b|\bprecautions\b|\binteraction\w*|\bspecial dietary\b|\bshould i know\b|\bwarning/i,
	},
	support: {
		asked: /\bsupport\b|\bhelp groups?\b|\borgani[sz]ation\w*/i,
		heading: /\bsupport\b|\bresources\b/i,
	},
} satisfies Record<string, { asked: RegExp; heading: RegExp }>;

const KINDS = Object.entries(CUES) as [QuestionKind, { asked: RegExp; heading: RegExp }][];

/** What a question asks for; empty when it does not say. Asking for anything in particular is asking for no definition. */
export function kindsAsked(question: string): Set<QuestionKind> {
	const kinds = new Set(KINDS.filter(([, { asked }]) => asked.test(question)).map(([kind]) => kind));
	if (kinds.size > 1) kinds.delete("definition");
	return kinds;
}

/** What an answer with this heading tells. */
export function kindsOfHeading(heading: string): Set<QuestionKind> {
	return new Set(KINDS.filter(([, cues]) => cues.heading.test(heading)).map(([kind]) => kind));
}

const KIND_WORDS = new Set(
	(
		"symptom sign treatment treat cause diagnosis diagnose test exam prevent prevention outlook prognosis inherited " +
		"genetic change related people affected complication research clinical trial information summary definition risk " +
		"factor doctor need see support find available possible description overview consideration home care lifestyle remedy stage " +
		"use dosage dose side effect know brand name storage disposal safety special precaution prescribed emergency overdose case"
	)
		.split(" ")
		.map(stemOf),
);

/** True for the stem of a word that says what kind of question it is, and not what it is about. */
export function tellsKind(stem: string): boolean {
	return KIND_WORDS.has(stem);
}

/** Stems after which a question names the effect that it wants explained: "can coffee cause twitching?" */
export const CAUSING = new Set(["cause", "contribute", "lead", "trigger"].map(stemOf));
