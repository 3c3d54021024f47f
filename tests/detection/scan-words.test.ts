import { describe, expect, it } from "vitest";
import { Lexicon } from "../../lib/detection/lexicon";
import { Gap, newWords, scanWords } from "../../lib/detection/scan-words";
import { lexicon as productLexicon } from "./detector";

const lexicon = new Lexicon(productLexicon);
const words = newWords();

interface ScannedWord {
	/** As it stands in the text. */
	text: string;
	form: number;
	lemma: string;
	gap: number;
}

function scan(text: string): ScannedWord[] {
	scanWords(text, lexicon, words);
	return Array.from({ length: words.count }, (_, at) => ({
		text: text.slice(words.start[at], words.end[at]),
		form: words.form[at] ?? -1,
		lemma: lexicon.lemmaOf(words.form[at] ?? -1),
		gap: words.gap[at] ?? -1,
	}));
}

const wordsOf = (text: string) => scan(text).map((word) => word.text);
const formsOf = (text: string) => scan(text).map(({ form }) => form);
const lemmasOf = (text: string) => scan(text).map(({ lemma }) => lemma);

/** What stands before the last word of a text. */
function lastGap(text: string): string | undefined {
	const gap = scan(text).at(-1)?.gap;
	return Object.entries(Gap).find(([, value]) => value === gap)?.[0];
}

describe("what is one word", () => {
	it.each([
		["headache", ["headache"]],
		["I can't sleep", ["I", "can't", "sleep"]],
		["I can’t sleep", ["I", "can’t", "sleep"]],
		["a left-hand tremor", ["a", "left", "hand", "tremor"]],
		["head\u00adache", ["head\u00adache"]],
		["h\u200beadache\u200b, fever", ["h\u200beadache", "fever"]],
		["'headache' or ‘fever’", ["headache", "or", "fever"]],
		["38.5 degrees", ["38", "5", "degrees"]],
		["snake_case_tremor", ["snake", "case", "tremor"]],
		["naïve café", ["naïve", "café"]],
		["cafe\u0301 tremor", ["cafe", "tremor"]],
		["fever😀chills", ["fever", "chills"]],
		["", []],
		["… – !?", []],
	])("%j: %j", (text, expected) => {
		expect(wordsOf(text)).toEqual(expected);
	});

	it("is known whatever its case, apostrophe and invisible characters", () => {
		const written = [
			"can't",
			"CAN'T",
			"Can’t",
			"can‘t",
			"canʼt",
			"can＇t",
			"c\u00adan't",
			"can\u200d't",
			"can't\u200f",
		];

		expect(new Set(written.flatMap(formsOf)).size).toBe(1);
		expect(lemmasOf("can't")).toEqual(["can't"]);
	});

	it("is none of ours if it is longer than any, or holds a letter that none of them has", () => {
		expect(formsOf("pain".repeat(20))).toEqual([-1]);
		expect(formsOf("pain𝓹")).toEqual([-1]);
		expect(lemmasOf("headachexyz")).not.toEqual(lemmasOf("headache"));
	});

	it("is the same word with a possessive 's", () => {
		expect(lemmasOf("knee's")).toEqual(lemmasOf("knee"));
		expect(lemmasOf("knee’s")).toEqual(lemmasOf("knee"));
		expect(wordsOf("my knee's pain")).toEqual(["my", "knee's", "pain"]);
	});

	it("is a number like any other if it has only digits", () => {
		expect(new Set(lemmasOf("7 38 1999")).size).toBe(1);
		expect(lemmasOf("7th")).not.toEqual(lemmasOf("7"));
	});

	it("is the same word in the plural and in each form of a verb", () => {
		expect(new Set(lemmasOf("twitch twitches twitched twitching")).size).toBe(1);
		expect(new Set(lemmasOf("knee knees")).size).toBe(1);
	});

	it.each([
		["can not", "can't"],
		["could not", "can't"],
		["cannot", "can't"],
		["will not", "won't"],
		["does not", "don't"],
	])("%s is %s, one word from its first letter to its last", (long, short) => {
		expect(wordsOf(`it ${long} stop`)).toEqual(["it", long, "stop"]);
		expect(lemmasOf(long)).toEqual(lemmasOf(short));
	});

	it.each(["I can, not now", "I can. Not now", "I can (not now)", "why not", "not can"])(
		"no word swallows the next: %s",
		(text) => {
			expect(wordsOf(text).map((word) => word.toLowerCase())).toContain("not");
		},
	);
});

