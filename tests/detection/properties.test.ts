// Long because its rules share the words that texts are made of.

import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grammar } from "../../data/grammar-schema";
import { readContent } from "../../data/read-content";
import { compileLexicon, type SymptomTerms } from "../../lib/detection/compile-lexicon";
import { Detector, type Mention } from "../../lib/detection/find-mentions";
import { findNames, type TermHit } from "../../lib/detection/find-terms";
import { Lexicon } from "../../lib/detection/lexicon";
import { newWords, scanWords } from "../../lib/detection/scan-words";
import { lexicon as productLexicon } from "./detector";
import { anyText, bidiMarks, invisible, misplacedIn, seen, sentences, zalgo } from "./hostile-text";
import { type NaiveHit, NaiveMatcher } from "./naive-matcher";

const grammar = readContent(join(import.meta.dirname, "../../data")).grammar as Grammar;
const detector = new Detector(productLexicon);

function findMentions(text: string): Mention[] {
	detector.judgePage(text);
	return detector.findMentions(text);
}

describe("names are found as by trying every term at every word", () => {
	const symptoms: SymptomTerms[] = [
		{
			id: "lip-twitching",
			layTerms: ["lip twitching", "twitching lip", "lip won't stop quivering", "twitching above the lip"],
			clinicalTerms: ["labial myokymia"],
		},
		{ id: "lip-numbness", layTerms: ["numb lip", "no feeling in my lip"], clinicalTerms: ["perioral numbness"] },
		{ id: "insomnia", layTerms: ["can't sleep", "?wide awake", "wake up at night", "wake up"], clinicalTerms: [] },
		{ id: "hand-tremor", layTerms: ["?my hands shake", "hand tremor", "the shakes"], clinicalTerms: [] },
		{ id: "burning-sensation", layTerms: ["?=burning", "burning sensation", "?on fire"], clinicalTerms: [] },
		{ id: "muscle-cramps", layTerms: ["?cramp", "cramps", "muscle cramp"], clinicalTerms: [] },
		{
			id: "knee-pain",
			layTerms: ["knee pain", "sore knee", "aching knees", "hurt my knee", "pain in the knee cap"],
			clinicalTerms: ["gonalgia"],
		},
	];
	const partTerms = {
		lip: ["lip", "upper lip", "corner of mouth", "above lip"],
		knee: ["knee", "knee cap"],
		hand: ["hand", "?palm"],
		sleep: ["sleep", "asleep"],
		muscle: ["muscle", "muscular"],
	};
	const headTerms = {
		twitch: ["twitch", "twitching", "?jump", "muscle twitch"],
		tremble: ["?shake", "shakes", "shaking"],
		numb: ["numb", "numbness", "loss of feeling", "can't feel", "no feeling"],
		burn: ["?burn", "burning", "burning sensation", "?on fire"],
		cramp: ["cramp", "?tight"],
		pain: ["pain", "?ache", "aching", "?hurt", "hurts", "?sore", "burning pain", "?tight"],
	};
	const forms = [
		"lip lips",
		"twitch twitches twitched twitching",
		"quiver quivers quivered quivering",
		"stop stops stopped stopping",
		"above",
		"labial",
		"myokymia myokymias",
		"numb numbs numbed numbing",
		"no",
		"feel feels feeling felt",
		"in",
		"perioral",
		"numbness",
		"can't cannot cant couldn't couldnt",
		"won't wont wouldn't wouldnt",
		"sleep sleeps sleeping slept",
		"asleep",
		"wide",
		"awake",
		"wake wakes woke woken waking",
		"up",
		"at",
		"night nights",
		"hand hands",
		"palm palms",
		"shake shakes shook shaken shaking",
		"tremor tremors",
		"the",
		"burn burns burned burnt burning",
		"sensation sensations",
		"on",
		"fire fires",
		"cramp cramps",
		"muscle muscles",
		"muscular",
		"knee knees",
		"cap caps",
		"pain pains",
		"sore sores",
		"ache aches ached aching",
		"hurt hurts hurting",
		"gonalgia",
		"upper",
		"corner corners",
		"mouth mouths",
		"of",
		"jump jumps jumped jumping",
		"loss losses",
		"tight",
	];
	// Words of cues and contexts lead other ways through the same tables; a few of each are enough.
	const some = <Lists extends Record<string, string[]>>(lists: Lists): Lists =>
		Object.fromEntries(Object.entries(lists).map(([name, phrases]) => [name, phrases.slice(0, 5)])) as Lists;
	const reduced: Grammar = {
		...grammar,
		context: some(grammar.context),
		cues: {
			...grammar.cues,
			denied: { ...grammar.cues.denied, before: ["no", "no sign of"], after: ["has stopped"], not: [], end: [] },
		},
		words: {
			...grammar.words,
			verbs: ["ache", "burn", "feel", "hurt", "jump", "numb", "quiver", "shake", "sleep", "stop", "twitch", "wake"],
			doublingVerbs: ["stop"],
			irregularVerbs: {
				ache: ["ached"],
				burn: ["burnt", "burned"],
				feel: ["felt"],
				hurt: ["hurt"],
				shake: ["shook", "shaken"],
				sleep: ["slept"],
				wake: ["woke", "woken"],
			},
			misspellings: {},
		},
		parts: { parts: partTerms, general: ["muscle"] },
		heads: { heads: headTerms, near: [] },
		combinations: { twitch: { lip: "lip-twitching" } },
	};
	const { lexicon: compiled, conflicts } = compileLexicon(symptoms, reduced);
	const lexicon = new Lexicon(compiled);
	const { determiners, fillers, contractions } = grammar.words;
	const naive = new NaiveMatcher({
		terms: {
			symptoms: Object.fromEntries(
				symptoms.map(({ id, layTerms, clinicalTerms }) => [id, [...layTerms, ...clinicalTerms]]),
			),
			parts: partTerms,
			heads: headTerms,
		},
		forms,
		contractions,
		determiners,
		fillers,
	});

	const terms = [
		...symptoms.flatMap(({ layTerms, clinicalTerms }) => [...layTerms, ...clinicalTerms]),
		...Object.values(partTerms).flat(),
		...Object.values(headTerms).flat(),
	].map((term) => term.replace(/^[?=]+/, ""));
	const anyTerm = fc.constantFrom(...terms);
	const anyForm = fc.constantFrom(...forms.flatMap((line) => line.split(" ")));
	const smallWord = fc.constantFrom(...determiners, ...fillers, "not", "can", "could", "will", "do");
	const otherWord = fc.constantFrom("banana", "Tuesday", "3", "10", "lipids", "kneel", "handy", "o'clock", "painful");
	const inflected = (word: string) => {
		const line = forms.find((candidates) => candidates.split(" ").includes(word))?.split(" ") ?? [word];
		return fc.constantFrom(...line);
	};
	const writtenTerm = anyTerm.chain((term) =>
		fc
			.tuple(
				...term
					.split(" ")
					.map((word) =>
						fc.tuple(
							inflected(word),
							fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(smallWord, { maxLength: 3 })),
						),
					),
			)
			.map((words) => words.flatMap(([word, small]) => [word, ...small])),
	);
	const piece = anyTerm.chain((term) => fc.subarray(term.split(" ")));
	const written = fc.constantFrom(
		(word: string) => word,
		(word: string) => word,
		(word: string) => word.toUpperCase(),
		(word: string) => `${word}'s`,
		(word: string) => word.replaceAll("'", "’"),
	);
	const space = fc.oneof(
		{ weight: 12, arbitrary: fc.constant(" ") },
		fc.constantFrom("  ", "-", "\u00a0", "\t", ", ", ". ", "; ", " – ", " (", ") ", "/", " “", "…", "? "),
	);
	const text = fc
		.array(fc.oneof({ weight: 3, arbitrary: writtenTerm }, piece, fc.array(fc.oneof(smallWord, anyForm, otherWord))), {
			maxLength: 8,
		})
		.map((pieces) => pieces.flat())
		.chain((words) => fc.tuple(...words.map((word) => fc.tuple(fc.constant(word), written, space))))
		.map((words) => words.map(([word, write, after]) => write(word) + after).join(""));

	// In the order in which they are compiled: general parts come last.
	const partIds = ["lip", "knee", "hand", "sleep", "muscle"];
	const headIds = Object.keys(headTerms);
	const named = (hits: TermHit[], namesOf: (value: number) => string[]): NaiveHit[] =>
		hits.map(({ from, to, value, isAmbiguous }) => ({ from, to, names: namesOf(value).sort(), isAmbiguous }));

	it("symptoms, body parts and complaints, in any order, form and punctuation", () => {
		const words = newWords();

		expect(conflicts).toEqual([]);
		fc.assert(
			fc.property(text, (text) => {
				scanWords(text, lexicon, words);
				const found = findNames(words, lexicon);
				const scanned = Array.from({ length: words.count }, (_, at) => [words.start[at], words.end[at]]);

				expect(scanned).toEqual(naive.words(text).map(({ start, end }) => [start, end]));
				expect({
					symptoms: named(found.symptoms, (value) => [compiled.symptomIds[value] ?? ""]),
					parts: named(found.parts, (value) => [partIds[value] ?? ""]),
					heads: named(found.heads, (value) => (compiled.headSets[value] ?? []).map((head) => headIds[head] ?? "")),
				}).toEqual({
					symptoms: naive.find("symptoms", text),
					parts: naive.find("parts", text),
					heads: naive.find("heads", text),
				});
			}),
			{ numRuns: 3_000 },
		);
	});
});

