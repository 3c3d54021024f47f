import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblems, readContent } from "../../data/read-content";
import { statementsOf } from "../../data/schema";
import { compileLexicon } from "../../lib/detection/compile-lexicon";
import { findMentions } from "../../lib/detection/find-mentions";
import { Lexicon } from "../../lib/detection/lexicon";
import { readingGrade } from "./reading-grade";

const dataFolder = join(import.meta.dirname, "../../data");
const { symptoms, problems } = readContent(dataFolder);
const { lexicon: table, conflicts } = compileLexicon(symptoms);
const lexicon = new Lexicon(table);
const only = process.env.SYMPTOMS?.split(",");
const checked = only ? symptoms.filter(({ id }) => only.includes(id)) : symptoms;

const idsIn = (sentence: string) => new Set(findMentions(sentence, lexicon).map((mention) => mention.symptomId));

describe("content files", () => {
	it("are all valid, and refer only to what exists", () => {
		expect(describeProblems(problems)).toBe("");
	});

	it("give each term to one symptom", () => {
		expect(conflicts.map(({ term, symptomIds }) => `"${term}": ${symptomIds.join(" and ")}`)).toEqual([]);
	});
});

describe.each(checked.map((symptom) => [symptom.id, symptom] as const))("%s", (id, symptom) => {
	it("is found where it must be", () => {
		expect(symptom.mustMatch.filter((sentence) => !idsIn(sentence).has(id))).toEqual([]);
	});

	it("is not found where it must not be", () => {
		expect(symptom.mustNotMatch.filter((sentence) => idsIn(sentence).has(id))).toEqual([]);
	});

	it("has at least four sentences it is found in and three it is not", () => {
		expect(symptom.mustMatch.length).toBeGreaterThanOrEqual(4);
		expect(symptom.mustNotMatch.length).toBeGreaterThanOrEqual(3);
	});

	it("reads at grade 8 or below, in sentences of at most 25 words", () => {
		const ownWords = [symptom.name, symptom.clinicalTerm ?? "", ...symptom.layTerms, ...symptom.clinicalTerms];
		const texts = statementsOf(symptom).map(({ statement }) => statement.text);
		const explanation = symptom.explanation ? [symptom.explanation.text] : [];

		expect(readingGrade(texts.join(" "), ownWords).grade).toBeLessThanOrEqual(8);
		expect(explanation.filter((text) => readingGrade(text, ownWords).grade > 8)).toEqual([]);
		expect(texts.filter((text) => readingGrade(text, ownWords).longestSentence > 25)).toEqual([]);
	});

	it("never tells readers what they have", () => {
		const verdicts = statementsOf(symptom)
			.map(({ statement }) => statement.text)
			.filter((text) =>
				/\b(?:you have|you are (?:ill|sick|fine)|your diagnosis|this means (?:that )?you)\b/i.test(text),
			);

		expect(verdicts).toEqual([]);
	});
});
