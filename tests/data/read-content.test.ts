import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeProblems, readContent } from "../../data/read-content";

const dataFolder = join(import.meta.dirname, "../../data");
let copy: string;

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), "symptom-lens-content-"));
	for (const part of ["symptoms", "answers", "grammar", "emergency.json"])
		cpSync(join(dataFolder, part), join(copy, part), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

/** Changes one value of a content file, as a slip of the pen would, and returns what is said about it. */
const problemsAfter = (file: string, change: (content: Record<string, unknown>) => void) => {
	const path = join(copy, file);
	const content = JSON.parse(readFileSync(path, "utf8"));
	change(content);
	writeFileSync(path, JSON.stringify(content));
	return describeProblems(readContent(copy).problems);
};
const symptom = "symptoms/tremor.json";

describe("a mistake in a content file is named by file, field and reason:", () => {
	it.each<[string, string, (content: Record<string, unknown>) => void, string]>([
		["a missing field", symptom, (file) => delete file.name, "tremor.json: name: "],
		[
			"an unknown field",
			symptom,
			(file) => Object.assign(file, { nmae: "Tremor" }),
			'tremor.json: (whole file): Unrecognized key: "nmae"',
		],
		[
			"a statement without a source",
			symptom,
			(file) => Object.assign(file, { explanation: { text: "Shaking.", sources: [] } }),
			"tremor.json: explanation.sources: every statement names its source",
		],
		[
			"a source that does not exist",
			symptom,
			(file) => Object.assign(file, { explanation: { text: "Shaking.", sources: ["x"] } }),
			`tremor.json: explanation.sources: "x" is not in this file's sources`,
		],
		[
			"an urgency of our own making",
			symptom,
			(file) => Object.assign(file, { redFlags: [{ text: "it hurts", urgency: "soonish", sources: ["x"] }] }),
			"tremor.json: redFlags[0].urgency: ",
		],
		[
			"a term with punctuation",
			symptom,
			(file) => Object.assign(file, { layTerms: ["Tremor!"] }),
			"tremor.json: layTerms[0]: must be lower-case words",
		],
		[
			"an id that is not the file's name",
			symptom,
			(file) => Object.assign(file, { id: "shaking" }),
			'tremor.json: id: must be the file\'s name: "tremor"',
		],
		[
			"a related symptom that does not exist",
			symptom,
			(file) => Object.assign(file, { related: ["third-arm"] }),
			'tremor.json: related[0]: "third-arm" is not another symptom',
		],
		[
			"a check in the past of its own date",
			symptom,
			(file) =>
				Object.assign(file, {
					review: { checkedOn: "2026-11-25", nextCheck: "2026-01-01", clinician: null, digest: "" },
				}),
			"tremor.json: review.nextCheck: must be later than checkedOn",
		],
		[
			"a link that could run as script",
			"answers/doctorqna.json",
			(file) => Object.assign((file.answers as object[])[0] ?? {}, { url: "javascript:alert(1)" }),
			"doctorqna.json: answers[0].url: must be an http or https address",
		],
		[
			"an answer about an unknown symptom",
			"answers/doctorqna.json",
			(file) => Object.assign((file.answers as object[])[0] ?? {}, { symptoms: ["third-arm"] }),
			'doctorqna.json: answers[0].symptoms: "third-arm" is not a symptom',
		],
		[
			"a day that does not exist",
			"answers/doctorqna.json",
			(file) => Object.assign((file.answers as { question: object }[])[0]?.question ?? {}, { askedOn: "2021-02-30" }),
			"doctorqna.json: answers[0].question.askedOn: ",
		],
		[
			"a combination of an unknown body part",
			"grammar/combinations.json",
			(file) => Object.assign(file.twitch as object, { antenna: "tremor" }),
			'combinations.json: twitch.antenna: "antenna" is not in parts.json',
		],
		[
			"a combination that names no symptom",
			"grammar/combinations.json",
			(file) => Object.assign(file.twitch as object, { lip: "third-arm" }),
			'combinations.json: twitch.lip: "third-arm" is not a symptom',
		],
		[
			"a cue with a capital letter",
			"grammar/cues.json",
			(file) => Object.assign(file.denied as object, { before: ["No"] }),
			"cues.json: denied.before[0]: must be in lower case",
		],
		[
			"a side that a cue does not have",
			"grammar/cues.json",
			(file) => Object.assign(file.possible as object, { end: ["but"] }),
			'cues.json: possible: Unrecognized key: "end"',
		],
		[
			"another side that a cue does not have",
			"grammar/cues.json",
			(file) => Object.assign(file.otherPerson as object, { after: ["told me"] }),
			'cues.json: otherPerson: Unrecognized key: "after"',
		],
		[
			"a side that a cue lacks",
			"grammar/cues.json",
			(file) => delete (file.denied as { end?: unknown }).end,
			"cues.json: denied.end: ",
		],
	])("%s", (_mistake, file, change, expected) => {
		expect(problemsAfter(file, change)).toContain(expected);
	});

	it("a file that is not JSON", () => {
		writeFileSync(join(copy, symptom), '{ "id": "tremor", ');

		expect(describeProblems(readContent(copy).problems)).toContain("tremor.json: (whole file): is not JSON: ");
	});

	it("an answer that stands in two files", () => {
		cpSync(join(copy, "answers/doctorqna.json"), join(copy, "answers/again.json"));

		expect(describeProblems(readContent(copy).problems)).toContain("is already in again.json");
	});
});

it("the content as it stands has no mistake", () => {
	expect(describeProblems(readContent(copy).problems)).toBe("");
});
