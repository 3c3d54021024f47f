import { DOUBLING_RULE, type FormRule, SHORTEST_NOUN, SINGULAR_RULES, VERB_RULES } from "./word-forms";

/** What makes one word of several forms; compiled from `data/grammar/words.json`. */
export interface WordRules {
	/** Base forms of verbs, separated by spaces; `+` behind those that double their last letter. */
	verbs: string;
	/** Lines of a word and further forms of it: irregular ones, other spellings, common misspellings. */
	alsoWritten: string;
	/** Words that stand for nothing but themselves ("news", "raynaud's"), separated by spaces. */
	invariable: string;
}

/** Stands for all numbers in `data/grammar/words.json`. */
const NUMBER = "0";

/**
 * Takes words back to their base form. No form is stored that a rule makes: a page
 * has a thousand different words, all terms together would have many times as many forms.
 */
export class Lemmas {
	/** Form -> base form, for whatever no rule finds. */
	readonly #listed = new Map<string, string>();
	/** Verb -> whether it doubles its last letter and whether its past is irregular. */
	readonly #verbs = new Map<string, Verb>();

	constructor({ verbs, alsoWritten, invariable }: WordRules) {
		const lines = alsoWritten === "" ? [] : alsoWritten.split("\n").map((line) => line.split(" "));
		const irregular = new Set(lines.map(([word]) => word));
		for (const word of invariable.split(" ")) this.#listed.set(word, word);
		for (const listed of verbs.split(" ")) {
			const isDoubling = listed.endsWith("+");
			const verb = isDoubling ? listed.slice(0, -1) : listed;
			this.#verbs.set(verb, { isDoubling, isIrregular: irregular.has(verb) });
		}
		for (const [word = "", ...forms] of lines) {
			const lemma = this.of(word);
			// The first word that claims a form keeps it.
			for (const form of forms) if (!this.#listed.has(form)) this.#listed.set(form, lemma);
		}
	}

	/** The base form of a lower-case word; the word itself if nothing is known of it. All numbers are one word. */
	of(word: string): string {
		const listed = this.#listed.get(word);
		if (listed !== undefined) return listed;
		if (this.#verbs.has(word)) return word;
		const last = word.charCodeAt(word.length - 1);
		if (last >= DIGIT_0 && last <= DIGIT_9) return /^\d+$/.test(word) ? NUMBER : word;
		const suffixes = VERB_SUFFIXES.get(last);
		if (suffixes === undefined) return word;
		const verb = this.#verbOf(word, suffixes);
		if (verb !== undefined) return verb;
		if (last !== LETTER_S) return word;
		const owner = this.withoutPossessive(word);
		if (owner !== word) return this.of(owner);
		if (word.length < SHORTEST_NOUN) return word;
		const singular = singularOf(word);
		return singular === word ? word : this.of(singular);
	}

	/** "Knee's" -> "knee"; a word that has its 's in a term keeps it: "raynaud's", "it's". */
	withoutPossessive(word: string): string {
		return word.endsWith("'s") && !this.#listed.has(word) ? word.slice(0, -2) : word;
	}

	#verbOf(word: string, suffixes: VerbSuffix[]): string | undefined {
		for (const { suffix, restored, isDoubled, rules } of suffixes) {
			if (!word.endsWith(suffix)) continue;
			const stem = word.slice(0, word.length - suffix.length);
			if (isDoubled && stem.at(-1) !== stem.at(-2)) continue;
			const base = isDoubled ? stem.slice(0, -1) : stem + restored;
			const verb = this.#verbs.get(base);
			if (verb === undefined || !isRegular(verb, word)) continue;
			if (rules.includes(verb.isDoubling ? DOUBLING_RULE : ruleOf(VERB_RULES, base))) return base;
		}
		return undefined;
	}
}

interface Verb {
	isDoubling: boolean;
	isIrregular: boolean;
}

// A verb with an irregular past has no regular one: "seed" is no form of "see".
function isRegular({ isIrregular }: Verb, word: string): boolean {
	return !isIrregular || !word.endsWith("d");
}

/** A suffix of verbs, what stood in its place, and the rules that put it there. */
interface VerbSuffix {
	suffix: string;
	restored: string;
	isDoubled: boolean;
	rules: (FormRule | undefined)[];
}

/** Last letter -> the suffixes of verbs that end in it. */
const VERB_SUFFIXES = verbSuffixes();

function verbSuffixes(): Map<number, VerbSuffix[]> {
	const byLastLetter = new Map<number, VerbSuffix[]>();
	for (const rule of [DOUBLING_RULE, ...VERB_RULES]) {
		for (const written of rule.suffixes) {
			const suffix = written.replace("+", "");
			const isDoubled = suffix !== written;
			const last = suffix.charCodeAt(suffix.length - 1);
			const suffixes = byLastLetter.get(last) ?? [];
			byLastLetter.set(last, suffixes);
			for (const ending of rule.cut === 0 ? [""] : rule.endings) {
				const restored = ending.slice(-rule.cut);
				const same = suffixes.find(
					(known) => known.suffix === suffix && known.restored === restored && known.isDoubled === isDoubled,
				);
				if (same) same.rules.push(rule);
				else suffixes.push({ suffix, restored, isDoubled, rules: [rule] });
			}
		}
	}
	return byLastLetter;
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const LETTER_S = 115;

function ruleOf(rules: FormRule[], word: string): FormRule | undefined {
	return rules.find(({ endings }) => endings.some((ending) => word.endsWith(ending)));
}

function singularOf(word: string): string {
	const rule = ruleOf(SINGULAR_RULES, word);
	const suffix = rule?.suffixes[0];
	return rule === undefined || suffix === undefined ? word : word.slice(0, word.length - rule.cut) + suffix;
}
