import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../lib/search/edit-distance";
import { Vocabulary } from "../../lib/search/vocabulary";

describe("edit distance", () => {
	it.each([
		["", "", 0],
		["lip", "lip", 0],
		["lip", "lips", 1],
		["lip", "tip", 1],
		["tremro", "tremor", 1],
		["fasiculation", "fasciculation", 1],
		["", "eye", 3],
	])("from %j to %j is %i", (one, other, expected) => {
		expect(editDistance(one, other)).toBe(expected);
	});

	it("is the same in both directions and never more than the longer word", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
				const distance = editDistance(one, other);

				expect(editDistance(other, one)).toBe(distance);
				expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
			}),
		);
	});
});

describe("vocabulary", () => {
	const vocabulary = Vocabulary.of(["twitching", "twitch", "switch", "lip", "lips", "tremor", "eyelid", "eyelids"]);

	it("completes letters to the shortest words first", () => {
		expect(vocabulary.startingWith("eye")).toEqual(["eyelid", "eyelids"]);
		expect(vocabulary.startingWith("zz")).toEqual([]);
		expect(vocabulary.startingWith("lips")).toEqual([]);
	});

	it("takes a word for its nearest neighbours", () => {
		expect(vocabulary.similarTo("twich")).toEqual([{ word: "twitch", mistakes: 1 }]);
		expect(vocabulary.similarTo("tremro")).toEqual([{ word: "tremor", mistakes: 1 }]);
		expect(vocabulary.similarTo("twicthng")).toEqual([{ word: "twitching", mistakes: 2 }]);
	});

	it("takes a wrong first letter for a mistake where it is the only one, and less likely than another", () => {
		const similar = Vocabulary.of(["tremor", "tremors"]).similarTo("bremor");

		expect(similar).toEqual([{ word: "tremor", mistakes: 1 }]);
		expect(Vocabulary.of(["cramp", "tramp"]).similarTo("cremp")[0]?.word).toBe("cramp");
	});

	it("finds every word that is near", () => {
		const letters = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 4, maxLength: 9 });
		fc.assert(
			fc.property(fc.uniqueArray(letters, { maxLength: 40 }), letters, (words, asked) => {
				const allowed = asked.length < 7 ? 1 : 2;
				const near = words.filter(
					(word) => word[0] === asked[0] && word !== asked && editDistance(asked, word) <= allowed,
				);
				const found = Vocabulary.of(words)
					.similarTo(asked)
					.map(({ word }) => word);

				expect(found.length === 12 || near.every((word) => found.includes(word))).toBe(true);
			}),
		);
	});

	it("guesses at nothing shorter than four letters, and at nothing far away", () => {
		expect(vocabulary.similarTo("lpi")).toEqual([]);
		expect(vocabulary.similarTo("xyzzy")).toEqual([]);
		expect(vocabulary.similarTo("t".repeat(10_000))).toEqual([]);
	});
});
