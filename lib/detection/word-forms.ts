/**
 * The inflected forms of English words, by rules with an example each. Forms are
 * not stored: `lemmas.ts` undoes these rules on the words of a page.
 */

export interface FormRule {
	/** The rule applies to words with one of these endings; the first rule that fits is taken. */
	endings: string[];
	/** How many letters to cut off before each of `suffixes` is put on. */
	cut: number;
	/** `+` stands for the last letter once more. */
	suffixes: string[];
	example: [word: string, forms: string[]];
}

/** Base form of a verb that doubles its last letter -> -s, -ed, -ing. Which do is listed: "slur" does, "hear" does not. */
export const DOUBLING_RULE: FormRule = {
	endings: [""],
	cut: 0,
	suffixes: ["s", "+ed", "+ing"],
	example: ["slur", ["slurs", "slurred", "slurring"]],
};

/** Base form of any other verb -> -s, -ed, -ing. */
export const VERB_RULES: FormRule[] = [
	{ endings: ["ie", "ee"], cut: 0, suffixes: ["s", "d", "ing"], example: ["pee", ["pees", "peed", "peeing"]] },
	{ endings: ["e"], cut: 1, suffixes: ["es", "ed", "ing"], example: ["tingle", ["tingles", "tingled", "tingling"]] },
	{
		endings: ["ch", "sh", "x", "ss", "zz", "o"],
		cut: 0,
		suffixes: ["es", "ed", "ing"],
		example: ["twitch", ["twitches", "twitched", "twitching"]],
	},
	{
		endings: ["ay", "ey", "oy"],
		cut: 0,
		suffixes: ["s", "ed", "ing"],
		example: ["stay", ["stays", "stayed", "staying"]],
	},
	{ endings: ["y"], cut: 1, suffixes: ["ies", "ied", "ying"], example: ["worry", ["worries", "worried", "worrying"]] },
	{ endings: [""], cut: 0, suffixes: ["s", "ed", "ing"], example: ["cramp", ["cramps", "cramped", "cramping"]] },
];

/** Plural of a noun -> singular. */
export const SINGULAR_RULES: FormRule[] = [
	{ endings: ["ss", "us", "is", "'s"], cut: 0, suffixes: [], example: ["weakness", []] },
	{ endings: ["eaches", "oaches"], cut: 2, suffixes: [""], example: ["reaches", ["reach"]] },
	{ endings: ["aches"], cut: 1, suffixes: [""], example: ["toothaches", ["toothache"]] },
	{ endings: ["ies"], cut: 3, suffixes: ["y"], example: ["difficulties", ["difficulty"]] },
	{ endings: ["ches", "shes", "xes", "sses", "zzes"], cut: 2, suffixes: [""], example: ["rashes", ["rash"]] },
	{ endings: ["s"], cut: 1, suffixes: [""], example: ["cramps", ["cramp"]] },
	{ endings: [""], cut: 0, suffixes: [], example: ["tremor", []] },
];

/** Shorter words have no other number: "gas" is no plural of "ga". */
export const SHORTEST_NOUN = 4;
