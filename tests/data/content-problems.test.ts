import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeProblems, readContent } from "../../data/read-content";
import type { Symptom } from "../../data/schema";
import { contentProblems } from "../../scripts/content-problems";
import { formatJson } from "../../scripts/format-json";
import { reviewDigest } from "../../scripts/review-digest";

const dataFolder = join(import.meta.dirname, "../../data");
// The tests must not begin to fail on the day a review is due; `npm run check:content` does.
const lastChecked = readContent(dataFolder)
	.symptoms.map(({ review }) => review.checkedOn)
	.sort()
	.at(-1) as string;
let copy: string;

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), "symptom-lens-check-"));
	for (const part of ["symptoms", "answers", "grammar", "emergency.json"]) {
		cpSync(join(dataFolder, part), join(copy, part), { recursive: true });
	}
});
afterEach(() => rmSync(copy, { recursive: true }));

/** What is said of a symptom's file after a slip of the pen. */
function problemsAfter(change: (symptom: Symptom) => unknown, today = lastChecked): string {
	const path = join(copy, "symptoms/headache.json");
	const symptom = JSON.parse(readFileSync(path, "utf8"));
	writeFileSync(path, formatJson(change(symptom) ?? symptom));
	return describeProblems(contentProblems(copy, today));
}
const explain = (symptom: Symptom, text: string) => {
	if (symptom.explanation) symptom.explanation.text = text;
};

it("the content as it stands has no mistake", () => {
	expect(describeProblems(contentProblems(dataFolder, lastChecked))).toBe("");
});

describe("a slip of the pen is named:", () => {
	it.each<[string, (symptom: Symptom) => unknown, string]>([
		["a diagnosis", (symptom) => explain(symptom, "With such a pain you have a migraine."), 'explanation: "you have "'],
		["a word that frightens", (symptom) => explain(symptom, "It is acute."), 'explanation: "acute"'],
		["urgent alone", (symptom) => explain(symptom, "Get urgent help."), 'explanation: "urgent"'],
		["advice to stop a medicine", (symptom) => explain(symptom, "Stop taking your tablets."), "never advise"],
		["a decimal", (symptom) => explain(symptom, "It comes with 38.5 degrees."), "no decimals"],
		["a percentage", (symptom) => explain(symptom, "It goes in 90% of people."), '"1 in 10"'],
		[
			"a sentence without end",
			(symptom) =>
				explain(
					symptom,
					"It is a pain in the head and it may come and go and it may be on one side or on both or move round.",
				),
			"more than 20 words",
		],
		[
			"hard words",
			(symptom) =>
				explain(symptom, "Cephalalgia encompasses heterogeneous neurovascular pathophysiological phenomena."),
			"explanation: reads at grade",
		],
		[
			"a paragraph of four sentences",
			(symptom) => explain(symptom, "It hurts. It stays. It goes. It is dull."),
			"explanation: has 4 sentences",
		],
		[
			"a trigger among the warning signs",
			(symptom) => {
				const [trigger] = symptom.triggers;
				if (trigger && symptom.redFlags[0]) symptom.redFlags[0].text = trigger.text;
			},
			"redFlags.0: must go on from",
		],
		[
			"the same sign at two urgencies",
			(symptom) => {
				const [sign] = symptom.redFlags;
				if (sign) symptom.whenToSeekCare.push({ ...sign, urgency: "soon" });
			},
			"stands in redFlags.0 already",
		],
		[
			"an expired review",
			(symptom) => Object.assign(symptom.review, { checkedOn: "2020-01-01", nextCheck: "2021-01-01" }) && symptom,
			"was due on 2021-01-01",
		],
		[
			"a review in ten years",
			(symptom) => Object.assign(symptom.review, { nextCheck: "2036-01-01" }) && symptom,
			"more than 36 months",
		],
		[
			"a check in the future",
			(symptom) => Object.assign(symptom.review, { checkedOn: "2099-01-01", nextCheck: "2099-06-01" }) && symptom,
			"lies in the future",
		],
		[
			"fields in another order",
			({ id, ...symptom }) => ({ ...symptom, id }),
			"(whole file): is not in the order and format",
		],
	])("%s", (_, change, expected) => {
		expect(problemsAfter(change)).toContain(expected);
	});
});

it("what may be said is left alone", () => {
	const said = problemsAfter((symptom) => {
		explain(symptom, "Do not stop your medicine. Ask a doctor if you have to take more. It is not always bad.");
		symptom.review.digest = reviewDigest(symptom);
	});

	expect(said).toBe("");
});
