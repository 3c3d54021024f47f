import { LONGEST_WORD, nextHash } from "./form-table";
import type { Lexicon } from "./lexicon";

/** What stands before a word, weakest first; a term never reaches over more than `JOINED`. */
export const Gap = {
	/** Spaces and hyphens. */
	JOINED: 0,
	/** A comma, slash, ampersand or plus. */
	LIST: 1,
	/** Quotation marks, brackets and other marks. */
	MARK: 2,
	/** A semicolon or dash: another clause. */
	CLAUSE: 3,
	/** A colon or equals sign: another clause, unless a question or a cue stands before it ("Fever: no", "Denies: fever"). */
	COLON: 4,
	/** The end of a sentence or line. */
	SENTENCE: 5,
} as const;

/** The words of a text as parallel columns, reused from text to text. */
export interface Words {
	count: number;
	start: Int32Array;
	/** Exclusive. */
	end: Int32Array;
	/** Number of the form, as the lexicon knows it; -1 for a word longer than any of ours. */
	form: Int32Array;
	/** The `Gap` before the word. */
	gap: Uint8Array;
	/** Words with a letter outside ASCII. */
	foreignCount: number;
}

/** An empty list of words. */
export function newWords(): Words {
	return { count: 0, ...columns(1_024), foreignCount: 0 };
}

/** What a character is; from `FIRST_GAP` on, `FIRST_GAP` plus its `Gap`. 0 means: not met yet. */
const LETTER = 1;
const APOSTROPHE = 2;
/** Break hints and marks inside words that are not seen: soft hyphen, zero-width characters, accents of their own, bidi marks. */
const UNSEEN = 3;
const FIRST_GAP = 4;

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

const LETTERS = /[\p{L}\p{N}]/u;
const UNSEEN_CHARACTERS = /[\p{M}\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]/u;
/** Marks by what they are. U+02BC counts as a letter in Unicode; here it is an apostrophe. */
const MARKS: [marks: string, kind: number][] = [
	["'\u2019\u2018\u02bc\uff07", APOSTROPHE],
	["!?\u3002\uff01\uff1f\u2026\n\u2028\u2029•·|", FIRST_GAP + Gap.SENTENCE],
	["-\u2010\u2011_", FIRST_GAP + Gap.JOINED],
	[";\u2013\u2014", FIRST_GAP + Gap.CLAUSE],
	[":=", FIRST_GAP + Gap.COLON],
	[",/&+", FIRST_GAP + Gap.LIST],
	['“”"()', FIRST_GAP + Gap.MARK],
];

// Filled as characters are met: most pages use a hundred of them.
const kinds = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);
const letters = new Uint16Array(LONGEST_WORD);

// V8 has a kind of string for every way to make one; a call by name that has met five of them takes twice as long.
const { charCodeAt } = String.prototype;

/**
 * Reads the words of a text into `words`. Offsets are those of the text as given.
 * Upper case, apostrophes and invisible characters are looked through without
 * making a string. Linear in the length of the text.
 */