describe("whatever a page holds", () => {
	it("finding mentions neither fails nor names a place that is not there", () => {
		let mentionCount = 0;
		fc.assert(
			fc.property(anyText, (text) => {
				const mentions = findMentions(text);
				mentionCount += mentions.length;
				expect(misplacedIn(text, mentions)).toEqual([]);
			}),
			{ numRuns: 3_000 },
		);

		expect(mentionCount).toBeGreaterThan(1_000);
	});

	it("no part of a mention has more than eight words", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				for (const { parts } of findMentions(text)) {
					for (const { start, end } of parts) {
						const words = seen(text.slice(start, end)).match(/[\p{L}\p{N}]+(?:['’‘ʼ＇][\p{L}\p{N}]+)*/gu);
						expect(words?.length).toBeLessThanOrEqual(8);
					}
				}
			}),
			{ numRuns: 1_000 },
		);
	});

	it("asking for the assertion of any stretch neither fails nor leaves one out", () => {
		const span = fc.tuple(fc.nat(400), fc.nat(400)).map(([start, end]) => ({ start, end }));
		fc.assert(
			fc.property(anyText, fc.array(span, { maxLength: 5 }), (text, spans) => {
				expect(detector.assertionsOf(text, spans)).toHaveLength(spans.length);
			}),
		);
	});
});

