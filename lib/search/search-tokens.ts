import { stemmer } from "stemmer";
import { foldText } from "./fold-text";
import { tokenize } from "./tokenize";

/** A word worth searching for. */
export interface SearchWord {
	/** As it stands in the text, and where: UTF-16 offsets, end exclusive. */
	typed: string;
	start: number;
	end: number;
	/** Folded, without a possessive ending: "parkinson". */
	word: string;
	/** What the index holds: all forms of a word share one stem. */
	stem: string;
}

/** Longest word that is indexed, in letters: longer ones are addresses and noise. */
export const LONGEST_WORD = 40;

/** Words of English so common in questions that finding them says nothing; written without their apostrophes, as many readers do. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	(
		"a about an and are as at be because been but by can cant could did do does doesnt dont for from had has have he " +
		"her his how i im in is isnt it its ive me my no not of on or our she should so that the their them then there these " +
		"they this to was we were what when where which while who why will with wont would you your"
	).split(" "),
);

/** Forms of body parts and symptom verbs that no rule of endings leads back to their base. */
const IRREGULAR_FORMS = new Map([
	["burnt", "burn"],
	["calves", "calf"],
	["feet", "foot"],
	["fell", "fall"],
	["fallen", "fall"],
	["shaken", "shake"],
	["shook", "shake"],
	["swollen", "swell"],
	["teeth", "tooth"],
	["woke", "wake"],
	["woken", "wake"],
]);

/** Words that Porter's rules lead back to another one: a periodic table is no period, a fitting no fit. */
const OWN_STEMS = new Set(["fitting", "fittings", "periodic"]);

/** What all forms of a folded word have in common: Porter's stem, after irregular forms are made regular. */
export function stemOf(word: string): string {
	if (OWN_STEMS.has(word)) return word;
	return stemmer(IRREGULAR_FORMS.get(word) ?? word);
}

/** The words of a text that are worth searching for, in order, as often as they stand there. */
export function searchWords(text: string, stem = stemOf): SearchWord[] {
	const words: SearchWord[] = [];
	for (const { word: folded, start, end } of tokenize(foldText(text))) {
		const word = wordWorthSearching(folded);
		if (word !== undefined) words.push({ typed: text.slice(start, end), start, end, word, stem: stem(word) });
	}
	return words;
}

/** A token of folded text without a possessive ending; undefined for a stop word. */
export function wordWorthSearching(token: string): string | undefined {
	if (STOP_WORDS.has(token)) return undefined;
	if (!token.includes("'")) return token;
	if (STOP_WORDS.has(token.replaceAll("'", ""))) return undefined;
	const word = token.endsWith("'s") ? token.slice(0, -2) : token;
	return STOP_WORDS.has(word) ? undefined : word;
}

/** The same words, each stem once, where it first stands. */
export function distinctSearchWords(text: string): SearchWord[] {
	const seen = new Set<string>();
	return searchWords(text).filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}
