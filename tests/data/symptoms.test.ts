import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblems, readContent } from "../../data/read-content";
import { statementsOf } from "../../data/schema";
import { compileLexicon } from "../../lib/detection/compile-lexicon";
import { Detector } from "../../lib/detection/find-mentions";
import { compiledLexicon } from "../../scripts/content-plugin";
import { readingGrade } from "./reading-grade";

const dataFolder = join(import.meta.dirname, "../../data");
const { symptoms, grammar, problems } = readContent(dataFolder);
if (!grammar) throw new Error(describeProblems(problems));
const { conflicts } = compileLexicon(symptoms, grammar);
const detector = new Detector(compiledLexicon());
const only = process.env.SYMPTOMS?.split(",");
const checked = only ? symptoms.filter(({ id }) => only.includes(id)) : symptoms;

/** A sentence as a page of its own: nothing else on it speaks for a symptom. */
const idsIn = (sentence: string) => {
	detector.judgePage(sentence);
	return new Set<string>(detector.findMentions(sentence).map(({ symptomId }) => symptomId));
};

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

	it.runIf(statementsOf(symptom).length > 0)("reads at grade 8 or below, in sentences of at most 25 words", () => {
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