describe("what surrounds a sentence, or cannot be seen in it, changes nothing", () => {
	const sentence = fc.constantFrom(...sentences);
	const found = (text: string) => findMentions(text).map(({ symptomId, assertion }) => ({ symptomId, assertion }));

	it.each(sentences)("something is found in: %s", (text) => {
		expect(findMentions(text)).not.toEqual([]);
	});

	it("invisible characters inside words: hyphenation, zero width, accents, writing direction", () => {
		const inserted = fc.constantFrom(...invisible, ...zalgo, ...bidiMarks);
		fc.assert(
			fc.property(sentence, fc.array(fc.tuple(fc.nat(120), inserted)), (text, insertions) => {
				const marksAt = new Map(insertions);
				const written = [...text].map((character, at) => {
					const isInsideWord = /[a-z]/i.test(character) && /[a-z]/i.test(text[at + 1] ?? "");
					return isInsideWord ? character + (marksAt.get(at) ?? "") : character;
				});
				const offsetIn = (at: number) => written.slice(0, at).join("").length;
				const shifted = ({ start, end }: { start: number; end: number }) => ({
					start: offsetIn(start),
					end: offsetIn(end),
				});

				expect(findMentions(written.join(""))).toEqual(
					findMentions(text).map((mention) => ({
						...mention,
						...shifted(mention),
						parts: mention.parts.map(shifted),
					})),
				);
			}),
		);
	});

	it("the kind of apostrophe", () => {
		for (const text of sentences) {
			for (const apostrophe of "’‘ʼ＇") {
				expect(findMentions(text.replaceAll("'", apostrophe))).toEqual(findMentions(text));
			}
		}
	});

	it("upper case", () => {
		for (const text of sentences) expect(findMentions(text.toUpperCase())).toEqual(findMentions(text));
	});

	it("a word of another script and emoji before it", () => {
		const range = (from: number, to: number) =>
			fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point));
		const scripts = fc.oneof(
			...[
				range(0x430, 0x44f),
				range(0x5d0, 0x5ea),
				range(0x627, 0x64a),
				range(0x915, 0x939),
				range(0x3042, 0x3093),
				range(0x4e00, 0x9fa5),
				range(0x20000, 0x20100),
			].map((letter) => fc.array(letter, { maxLength: 60 }).map((letters) => letters.join(""))),
		);
		const emoji = fc
			.array(fc.oneof(range(0x1f300, 0x1f64f), fc.constantFrom("❤️", "👩‍⚕️", "🇬🇧", "👍🏽")), { maxLength: 20 })
			.map((characters) => characters.join(""));
		fc.assert(
			fc.property(sentence, emoji, scripts, emoji, (text, first, foreign, last) => {
				const before = `${first}${foreign}${last}. `;
				const shifted = <T extends { start: number; end: number }>(range: T) => ({
					...range,
					start: range.start + before.length,
					end: range.end + before.length,
				});

				expect(findMentions(before + text)).toEqual(
					findMentions(text).map((mention) => ({ ...shifted(mention), parts: mention.parts.map(shifted) })),
				);
			}),
		);
	});

	it("the same sentence once more: each is found for itself", () => {
		for (const text of sentences) expect(found(`${text} ${text}`)).toEqual([...found(text), ...found(text)]);
	});
});

