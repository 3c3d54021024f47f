/**
 * Inflected forms of a term, made when the lexicon is compiled. Only words
 * listed here are treated as verbs: guessing verbs from "-ing" would turn
 * "feeling" into "feels" and mark half of any page.
 */

/** Verbs of symptoms with their irregular forms; the regular ones come from the rules below. */
const VERBS: Record<string, string[]> = {
	ache: [],
	blink: [],
	burn: ["burnt"],
	cramp: [],
	droop: [],
	flicker: [],
	flutter: [],
	jerk: [],
	jump: [],
	prickle: [],
	pulsate: [],
	quiver: [],
	shake: ["shook", "shaken"],
	slur: [],
	spasm: [],
	swell: ["swollen"],
	throb: [],
	tighten: [],
	tingle: [],
	tremble: [],
	twitch: [],
	vibrate: [],
};

/** Parts of the body that may stand in the plural before a verb: "my eyelids twitch". */
const BODY_PARTS: Record<string, string> = {
	arm: "arms",
	calf: "calves",
	cheek: "cheeks",
	eye: "eyes",
	eyebrow: "eyebrows",
	eyelid: "eyelids",
	finger: "fingers",
	foot: "feet",
	hand: "hands",
	leg: "legs",
	limb: "limbs",
	lip: "lips",
	muscle: "muscles",
	thigh: "thighs",
	thumb: "thumbs",
	toe: "toes",
};

interface InflectionRule {
	/** The spelling rule applies to words with this ending; the first that fits is taken. */
	ending: RegExp;
	forms: (word: string) => string[];
	example: [word: string, forms: string[]];
}

/** Base form of a verb -> -s, -ed, -ing. */
export const VERB_RULES: InflectionRule[] = [
	{
		ending: /e$/,
		forms: (word) => [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`],
		example: ["tingle", ["tingles", "tingled", "tingling"]],
	},
	{
		ending: /(?:ch|sh|x|ss)$/,
		forms: (word) => [`${word}es`, `${word}ed`, `${word}ing`],
		example: ["twitch", ["twitches", "twitched", "twitching"]],
	},
	{
		ending: /^(?:slur|throb)$/,
		forms: (word) => [`${word}s`, `${word}${word.slice(-1)}ed`, `${word}${word.slice(-1)}ing`],
		example: ["slur", ["slurs", "slurred", "slurring"]],
	},
	{
		ending: /./,
		forms: (word) => [`${word}s`, `${word}ed`, `${word}ing`],
		example: ["cramp", ["cramps", "cramped", "cramping"]],
	},
];

/** Noun, singular or plural -> the other number. An empty list: the word has no other number. */
export const NOUN_RULES: InflectionRule[] = [
	{ ending: /(?:ness|ity|ing|ed|ss|us|is)$/, forms: () => [], example: ["numbness", []] },
	{
		ending: /[^aeiou]ies$/,
		forms: (word) => [`${word.slice(0, -3)}y`],
		example: ["difficulties", ["difficulty"]],
	},
	{ ending: /(?:ch|sh|x|ss)es$/, forms: (word) => [word.slice(0, -2)], example: ["twitches", ["twitch"]] },
	{ ending: /s$/, forms: (word) => [word.slice(0, -1)], example: ["cramps", ["cramp"]] },
	{ ending: /[^aeiou]y$/, forms: (word) => [`${word.slice(0, -1)}ies`], example: ["palsy", ["palsies"]] },
	{ ending: /(?:ch|sh|x)$/, forms: (word) => [`${word}es`], example: ["twitch", ["twitches"]] },
	{ ending: /[a-z]$/, forms: (word) => [`${word}s`], example: ["tremor", ["tremors"]] },
];

const VERB_FORMS = new Map<string, string[]>(
	Object.entries(VERBS).flatMap(([base, irregular]) => {
		const forms = [base, ...applyFirst(VERB_RULES, base), ...irregular];
		return forms.map((form) => [form, forms] as const);
	}),
);
const BODY_PART_NUMBERS = new Map<string, string[]>(
	Object.entries(BODY_PARTS).flatMap(([one, many]) => [
		[one, [one, many]],
		[many, [one, many]],
	]),
);

/**
 * Every form of a lower-case term in which it should be found, itself first.
 * A term written with a leading `=` is returned as it stands, without the sign.
 */
export function inflect(term: string): string[] {
	if (term.startsWith("=")) return [term.slice(1)];
	const words = term.split(" ");
	const last = words.pop() ?? "";
	const beforeLast = words.pop();
	const verbForms = VERB_FORMS.get(last);
	const lastForms = verbForms ?? BODY_PART_NUMBERS.get(last) ?? [last, ...applyFirst(NOUN_RULES, last)];
	const beforeForms =
		beforeLast === undefined ? [] : verbForms ? (BODY_PART_NUMBERS.get(beforeLast) ?? [beforeLast]) : [beforeLast];
	const start = words.join(" ");
	const forms = (beforeForms.length > 0 ? beforeForms : [""]).flatMap((before) =>
		lastForms.map((form) => [start, before, form].filter(Boolean).join(" ")),
	);
	return [...new Set([term, ...forms])];
}

function applyFirst(rules: InflectionRule[], word: string): string[] {
	return rules.find((rule) => rule.ending.test(word))?.forms(word) ?? [];
}