describe("what stands before a word", () => {
	it.each([
		["the first word of a text", "Headache", "SENTENCE"],
		["a space", "bad headache", "JOINED"],
		["a no-break space", "bad\u00a0headache", "JOINED"],
		["a hyphen", "knee-pain", "JOINED"],
		["a hyphen that must not break", "knee\u2011pain", "JOINED"],
		["a comma", "fever, headache", "LIST"],
		["a comma without a space", "fever,headache", "LIST"],
		["a slash", "nausea/vomiting", "LIST"],
		["an ampersand", "aches & pains", "LIST"],
		["a bracket", "itching (pruritus", "MARK"],
		["a closed bracket", "itching (bad) pruritus", "MARK"],
		["a quotation mark", "the “headache", "MARK"],
		["an emoji", "bad 😀 headache", "MARK"],
		["a semicolon", "no fever; headache", "CLAUSE"],
		["a hyphen between spaces", "no fever - headache", "CLAUSE"],
		["a colon", "Symptoms: headache", "COLON"],
		["a dash", "no fever – headache", "CLAUSE"],
		["a full stop", "I fell. Headache", "SENTENCE"],
		["a full stop without a space", "headache.Nausea", "SENTENCE"],
		["a question mark", "Fever? Headache", "SENTENCE"],
		["an ellipsis", "fever… headache", "SENTENCE"],
		["the full stop of Chinese and Japanese", "痛。headache", "SENTENCE"],
		["a bullet", "fever • headache", "SENTENCE"],
		["a decimal point", "3.5", "MARK"],
		["the unit of a dose", "3.5 mg", "JOINED"],
		["an abbreviation", "e.g. headache", "MARK"],
		["a number at the end of a sentence", "I took 2. Headache", "SENTENCE"],
	])("%s: %s", (_, text, gap) => {
		expect(lastGap(text)).toBe(gap);
	});

	it("the strongest of several marks counts", () => {
		expect(lastGap("fever,). headache")).toBe("SENTENCE");
		expect(lastGap("fever. , headache")).toBe("SENTENCE");
		expect(lastGap("fever (, headache")).toBe("MARK");
	});

	it("a line break inside a paragraph is a space, an empty line ends it", () => {
		expect(lastGap("my lip won't\n\t\tstop")).toBe("JOINED");
		expect(lastGap("bad\n headache")).toBe("JOINED");
		expect(lastGap("fever\n\nheadache")).toBe("SENTENCE");
		expect(lastGap("fever\r\n \t\r\nheadache")).toBe("SENTENCE");
	});
});

describe("from text to text", () => {
	it("nothing is left of the text before", () => {
		const alone = scan("my knee hurts");
		scan("Es tut weh. ".repeat(2_000));

		expect(scan("my knee hurts")).toEqual(alone);
		expect(words.foreignCount).toBe(0);
	});

	it("words keep their meaning after more different words than are kept at once", () => {
		const before = lemmasOf("my knees won't stop shaking");
		for (let part = 0; part < 10; part++) {
			scan(Array.from({ length: 10_000 }, (_, index) => `word${part}x${index}`).join(" "));
		}

		expect(lemmasOf("my knees won't stop shaking")).toEqual(before);
	});

	it("words with a letter outside ASCII are counted", () => {
		scan("my naïve café knee");

		expect(words.foreignCount).toBe(2);
	});
});