describe("texts that no person wrote come to an end", () => {
	const MEGABYTE = 1_000_000;
	const filled = (length: number, unit: string) => unit.repeat(Math.ceil(length / unit.length));

	it.each([
		["5 MB without a space", filled(5 * MEGABYTE, "twitching")],
		["5 MB of one word of a term", filled(5 * MEGABYTE, "pain ")],
		["1 MB of a complaint and a part in turn", filled(MEGABYTE, "pain knee ")],
		["1 MB of denials without a full stop", `no ${filled(MEGABYTE, "pain, ")}`],
		["1 MB of a cue in turn with what it denies", filled(MEGABYTE, "no pain ")],
		["1 MB of words that may be passed over", `pain ${filled(MEGABYTE, "my really ")}knee`],
		["3 MB of a name in turn with the same in brackets", filled(3 * MEGABYTE, "itchy skin (pruritus) ")],
		["1 MB of line breaks", filled(MEGABYTE, "\n")],
		["1 MB of line breaks and spaces", filled(MEGABYTE, "\n ")],
		["1 MB of line breaks in Windows", filled(MEGABYTE, "\r\n")],
		["1 MB of spaces", filled(MEGABYTE, " ")],
		["1 MB of apostrophes", filled(MEGABYTE, "a'")],
		["1 MB of invisible characters", `pa${filled(MEGABYTE, "\u00ad")}in`],
	])("%s", { timeout: 120_000 }, (_, text) => {
		const mentions = findMentions(text);

		expect(mentions.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true);
	});
});
