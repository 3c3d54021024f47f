import { DOUBLING_RULES, type FormRule, PLURAL_RULES, SHORTEST_NOUN, SINGULAR_RULES, VERB_RULES } from "./word-forms";

/** What makes one word of several forms; compiled from `data/grammar/words.json`. */
export interface WordRules {
	/** Base forms of verbs, separated by spaces; `+` behind those that double their last letter. */
	verbs: string;
	/** Lines of a word and further forms of it: irregular ones, other spellings, common misspellings. */
	alsoWritten: string;
	/** Words that have no other number although they look like it ("news"), separated by spaces. */
	invariable: string;
}

/** No form, no lemma. */
export const NO_WORD = -1;

/** Bounds of the table; compiling fails long before a page could meet them. */
export const MOST_FORMS = 1 << 15;
const MOST_LETTERS = 1 << 17;
const SLOTS = 1 << 16;

/** A longer word is none of ours; its further letters are not kept. */
export const LONGEST_WORD = 40;

/**
 * All words that any term uses, in all their forms. A form has a number; forms
 * of one word share a lemma, which is the number of its base form. Words are
 * compared letter by letter where they stand: making a string of every word of a
 * page, or of every term when the table is filled, takes several times as long.
 */
export class WordTable {
	/** Form -> lemma. */
	readonly lemmas = new Uint16Array(MOST_FORMS);
	size = 0;
	readonly #letters = new Uint16Array(MOST_LETTERS);
	/** Form -> where its letters begin; those of the next form begin where they end. */
	readonly #offsets = new Int32Array(MOST_FORMS + 1);
	readonly #slots = new Int16Array(SLOTS).fill(NO_WORD);
	readonly #isInvariable = new Uint8Array(MOST_FORMS);
	readonly #word = new Uint16Array(LONGEST_WORD);
	readonly #changed = new Uint16Array(LONGEST_WORD);

	constructor({ verbs, alsoWritten, invariable }: WordRules) {
		for (const word of invariable.split(" ")) this.#isInvariable[this.#addAlone(word)] = 1;
		const furtherForms = alsoWritten.split("\n").map((line) => line.split(" "));
		const formsOfVerb = new Map(furtherForms.map((forms) => [forms[0], forms]));
		for (const listed of verbs.split(" ")) {
			const isDoubling = listed.endsWith("+");
			const verb = isDoubling ? listed.slice(0, -1) : listed;
			const lemma = this.#addAlone(verb);
			const irregular = formsOfVerb.get(verb) ?? [];
			for (const form of irregular) this.#addAlone(form, lemma);
			this.#addForms(isDoubling ? DOUBLING_RULES : VERB_RULES, lemma, lemma, irregular.length > 0);
		}
		for (const [word = "", ...forms] of furtherForms) {
			const lemma = this.lemmas[this.formOf(word)] as number;
			for (const form of forms) this.#addNoun(this.#addAlone(form, lemma), lemma);
		}
	}

	/** The number of a form, which is added with its singular and plural if it is new. */
	formOf(word: string): number {
		return this.formIn(word, 0, word.length);
	}

	/** As `formOf`, for the word that stands in a text from `start` to `end`. */
	formIn(text: string, start: number, end: number): number {
		const letters = this.#word;
		let hash = 0;
		for (let at = start; at < end; at++) {
			const code = text.charCodeAt(at);
			letters[at - start] = code;
			hash = nextHash(hash, code);
		}
		const length = end - start;
		const known = this.find(letters, length, hash);
		if (known !== NO_WORD) return known;
		const form = this.#add(letters, length, hash, NO_WORD);
		const singular = length < SHORTEST_NOUN ? form : this.#addForms(SINGULAR_RULES, form, NO_WORD);
		const lemma = this.lemmas[singular] as number;
		this.lemmas[form] = lemma;
		this.#addNoun(singular, lemma);
		return form;
	}

	/** True if this is the base form of its word. */
	isBase(word: string): boolean {
		const form = this.formOf(word);
		return this.lemmas[form] === form;
	}

