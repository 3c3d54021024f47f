import { expect, it } from "vitest";
import { findPattern, placedWords } from "../../lib/detection/word-pattern";

const found = (pattern: string, text: string) =>
	findPattern(pattern, placedWords(text)).map(({ start, end }) => text.slice(start, end));

it.each([
	["left|right arm", "My Right arm, not my leg", ["Right arm"]],
	["spread*", "It spreads and is spreading", ["spreads", "spreading"]],
	["spreads … arm", "It spreads down into my left arm.", ["spreads down into my left arm"]],
	["spreads … arm", "It spreads from here to there and then to my left arm.", []],
	["in YEAR", "In 2015 and in 20 minutes", ["In 2015"]],
	["38*", "a fever of 38.5, not 37", ["38.5"]],
	["can't … open", "It can’t be made to open", ["can’t be made to open"]],
])("%s in: %s", (pattern, text, places) => {
	expect(found(pattern, text)).toEqual(places);
});
