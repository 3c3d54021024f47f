import { describe, expect, it } from "vitest";
import { inflect, NOUN_RULES, VERB_RULES } from "../../lib/detection/inflect";

describe("inflection rules", () => {
	it.each([...VERB_RULES, ...NOUN_RULES].map((rule) => [rule.example[0], rule]))(
		"hold for their example %s",
		(word, rule) => {
			expect(rule.ending.test(word)).toBe(true);
			expect(rule.forms(word)).toEqual(rule.example[1]);
		},
	);
});

describe("inflect", () => {
	it.each([
		["muscle cramp", ["muscle cramp", "muscle cramps", "muscle cramped", "muscle cramping"]],
		["lip twitching", ["lip twitch", "lips twitch", "lip twitches", "lips twitched", "lips twitching"]],
		["slurred speech", ["slurred speech"]],
		["tingling foot", ["tingling foot", "tingling feet"]],
		["calf cramp", ["calves cramp", "calf cramping"]],
		["hands shake", ["hand shakes", "hands shook", "hand shaking"]],
		["tremors", ["tremors", "tremor"]],
	])("finds %s in the forms people write", (term, forms) => {
		expect(inflect(term)).toEqual(expect.arrayContaining(forms));
	});

	it("leaves a term marked with = as it stands", () => {
		expect(inflect("=twitching")).toEqual(["twitching"]);
	});

	it("makes no plural of words that have none", () => {
		expect(inflect("facial numbness")).toEqual(["facial numbness"]);
	});
});
