import fc from "fast-check";
import { expect, it } from "vitest";
import { tokenize } from "../../lib/search/tokenize";

/** What a word is, in one expression: letters, marks and digits of any script, held together by apostrophes and invisible hints. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['\u00ad\u200b-\u200d\u2060]+[\p{L}\p{M}\p{N}]+)*/gu;

it("plain words are split as words of any script are", () => {
	const character = fc.constantFrom(..."abz09 .-_'\u00ad\u200bé\u0301ß眼𝐱\u{1f600}\n");
	fc.assert(
		fc.property(fc.string({ unit: character, maxLength: 40 }), (text) => {
			const expected = [...text.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);
			expect(tokenize(text).map(({ start, end }) => [start, end])).toEqual(expected);
		}),
		{ numRuns: 2_000 },
	);
});

it("a word keeps its apostrophe and loses its invisible hints", () => {
	expect(tokenize("eye\u00adlid won't 'tis it's' 42b").map(({ word }) => word)).toEqual([
		"eyelid",
		"won't",
		"tis",
		"it's",
		"42b",
	]);
});