	/** The form whose letters are the first `length` of `letters`, or `NO_WORD`. `hash` is their rolling `nextHash` from 0. */
	find(letters: Uint16Array, length: number, hash: number): number {
		for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
			const form = this.#slots[slot] as number;
			if (form === NO_WORD) return NO_WORD;
			const start = this.#offsets[form] as number;
			if ((this.#offsets[form + 1] as number) - start !== length) continue;
			let at = 0;
			while (at < length && this.#letters[start + at] === letters[at]) at++;
			if (at === length) return form;
		}
	}

	#addNoun(singular: number, lemma: number): void {
		if (this.#isInvariable[singular] === 0 && this.#lengthOf(singular) >= SHORTEST_NOUN - 1) {
			this.#addForms(PLURAL_RULES, singular, lemma);
		}
	}

	/**
	 * Adds the forms that the first fitting rule makes of a form, and returns the last of them, or the form itself.
	 * A verb with an irregular past has no regular one: "seed" is no form of "see".
	 */
	#addForms(rules: FormRule[], form: number, lemma: number, hasIrregularPast = false): number {
		const start = this.#offsets[form] as number;
		const length = this.#lengthOf(form);
		const rule = rules.find(({ endings }) => endings.some((ending) => this.#endsWith(form, ending)));
		let last = form;
		if (!rule) return last;
		const stem = length - rule.cut;
		for (const suffix of rule.suffixes) {
			if (hasIrregularPast && suffix.endsWith("d")) continue;
			let hash = 0;
			for (let at = 0; at < stem; at++) {
				const code = this.#letters[start + at] as number;
				this.#changed[at] = code;
				hash = nextHash(hash, code);
			}
			for (let at = 0; at < suffix.length; at++) {
				const code = suffix[at] === "+" ? (this.#changed[stem - 1] as number) : suffix.charCodeAt(at);
				this.#changed[stem + at] = code;
				hash = nextHash(hash, code);
			}
			last = this.#add(this.#changed, stem + suffix.length, hash, lemma);
		}
		return last;
	}

	#addAlone(word: string, lemma = NO_WORD): number {
		let hash = 0;
		for (let at = 0; at < word.length; at++) {
			const code = word.charCodeAt(at);
			this.#word[at] = code;
			hash = nextHash(hash, code);
		}
		return this.#add(this.#word, word.length, hash, lemma);
	}

	// The first word that claims a form keeps it: verbs come before nouns.
	#add(letters: Uint16Array, length: number, hash: number, lemma: number): number {
		const known = this.find(letters, length, hash);
		if (known !== NO_WORD) return known;
		const form = this.size;
		const start = this.#offsets[form] as number;
		if (form + 1 >= MOST_FORMS || start + length > MOST_LETTERS) throw new RangeError("too many words for the lexicon");
		for (let at = 0; at < length; at++) this.#letters[start + at] = letters[at] as number;
		this.#offsets[form + 1] = start + length;
		this.lemmas[form] = lemma === NO_WORD ? form : lemma;
		this.size++;
		let slot = slotOf(hash);
		while (this.#slots[slot] !== NO_WORD) slot = (slot + 1) & (SLOTS - 1);
		this.#slots[slot] = form;
		return form;
	}

	#lengthOf(form: number): number {
		return (this.#offsets[form + 1] as number) - (this.#offsets[form] as number);
	}

	#endsWith(form: number, ending: string): boolean {
		const end = this.#offsets[form + 1] as number;
		if (this.#lengthOf(form) < ending.length) return false;
		for (let at = 1; at <= ending.length; at++) {
			if (this.#letters[end - at] !== ending.charCodeAt(ending.length - at)) return false;
		}
		return true;
	}
}

/** The rolling hash of a word's letters. */
export function nextHash(hash: number, code: number): number {
	return (Math.imul(hash, 31) + code) | 0;
}

// The low bits of the rolling hash alone would put words on the same ending side by side.
function slotOf(hash: number): number {
	return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
