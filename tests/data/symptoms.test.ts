import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeProblems, readContent } from "../../data/read-content";
import { compileLexicon } from "../../lib/detection/compile-lexicon";
import { Detector } from "../../lib/detection/find-mentions";
import { compiledLexicon, shownSymptoms } from "../../scripts/content-plugin";
import { brokenRules } from "../../scripts/content-rules";

const dataFolder = join(import.meta.dirname, "../../data");
const { symptoms, answerFiles, grammar, problems } = readContent(dataFolder);
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

describe("a symptom is underlined", () => {
	const unexplained = symptoms.map((symptom) => ({ ...symptom, explanation: null }));

	it("if it has an explanation", () => {
		const explained = symptoms.filter(({ explanation }) => explanation).map(({ id }) => id);

		expect(shownSymptoms({ symptoms, answerFiles: [] })).toEqual(new Set(explained));
	});

	it("or else if there is an answer about it", () => {
		const ofDoctors = answerFiles.filter(({ answers }) => answers.some(({ replies }) => replies[0]?.doctor));
		const shown = shownSymptoms({ symptoms: unexplained, answerFiles: ofDoctors });

		expect(shown).toContain("lip-twitching");
		expect(shown).not.toContain("hiccups");
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

	it("breaks no rule of wording", () => {
		expect(brokenRules(symptom)).toEqual([]);
	});
});
