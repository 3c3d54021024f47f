import { describe, expect, it } from "vitest";
import { Lemmas } from "../../lib/detection/lemmas";
import { otherSpellings, SPELLING_RULES } from "../../lib/detection/spelling";
import { DOUBLING_RULE, SINGULAR_RULES, VERB_RULES } from "../../lib/detection/word-forms";

const nothing = { verbs: "", alsoWritten: "", invariable: "" };
const lemmasOf = (lemmas: Lemmas, words: string[]) => words.map((word) => lemmas.of(word));

describe("the rules of word forms", () => {
	it.each(VERB_RULES.map(({ example }) => example))("%s: %j are forms of the verb", (base, forms) => {
		const lemmas = new Lemmas({ ...nothing, verbs: base });

		expect(new Set(lemmasOf(lemmas, forms))).toEqual(new Set([base]));
		expect(lemmas.of(base)).toBe(base);
	});

	it("double the last letter of verbs that are listed so", () => {
		const [base, forms] = DOUBLING_RULE.example;
		const doubling = new Lemmas({ ...nothing, verbs: `${base}+` });
		const other = new Lemmas({ ...nothing, verbs: "hear" });

		expect(new Set(lemmasOf(doubling, forms))).toEqual(new Set([base]));
		expect(doubling.of("slured")).not.toBe("slur");
		expect(other.of("hearring")).not.toBe("hear");
	});

	it("take every form for a verb's that a rule makes of it, and no other", () => {
		const lemmas = new Lemmas({ ...nothing, verbs: "see bleed pass", alsoWritten: "see saw seen\nbleed bled" });

		expect(lemmasOf(lemmas, ["seeing", "sees", "saw", "bled", "bleeding", "passes", "passed"])).toEqual([
			"see",
			"see",
			"see",
			"bleed",
			"bleed",
			"pass",
			"pass",
		]);
		// An irregular past leaves no room for a regular one.
		expect(lemmasOf(lemmas, ["seed", "bleeded", "passs", "passd"])).not.toContain("see");
		expect(lemmasOf(lemmas, ["bleeded"])).toEqual(["bleeded"]);
	});

	it.each(SINGULAR_RULES.map(({ example }) => example))("%s: its singular is %j", (word, singulars) => {
		expect(new Lemmas(nothing).of(word)).toBe(singulars[0] ?? word);
	});

	it("leave short words and words without another number alone", () => {
		const lemmas = new Lemmas({ ...nothing, invariable: "news raynaud's" });

		expect(lemmasOf(lemmas, ["gas", "news", "raynaud's"])).toEqual(["gas", "news", "raynaud's"]);
	});

	it("take irregular forms and misspellings for the same word, in both numbers", () => {
		const lemmas = new Lemmas({ ...nothing, verbs: "lose", alsoWritten: "lose lost\nfoot feet\nmigraine migrane" });

		expect(lemmasOf(lemmas, ["lost", "losing", "feet", "foot", "migranes", "migraines"])).toEqual([
			"lose",
			"lose",
			"foot",
			"foot",
			"migraine",
			"migraine",
		]);
	});

	it("look through a possessive, and take all numbers for one", () => {
		const lemmas = new Lemmas({ ...nothing, invariable: "100" });

		expect(lemmas.of("knee's")).toBe("knee");
		expect(lemmas.of("38")).toBe(lemmas.of("1999"));
		expect(lemmas.of("100")).toBe("100");
		expect(lemmas.of("7th")).toBe("7th");
	});
});

describe("British and American spelling", () => {
	it.each(SPELLING_RULES.map(({ example }) => example))("%s is %s", (british, american) => {
		expect(otherSpellings(british)).toContain(american);
		expect(otherSpellings(american)).toContain(british);
	});

	it.each(["them", "disease", "seizure", "size", "emigrate"])("%s is written the same everywhere", (word) => {
		expect(otherSpellings(word)).toEqual([]);
	});
});
