import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../data/read-content";
import { projectFolder, readProjectFile } from "./linked-files";

const { symptoms, answerFiles, emergencies } = readContent(join(projectFolder, "data"));
const answers = answerFiles.flatMap((file) => file.answers);
const ofOurs = answers.filter(({ question }) => question.posedBy === "editors");
const ofPeople = answers.filter(({ question }) => question.posedBy !== "editors");
const byDoctors = answers.filter(({ replies }) => replies.some(({ doctor }) => doctor !== null));

/** A page as one line, so that a sentence is found wherever its lines end. */
const wordsOf = (page: string) => readProjectFile(page).replace(/\s+/g, " ");

describe("how much there is, as told by", () => {
	it("the README", () => {
		const words = wordsOf("README.md");

		expect(words).toContain(`**Explains** ${symptoms.length} symptoms`);
		expect(words).toContain(`it explains ${symptoms.length} symptoms`);
		expect(words).toContain(`one of ${emergencies?.emergencies.length} emergencies`);
		const answered = new Set<string>(byDoctors.flatMap((answer) => answer.symptoms));
		expect(words).toContain(`For ${answered.size} of them there are answers of named doctors`);
		const all = new Set<string>(answers.flatMap((answer) => answer.symptoms));
		expect(symptoms.filter(({ id }) => !all.has(id))).toEqual([]);
	});

	// Of the first version; once it is out, its notes stay as they are and this test goes.
	it("the notes of the first version", () => {
		const byInstitutions = ofPeople.filter((answer) => !byDoctors.includes(answer));
		const words = wordsOf("CHANGELOG.md");

		expect(words).toContain(`${symptoms.length} explained symptoms`);
		expect(words).toContain(
			`${ofPeople.length} answers to people who asked, ${byDoctors.length} by named doctors and ` +
				`${byInstitutions.length} by institutions, and ${ofOurs.length} answers to questions of ours`,
		);
		expect(answers.filter(({ wording }) => wording !== "summary")).toEqual([]);
	});
});
