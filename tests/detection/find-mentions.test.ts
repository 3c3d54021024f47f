import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileLexicon, type SymptomTerms } from "../../lib/detection/compile-lexicon";
import { findMentions } from "../../lib/detection/find-mentions";
import { foldText } from "../../lib/detection/fold-text";
import { Lexicon } from "../../lib/detection/lexicon";

const symptoms: SymptomTerms[] = [
	{ id: "muscle-twitching", layTerms: ["=twitching", "muscle twitch"], clinicalTerms: ["fasciculation"] },
	{ id: "lip-twitching", layTerms: ["lip twitching", "lip won't stop twitching"], clinicalTerms: [] },
	{ id: "pins", layTerms: ["pins and needles"], clinicalTerms: [] },
	{ id: "anxiety", layTerms: ["anxiety"], clinicalTerms: [] },
];
const lexicon = new Lexicon(compileLexicon(symptoms).lexicon);
const found = (text: string) =>
	findMentions(text, lexicon).map(({ start, end, symptomId }) => [text.slice(start, end), symptomId]);

describe("findMentions", () => {
	it.each([
		["takes the longest term", "My lip twitching is back.", [["lip twitching", "lip-twitching"]]],
		["finds any case", "FASCICULATIONS", [["FASCICULATIONS", "muscle-twitching"]]],
		["finds both apostrophes", "my lip won’t stop twitching", [["lip won’t stop twitching", "lip-twitching"]]],
		["takes a hyphen for a space", "pins-and-needles", [["pins-and-needles", "pins"]]],
		["goes over line breaks in the source", "muscle\n\t  twitches", [["muscle\n\t  twitches", "muscle-twitching"]]],
		["looks through soft hyphens", "twitch\u00ading", [["twitch\u00ading", "muscle-twitching"]]],
		["finds only whole words", "untwitching anxietylike", []],
		["does not cross a full stop", "I bit my lip. Twitching followed.", [["Twitching", "muscle-twitching"]]],
		["does not cross a comma", "a muscle, twitch", []],
		[
			"finds several in one sentence",
			"anxiety, twitching",
			[
				["anxiety", "anxiety"],
				["twitching", "muscle-twitching"],
			],
		],
	])("%s", (_rule, text, expected) => {
		expect(found(text)).toEqual(expected);
	});

	it("keeps offsets true after a letter whose lower case is longer", () => {
		expect(found("İİİ twitching")).toEqual([["twitching", "muscle-twitching"]]);
	});

	it("reads words in other scripts around a term without marking them", () => {
		expect(found("الرعشة (fasciculation) 肌肉")).toEqual([["fasciculation", "muscle-twitching"]]);
	});

	it("never returns overlapping or empty mentions, whatever the text", () => {
		const words = fc.constantFrom(
			"lip",
			"twitching",
			"won't",
			"stop",
			"muscle",
			"twitch",
			"pins",
			"and",
			"needles",
			"-",
			".",
			"İ",
			"\n",
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
				const text = parts.join(" ");
				let last = 0;
				for (const { start, end } of findMentions(text, lexicon)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
			}),
		);
	});

	it("finds exactly what a slow search for the longest whole-word term finds", () => {
		const terms = [
			...new Set(["twitching", "lip twitching", "lip won't stop twitching", "pins and needles", "anxiety"]),
		];
		const words = fc.constantFrom("lip", "twitching", "won't", "stop", "pins", "and", "needles", "anxiety", "so");
		fc.assert(
			fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
				const expected: string[] = [];
				for (let index = 0; index < parts.length; ) {
					const here = terms
						.filter((term) => parts.slice(index, index + term.split(" ").length).join(" ") === term)
						.sort((one, other) => other.length - one.length)[0];
					if (here) expected.push(here);
					index += here ? here.split(" ").length : 1;
				}

				expect(found(parts.join(" ")).map(([words]) => words)).toEqual(expected);
			}),
		);
	});
});

describe("foldText", () => {
	it("never changes the length of a text", () => {
		fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldText(text).length === text.length));
	});
});

describe("compileLexicon", () => {
	it("reports a term that two symptoms claim", () => {
		const { conflicts } = compileLexicon([...symptoms, { id: "worry", layTerms: ["anxiety"], clinicalTerms: [] }]);

		expect(conflicts).toContainEqual({ term: "anxiety", symptomIds: ["anxiety", "worry"] });
	});

	it("lets a written term win over an inflected one", () => {
		const { lexicon: table, conflicts } = compileLexicon([
			{ id: "twitch", layTerms: ["leg twitch"], clinicalTerms: [] },
			{ id: "jerks", layTerms: ["=leg twitches"], clinicalTerms: [] },
		]);

		expect(conflicts).toEqual([]);
		expect(findMentions("leg twitches", new Lexicon(table))[0]?.symptomId).toBe("jerks");
	});
});
