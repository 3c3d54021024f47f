import type { TextRange } from "./find-mentions";
import { findPattern, type PlacedWord, placedWords } from "./word-pattern";

/** A sentence that tells what goes on with somebody now. */
export interface ToldSentence extends TextRange {
	words: PlacedWord[];
	/** True if a sign that stands here is the narrator's or the patient's, and not the reader's or just anybody's. */
	isOwn: (sign: TextRange) => boolean;
}

/** Nobody edits out the apostrophe of "cant" but people who write in a hurry, of themselves. */
const NARRATOR = new Set("i i'm im i've ive i'd i'll my me myself mine cant dont didnt couldnt".split(" "));
const ADDRESSED = new Set("you you're your yours you've yourself one's".split(" "));
const OTHERS = new Set(
	"he he's she she's his her hers him they they're their them people patients anyone anybody someone somebody everyone children adults women men those lady woman man guy mate bloke friend colleague coworker neighbour neighbor".split(
		" ",
	),
);

/** "If you feel", "What if I", "in case of": said of what may be. "As if" and "I wonder if I should call" speak of what is. */
const HYPOTHETICAL = ["if", "unless", "in case", "suppose", "imagine"];
const NOT_HYPOTHETICAL = ["as|wonder*|know|knows|sure|asked|ask|see|like if"];

/** What was long ago, or has lasted for long, is not happening now. */
const LONG_AGO = [
	"months|years|year|decade|decades ago",
	"last|previous year|summer|winter|spring|autumn",
	"in YEAR",
	"since YEAR",
	"for|over … months|years|decades",
	"month|months|year|years now",
	"every|each month|year",
	"as a child|kid|teenager",
	"when i was",
	"used to",
	"history of",
	"my whole life",
	"all my life",
	"since childhood|birth",
];

/** What has lasted for long may have changed today. */
const NOW = ["today|tonight|suddenly", "this morning|evening|afternoon", "right|just|and|but now", "now i|my|it"];

/** A report of one person, as it is written while it goes on. "The patient" alone is whoever a textbook speaks of. */
const PATIENT = ["my|our|this patient", "year-old", "year old man|woman|male|female|boy|girl", "yo", "y o"];
const REPORTED_NOW = ["has|is|presents|reports|complains|feels|describes|says|cannot|can't"];
const REPORTED_PAST = [
	"was|were|had|presented|developed|came|reported|complained|experienced|became|began|died|recovered|underwent",
];

/** Parents who never say "I". */
const OUR_CHILD = ["our baby|newborn|son|daughter|child|little"];

/** A note goes on in short sentences without a subject: "Chest feels heavy. Left arm hurts." In words. */
const LONGEST_NOTE = 15;

/**
 * The sentences of a post in which the narrator, or the one patient it reports of, tells what is so now, by
 * paragraph. A sentence without any person carries on from the one before; one that speaks to the reader,
 * of what may be or of what was long ago tells nothing.
 */
export function toldSentences(paragraphs: string[]): ToldSentence[][] {
	let teller: "narrator" | "patient" | undefined;
	return paragraphs.map((paragraph) =>
		sentencesOf(paragraph).flatMap((sentence) => {
			const { words } = sentence;
			const hasNarrator = words.some(({ word }) => NARRATOR.has(word));
			const isAddressed = words.some(({ word }) => ADDRESSED.has(word));
			if (hasNarrator || holds(OUR_CHILD, words)) teller = "narrator";
			else if (holds(PATIENT, words)) teller = "patient";
			else if (isAddressed || (teller === "narrator" && words.length > LONGEST_NOTE)) teller = undefined;
			const isPatients = teller === "patient";
			if (isPatients && (!holds(REPORTED_NOW, words) || holds(REPORTED_PAST, words))) teller = undefined;
			if (teller === undefined || isHypothetical(words) || isLongAgo(words)) return [];
			return [{ ...sentence, isOwn: (sign) => isOwnSign(sign, words, isPatients) }];
		}),
	);
}

// The person named last before the sign is the one who has it: "I would call if you get chest pain".
function isOwnSign(sign: TextRange, words: PlacedWord[], isPatients: boolean): boolean {
	const persons = words.filter(({ word }) => NARRATOR.has(word) || ADDRESSED.has(word) || OTHERS.has(word));
	const before = persons.findLast(({ start }) => start < sign.start + 1);
	// "Jackson mentions a hemiplegic patient who could only say 'come on to me'": the one who says "me" is quoted.
	if (!before && !isPatients && holds(["patient|patients|case|cases"], words)) return false;
	const person = before ?? persons[0];
	if (!person || NARRATOR.has(person.word)) return true;
	return isPatients && OTHERS.has(person.word);
}

function isLongAgo(words: PlacedWord[]): boolean {
	return holds(LONG_AGO, words) && !holds(NOW, words);
}

function isHypothetical(words: PlacedWord[]): boolean {
	return holds(HYPOTHETICAL, words) && !holds(NOT_HYPOTHETICAL, words);
}

function holds(patterns: string[], words: PlacedWord[]): boolean {
	return patterns.some((pattern) => findPattern(pattern, words).length > 0);
}

function sentencesOf(paragraph: string): (TextRange & { words: PlacedWord[] })[] {
	const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
	const words = placedWords(paragraph);
	let at = 0;
	// A line break in the source ends no sentence, but to the segmenter it does.
	return [...segmenter.segment(paragraph.replace(/\s/g, " "))].map(({ index, segment }) => {
		const end = index + segment.length;
		const from = at;
		while (at < words.length && (words[at] as PlacedWord).start < end) at++;
		return { start: index, end, words: words.slice(from, at) };
	});
}
