import { describe, expect, it } from "vitest";
import { otherSpellings, SPELLING_RULES } from "../../lib/detection/spelling";
import { DOUBLING_RULES, PLURAL_RULES, SINGULAR_RULES, VERB_RULES } from "../../lib/detection/word-forms";
import { WordTable } from "../../lib/detection/word-table";

const nothing = { verbs: "", alsoWritten: "", invariable: "" };
const lemmaIn = (table: WordTable, word: string) => table.lemmas[table.formOf(word)];

describe("the rules of word forms", () => {
	it.each(VERB_RULES.map(({ example }) => example))("%s: %j are forms of the verb", (base, forms) => {
		const table = new WordTable({ ...nothing, verbs: base });

		expect(forms.filter((form) => lemmaIn(table, form) !== lemmaIn(table, base))).toEqual([]);
		expect(forms.filter((form) => table.isBase(form))).toEqual([]);
	});

	it.each(DOUBLING_RULES.map(({ example }) => example))("%s: %j are forms of the doubling verb", (base, forms) => {
		const table = new WordTable({ ...nothing, verbs: `${base}+` });

		expect(forms.filter((form) => lemmaIn(table, form) !== lemmaIn(table, base))).toEqual([]);
	});

	it.each(PLURAL_RULES.map(({ example }) => example))("%s: its plural is %j", (singular, plurals) => {
		const table = new WordTable(nothing);
		const lemma = lemmaIn(table, singular);

		expect(plurals.filter((plural) => lemmaIn(table, plural) !== lemma)).toEqual([]);
	});

	it.each(SINGULAR_RULES.map(({ example }) => example))("%s: its singular is %j", (word, singulars) => {
		const table = new WordTable(nothing);
		const lemma = lemmaIn(table, word);

		expect(table.isBase(word)).toBe(singulars.length === 0);
		expect(singulars.filter((singular) => lemmaIn(table, singular) !== lemma)).toEqual([]);
	});

	it("leave short words and words without another number alone", () => {
		const table = new WordTable({ ...nothing, invariable: "news" });

		expect(lemmaIn(table, "gas")).not.toBe(lemmaIn(table, "ga"));
		expect(lemmaIn(table, "news")).not.toBe(lemmaIn(table, "new"));
	});

	it("take irregular forms and misspellings for the same word, in both numbers", () => {
		const table = new WordTable({ ...nothing, verbs: "lose", alsoWritten: "lose lost\nfoot feet\nmigraine migrane" });

		expect(lemmaIn(table, "lost")).toBe(lemmaIn(table, "losing"));
		expect(lemmaIn(table, "feet")).toBe(lemmaIn(table, "foot"));
		expect(lemmaIn(table, "migranes")).toBe(lemmaIn(table, "migraine"));
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
