import { describe, expect, it } from "vitest";
import { foldNames, suggestNames } from "../../lib/browse/suggest-names";
import { packWords } from "../../lib/search/packed-words";

const names = packWords(["Ada Müller", "Ben O’Neil", "John Smith", "Johnny Smithers", "Test Clinic"]);
const counts = Uint32Array.of(3, 1, 2, 7, 0);
const suggest = (text: string, limit = 10) =>
	suggestNames(names, { folded: foldNames(names), counts, text, limit }).map(({ value }) => value);

describe("suggested names", () => {
	it("are those with words that begin as typed, in any order, the most answers first", () => {
		expect(suggest("smi jo")).toEqual(["Johnny Smithers", "John Smith"]);
		expect(suggest("muller")).toEqual(["Ada Müller"]);
		expect(suggest("O'NEIL")).toEqual(["Ben O’Neil"]);
	});

	it("are those spelled much alike when none fits", () => {
		expect(suggest("jhon smiht")[0]).toBe("John Smith");
		expect(suggest("xyzzy")).toEqual([]);
	});

	it("are the most common ones before anything is typed, and none that leads to no answer", () => {
		expect(suggest("", 2)).toEqual(["Johnny Smithers", "Ada Müller"]);
		expect(suggest("clinic")).toEqual([]);
	});
});