export function scanWords(text: string, lexicon: Lexicon, words: Words): void {
	lexicon.beginText();
	words.count = 0;
	words.foreignCount = 0;
	const { forms } = lexicon;
	let gap: number = Gap.SENTENCE;
	const length = text.length;
	for (let at = 0; at < length; ) {
		let code = charCodeAt.call(text, at);
		let kind: number = kinds[code] || classify(code);
		if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE && isAstralLetter(text, at)) kind = LETTER;
		if (kind !== LETTER) {
			if (kind >= FIRST_GAP) {
				let found = kind - FIRST_GAP;
				if (code === 46) found = gapOfFullStop(text, at);
				else if (code === 10 && isWrappedLine(text, at)) found = Gap.JOINED;
				// A hyphen that stands alone is a dash.
				else if (code === 45 && text[at - 1] === " " && text[at + 1] === " ") found = Gap.CLAUSE;
				if (found > gap) gap = found;
			}
			at++;
			continue;
		}
		const start = at;
		let end = at;
		let size = 0;
		let hash = 0;
		let isForeign = false;
		for (; at < length; at++) {
			code = charCodeAt.call(text, at);
			kind = kinds[code] || classify(code);
			if (kind === LETTER) {
				if (size < LONGEST_WORD) {
					const letter = folded[code] as number;
					letters[size] = letter;
					hash = nextHash(hash, letter);
				}
				size++;
				if (code > 127) isForeign = true;
				end = at + 1;
			} else if (kind === APOSTROPHE) {
				const next = at + 1 < length ? charCodeAt.call(text, at + 1) : 0;
				if ((kinds[next] || classify(next)) !== LETTER) break;
				if (size < LONGEST_WORD) {
					letters[size] = 39;
					hash = nextHash(hash, 39);
				}
				size++;
			} else if (kind !== UNSEEN) {
				if (code < FIRST_SURROGATE || code > LAST_SURROGATE || !isAstralLetter(text, at)) break;
				size = LONGEST_WORD + 1;
				isForeign = true;
				end = at + 1;
			}
		}
		let form = -1;
		if (size <= LONGEST_WORD) {
			form = forms.find(letters, size, hash);
			if (form === -1) form = lexicon.addForm(letters, size, hash);
		}
		const { count } = words;
		if (gap === Gap.JOINED && count > 0 && lexicon.isNot(form)) {
			const contracted = lexicon.contracted(words.form[count - 1] as number);
			if (contracted !== -1) {
				words.form[count - 1] = contracted;
				words.end[count - 1] = end;
				continue;
			}
		}
		if (count + 1 === words.start.length) grow(words);
		words.start[count] = start;
		words.end[count] = end;
		words.form[count] = form;
		words.gap[count] = gap;
		words.count = count + 1;
		if (isForeign) words.foreignCount++;
		gap = Gap.JOINED;
	}
	// Whoever looks past the last word sees an end.
	words.gap[words.count] = Gap.SENTENCE;
}

function columns(size: number): Pick<Words, "start" | "end" | "form" | "gap"> {
	return {
		start: new Int32Array(size),
		end: new Int32Array(size),
		form: new Int32Array(size),
		gap: new Uint8Array(size),
	};
}

function grow(words: Words): void {
	const { start, end, form, gap } = words;
	Object.assign(words, columns(words.count * 2));
	words.start.set(start);
	words.end.set(end);
	words.form.set(form);
	words.gap.set(gap);
}

function classify(code: number): number {
	const character = String.fromCharCode(code);
	const kind = kindOf(code, character);
	if (kind === LETTER) {
		// One unit for one unit: U+0130 becomes two in lower case and is none of our letters anyway.
		const lower = character.toLowerCase();
		folded[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
	}
	kinds[code] = kind;
	return kind;
}

// Regular expressions come last: compiling those of Unicode takes a millisecond, and most English pages need none.
function kindOf(code: number, character: string): number {
	if (isAsciiLetter(code) || (code >= 48 && code <= 57)) return LETTER;
	for (const [marks, kind] of MARKS) if (marks.includes(character)) return kind;
	if (code >= 128) {
		if (LETTERS.test(character)) return LETTER;
		if (UNSEEN_CHARACTERS.test(character)) return UNSEEN;
	}
	return FIRST_GAP + (/\s/.test(character) ? Gap.JOINED : Gap.MARK);
}

// "3.5 mg" and "e.g." go on; everything else ends a sentence, also "headache.Nausea".
function gapOfFullStop(text: string, at: number): number {
	const before = at > 0 ? text.charCodeAt(at - 1) : 0;
	const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
	if (after >= 48 && after <= 57 && before >= 48 && before <= 57) return Gap.MARK;
	const twoBefore = at > 1 ? text.charCodeAt(at - 2) : 32;
	const isInitial = isAsciiLetter(before) && !isAsciiLetter(twoBefore);
	return isInitial && (twoBefore === 46 || isAsciiLetter(after)) ? Gap.MARK : Gap.SENTENCE;
}

// The source of a page is wrapped where its writer liked; only an empty line between words is a break.
function isWrappedLine(text: string, at: number): boolean {
	for (let next = at + 1; next < text.length; next++) {
		const code = text.charCodeAt(next);
		if (code === 10) return false;
		if (code !== 32 && code !== 9 && code !== 13) return true;
	}
	return true;
}

function isAsciiLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isAstralLetter(text: string, at: number): boolean {
	const point = text.codePointAt(at) ?? 0;
	if (point > 0xffff) return LETTERS.test(String.fromCodePoint(point));
	const whole = at > 0 ? (text.codePointAt(at - 1) ?? 0) : 0;
	return whole > 0xffff && LETTERS.test(String.fromCodePoint(whole));
}
