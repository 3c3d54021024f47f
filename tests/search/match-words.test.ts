import { describe, expect, it } from "vitest";
import { wordMatcher } from "../../lib/search/match-words";

describe("a search through the settings", () => {
	it.each([
		["", true],
		["under dot", true],
		["DOTTED", true],
		["döttéd", true],
		["ine", false],
		["dotted pause", false],
	])("“%s” finds the style of the underline: %s", (query, isFound) => {
		expect(wordMatcher(query)("How words are underlined: a dotted line")).toBe(isFound);
	});
});
