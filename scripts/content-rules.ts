import type { Emergency } from "../data/emergency-schema";
import { type Answer, type Statement, type Symptom, statementsOf } from "../data/schema";
import { isPassive } from "./passive-voice";
import { HIGHEST_GRADE, readingGrade } from "./reading-grade";

/** A rule that a symptom's texts break. `field` is the path in its file. */
export interface BrokenRule {
	field: string;
	reason: string;
}

const LONGEST_SENTENCE = 20;
const MOST_SENTENCES = 3;
/** One sentence in five, after PEMAT item 5 (Agency for Healthcare Research and Quality). */
const MOST_PASSIVE = 0.2;
/** In fewer sentences a share says nothing. */
const FEW_SENTENCES = 10;
/** "Nerve damage from diabetes, alcohol or toxins" is a phrase and needs no full stop. */
const LONGEST_PHRASE = 8;

/** What must not be said, and what to say instead. https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing */
const BANNED: [pattern: RegExp, instead: string][] = [
	[/\bsuffer(?:s|ed|ing)?\b/i, "name what is felt instead of suffering"],
	[/\b(?:experienc|develop)(?:e|es|ing) symptoms\b/i, 'write "have" or "get" symptoms'],
	[/\bchronic(?:ally)?\b/i, 'write "long-term"'],
	[/\bacute(?:ly)?\b/i, 'write "sudden"'],
	[/\bclinicians?\b/i, "name who: a doctor, a nurse"],
	[/\btriage\b/i, "say what happens"],
	[/\brisk factors?\b/i, 'write of a higher "chance"'],
	[/\burgent(?:ly)?\b/i, "urgent alone says nothing: the tier says who and how fast"],
	[/\b(?:good|bad) (?:chance|sign|news)\b|\b(?:luckily|fortunately|unfortunately|sadly)\b/i, "do not judge"],
	[/\b(?:battle|fight|invade|ravage|silent killer|time bomb|attack on the body)\b/i, "no metaphors"],
	[/\bnone known\b/i, "leave the section empty"],
	[
		/\b(?:you have (?!(?:been|to|had)\b)|you are (?:ill|sick|fine)\b|your diagnosis|this means (?:that )?you\b)/i,
		"never tell readers what they have",
	],
	[/\d[.,]\d/, "no decimals: round, or write whole units"],
	[/%|\bper ?cent\b/i, 'write "1 in 10"'],
	[
		/(?<!not |n't |never |without )\b(?:stop|quit|come off|skip) (?:taking )?(?:your |the |any |all )?(?:medicines?|tablets?|pills?|drugs?|treatment)\b/i,
		"never advise to stop a medicine",
	],
];

/** Every name of a symptom: what its texts explain, so that it does not count as a hard word in them. */
export function ownWordsOf({ name, clinicalTerm, layTerms, clinicalTerms }: Symptom): string[] {
	return [name, ...(clinicalTerm ? [clinicalTerm] : []), ...layTerms, ...clinicalTerms];
}

/**
 * The rules of wording that a symptom's texts break, in the order of its file. They are those of
 * `data/README.md` that a program can tell; whether a statement is true, only a reader of its source can.
 */
export function brokenRules(symptom: Symptom): BrokenRule[] {
	const ownWords = ownWordsOf(symptom);
	const statements = statementsOf(symptom).map(({ path, statement }) => ({
		field: path.join("."),
		text: statement.text,
	}));
	const broken = statements.flatMap(({ field, text }) => [...wordingFaults(field, text), ...formFaults(field, text)]);
	if (statements.length === 0) return broken;
	const texts = statements.map(({ text }) => text);
	broken.push(...gradeFaults("(all texts)", texts, ownWords));
	if (symptom.explanation) broken.push(...gradeFaults("explanation", [symptom.explanation.text], ownWords));
	const passive = texts.flatMap(sentencesOf).filter(isPassive).length;
	const sentences = texts.flatMap(sentencesOf).length;
	if (sentences >= FEW_SENTENCES && passive > sentences * MOST_PASSIVE) {
		broken.push({ field: "(all texts)", reason: `${passive} of ${sentences} sentences are passive: say who does it` });
	}
	return [...broken, ...repeatedStatements(symptom), ...repeatedBrackets(texts)];
}

/** What must never stand in a question or reply: it would say who asked. */
const PERSONAL: [pattern: RegExp, what: string][] = [
	[/[\w.+-]+@[\w-]+\.\w+/, "an e-mail address"],
	[/(?:\+\d|\(0)[\d ()-]{7,}\d|\b0\d{1,3}[ -]\d{3,4}[ -]\d{3,4}\b/, "a phone number"],
	[/\b[A-Z][12]\d{8}\b|\b\d{3}-\d{2}-\d{4}\b/, "an identity number"],
	[/\bborn on \d|\bdate of birth\b/i, "a birth date"],
];

/** The rules that a bundled answer breaks: nobody who asked may be known by it, and what we wrote ourselves is worded like a card. */
export function brokenAnswerRules(answer: Answer, ownWords: string[]): BrokenRule[] {
	const texts = [
		{ field: "question.text", text: answer.question.text },
		...answer.replies.map(({ text }, index) => ({ field: `replies.${index}.text`, text })),
		...(answer.background ? [{ field: "background", text: answer.background }] : []),
	];
	const personal = texts.flatMap(({ field, text }) =>
		PERSONAL.filter(([pattern]) => pattern.test(text)).map(([, what]) => ({ field, reason: `holds ${what}` })),
	);
	if (answer.question.posedBy !== "editors") return personal;
	const [reply] = answer.replies;
	return [
		...personal,
		...(reply?.doctor ? [{ field: "replies.0.doctor", reason: "an institution's answer names no doctor" }] : []),
		...texts.flatMap(({ field, text }) => wordingFaults(field, text)),
		...gradeFaults("replies.0.text", [reply?.text ?? ""], ownWords),
	];
}

/** The rules that the words of an emergency break, as the card says them. */
export function brokenEmergencyRules({ describes, advice }: Emergency): BrokenRule[] {
	return [
		...wordingFaults("describes", `This text describes ${describes}.`),
		...(/^[A-Z]|[.!]$/.test(describes)
			? [{ field: "describes", reason: `must go on from "This text describes", without a full stop: "${describes}"` }]
			: []),
		...(advice ? wordingFaults("advice", advice) : []),
	];
}

function wordingFaults(field: string, text: string): BrokenRule[] {
	return [
		...BANNED.filter(([pattern]) => pattern.test(text)).map(([pattern, instead]) => ({
			field,
			reason: `"${pattern.exec(text)?.[0]}" in "${text}": ${instead}`,
		})),
		...(readingGrade([text], []).longestSentence > LONGEST_SENTENCE
			? [{ field, reason: `a sentence has more than ${LONGEST_SENTENCE} words: "${text}"` }]
			: []),
	];
}

function gradeFaults(field: string, texts: string[], ownWords: string[]): BrokenRule[] {
	const { grade } = readingGrade(texts, ownWords);
	if (grade <= HIGHEST_GRADE) return [];
	return [{ field, reason: `reads at grade ${grade.toFixed(1)}; the limit is ${HIGHEST_GRADE}` }];
}

function sentencesOf(text: string): string[] {
	return [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)].map(({ segment }) => segment);
}

/** The medical word stands in brackets once; a second time it only gets in the way. */
function repeatedBrackets(texts: string[]): BrokenRule[] {
	const seen = new Set<string>();
	return texts.flatMap((text) =>
		[...text.matchAll(/\(([^)]+)\)/g)].flatMap(([, inside = ""]) => {
			const word = inside.toLowerCase();
			if (!seen.has(word) || word.includes(" ")) return seen.add(word) && [];
			return [{ field: "(all texts)", reason: `"(${inside})" stands in brackets twice` }];
		}),
	);
}

