/** British and American spelling of one part of a word. */
interface SpellingRule {
	british: string;
	american: string;
	/** The part that an American word must hold, where the changed letters alone stand in other words too ("them", "disease"). */
	americanIn?: string[];
	example: [british: string, american: string];
}

/**
 * British and American spellings of medical words, with an example each. Both
 * directions are tried when the lexicon is compiled; a spelling that nobody uses
 * does no harm, because only whole words match.
 */
export const SPELLING_RULES: SpellingRule[] = [
	{ british: "rrhoea", american: "rrhea", example: ["diarrhoea", "diarrhea"] },
	{ british: "oede", american: "ede", americanIn: ["edem"], example: ["oedema", "edema"] },
	{ british: "oeso", american: "eso", americanIn: ["esoph"], example: ["oesophageal", "esophageal"] },
	{ british: "pnoe", american: "pne", americanIn: ["pnea", "pneic"], example: ["dyspnoea", "dyspnea"] },
	{
		british: "haem",
		american: "hem",
		americanIn: ["hemat", "hemor", "hemop", "hemog"],
		example: ["haematuria", "hematuria"],
	},
	{
		british: "aemi",
		american: "emi",
		americanIn: ["anemi", "cemia", "lemia", "kemia"],
		example: ["anaemia", "anemia"],
	},
	{ british: "aesthe", american: "esthe", example: ["paraesthesia", "paresthesia"] },
	{ british: "gynaec", american: "gynec", example: ["gynaecomastia", "gynecomastia"] },
	{ british: "faec", american: "fec", americanIn: ["fecal", "feces"], example: ["faecal", "fecal"] },
	{ british: "colour", american: "color", example: ["discoloured", "discolored"] },
	{ british: "odour", american: "odor", example: ["odour", "odor"] },
	{ british: "tumour", american: "tumor", example: ["tumour", "tumor"] },
	{ british: "labour", american: "labor", americanIn: ["labore", "labori"], example: ["laboured", "labored"] },
	{ british: "behaviour", american: "behavior", example: ["behaviour", "behavior"] },
	{ british: "lyse", american: "lyze", example: ["paralysed", "paralyzed"] },
	{ british: "lysing", american: "lyzing", example: ["paralysing", "paralyzing"] },
	{ british: "alise", american: "alize", example: ["generalised", "generalized"] },
	{ british: "alisi", american: "alizi", example: ["visualising", "visualizing"] },
	{ british: "grey", american: "gray", example: ["grey", "gray"] },
];

/** The other spellings of a lower-case word: the same word, written across the ocean. */
export function otherSpellings(word: string): string[] {
	const spellings = new Set([word]);
	for (const { british, american, americanIn = [american] } of SPELLING_RULES) {
		for (const spelling of [...spellings]) {
			if (spelling.includes(british)) spellings.add(spelling.replace(british, american));
			else if (americanIn.some((part) => spelling.includes(part))) spellings.add(spelling.replace(american, british));
		}
	}
	spellings.delete(word);
	return [...spellings];
}