/** Warning signs complete "… if:"; an explanation is sentences, advice and causes are sentences or short phrases. */
function formFaults(field: string, text: string): BrokenRule[] {
	const isSign = /^(?:redFlags|whenToSeekCare)/.test(field);
	const isSentence = /^(?:usuallyHarmless|explanation|otherCauses|selfCare|tests)/.test(field);
	const sentences = sentencesOf(text).length;
	return [
		...(isSign && /^[A-Z](?!\b|[A-Z])/.test(text)
			? [{ field, reason: `must go on from "… if:", in lower case: "${text}"` }]
			: []),
		...(isSign && /[.!]$/.test(text) ? [{ field, reason: `must have no full stop: "${text}"` }] : []),
		...(isSentence && !/[.!?)]$/.test(text) && (field === "explanation" || text.split(" ").length > LONGEST_PHRASE)
			? [{ field, reason: `must end with a full stop: "${text}"` }]
			: []),
		...(field === "explanation" && sentences > MOST_SENTENCES
			? [{ field, reason: `has ${sentences} sentences; a paragraph has at most ${MOST_SENTENCES}` }]
			: []),
	];
}

/** The same words twice on one card, perhaps at two urgencies, leave the reader with a doubt. */
function repeatedStatements(symptom: Symptom): BrokenRule[] {
	const seen = new Map<string, string>();
	return statementsOf(symptom).flatMap(({ path, statement }) => {
		const field = path.join(".");
		const key = plain(statement);
		const first = seen.get(key);
		if (first) return [{ field, reason: `"${statement.text}" stands in ${first} already` }];
		seen.set(key, field);
		return [];
	});
}

function plain({ text }: Statement): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, " ")
		.trim();
}
