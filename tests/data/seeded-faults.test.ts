// Long because one rule for each fault that content can have.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { EmergencyFile } from "../../data/emergency-schema";
import { describeProblems, readContent } from "../../data/read-content";
import type { Answer, Symptom, UrgentStatement } from "../../data/schema";
import { contentProblems } from "../../scripts/content-problems";
import { copiedRuns } from "../../scripts/copied-runs";
import { formatJson } from "../../scripts/format-json";
import { reviewDigest } from "../../scripts/review-digest";

const dataFolder = join(import.meta.dirname, "../../data");
// The tests must not begin to fail on the day a review is due; `npm run check:content` does.
const today = readContent(dataFolder)
	.symptoms.map(({ review }) => review.checkedOn)
	.sort()
	.at(-1) as string;
const SYMPTOM = "symptoms/headache.json";
const ANSWERS = "answers/uk-health-services.json";
let copy: string;
const originals = new Map<string, string>();

beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), "symptom-lens-faults-"));
	for (const part of ["symptoms", "answers", "grammar", "emergency.json"]) {
		cpSync(join(dataFolder, part), join(copy, part), { recursive: true });
	}
	for (const file of [SYMPTOM, ANSWERS, "emergency.json"]) originals.set(file, readFileSync(join(copy, file), "utf8"));
});
afterEach(() => {
	for (const [file, text] of originals) writeFileSync(join(copy, file), text);
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What is said after a fault was put into a file, which stays in order and format. */
function said<Content>(file: string, fault: (content: Content) => unknown): string {
	const content = JSON.parse(originals.get(file) ?? "");
	const changed = fault(content) ?? content;
	writeFileSync(join(copy, file), formatJson(changed));
	expect(formatJson(changed)).not.toBe(originals.get(file));
	return describeProblems(contentProblems(copy, today));
}
const first = <T>(list: T[]): T => {
	if (list[0] === undefined) throw new Error("headache has such a statement");
	return list[0];
};
const ofUrgency = ({ redFlags }: Symptom, urgency: UrgentStatement["urgency"]) =>
	first(redFlags.filter((sign) => sign.urgency === urgency));
const explain = (symptom: Symptom, text: string) => {
	if (symptom.explanation) symptom.explanation.text = text;
};
const DIGEST = "review.digest: this is not what was checked";

it("the content as it stands has no mistake", () => {
	expect(describeProblems(contentProblems(dataFolder, today))).toBe("");
});

it("what may be said is left alone", () => {
	const problems = said<Symptom>(SYMPTOM, (headache) => {
		explain(headache, "Do not stop your medicine. Ask a doctor if you have to take more. It is not always bad.");
		headache.review.digest = reviewDigest(headache);
	});

	expect(problems).toBe("");
});

// Those that only the digest tells are well-formed: no rule can know what a source says.
describe("a fault in a symptom is caught:", () => {
	it.each<[string, (symptom: Symptom) => unknown, string]>([
		[
			"an emergency called soon",
			(headache) => Object.assign(ofUrgency(headache, "emergency"), { urgency: "soon" }) && headache,
			DIGEST,
		],
		[
			"a sign to see a doctor soon called an emergency",
			({ ...headache }) =>
				Object.assign(
					first([...headache.redFlags, ...headache.whenToSeekCare].filter(({ urgency }) => urgency === "soon")),
					{ urgency: "emergency" },
				) && headache,
			DIGEST,
		],
		[
			"no urgency",
			(headache) => Reflect.deleteProperty(first(headache.redFlags), "urgency") && headache,
			"redFlags[0].urgency",
		],
		[
			"an urgency that is no tier",
			(headache) => Object.assign(first(headache.redFlags), { urgency: "urgent" }) && headache,
			"redFlags[0].urgency",
		],
		[
			"a statement without a source",
			(headache) => Object.assign(first(headache.redFlags), { sources: [] }) && headache,
			"every statement names its source",
		],
		[
			"a source that is not there",
			(headache) => Object.assign(first(headache.redFlags), { sources: ["nobody"] }) && headache,
			"is not in this file's sources",
		],
		[
			"the source of another statement",
			(headache) =>
				first(headache.triggers).sources.push(
					...headache.sources
						.map(({ id }) => id)
						.filter((id) => !first(headache.triggers).sources.includes(id))
						.slice(0, 1),
				) && headache,
			DIGEST,
		],
		[
			"a source nobody uses",
			(headache) => headache.sources.push({ ...first(headache.sources), id: "unused" }) && headache,
			'no statement uses "unused"',
		],
		[
			"an address that is a script",
			(headache) => Object.assign(first(headache.sources), { url: "javascript:alert(1)" }) && headache,
			"sources[0].url",
		],
		[
			"an address that is none",
			(headache) => Object.assign(first(headache.sources), { url: "nhs.uk" }) && headache,
			"sources[0].url",
		],
		[
			"the address of another page",
			(headache) => Object.assign(first(headache.sources), { url: "https://www.nhs.uk/" }) && headache,
			DIGEST,
		],
		[
			"a better grade than its source has",
			(headache) =>
				Object.assign(first(headache.sources), { grade: first(headache.sources).grade === "A" ? "B" : "A" }) &&
				headache,
			DIGEST,
		],
		[
			"a sign of alarm among harmless triggers",
			(headache) => headache.triggers.push(headache.redFlags.shift() as never) && headache,
			"triggers",
		],
		[
			"two signs swapped between tiers",
			(headache) => {
				const [one, other] = [
					ofUrgency(headache, "emergency"),
					first([...headache.redFlags, ...headache.whenToSeekCare].filter(({ urgency }) => urgency !== "emergency")),
				];
				[one.text, other.text] = [other.text, one.text];
			},
			DIGEST,
		],
		[
			"two triggers swapped with their sources left",
			(headache) => {
				const [one, other] = headache.triggers;
				if (one && other) [one.text, other.text] = [other.text, one.text];
			},
			DIGEST,
		],
		["a warning sign lost", (headache) => void headache.redFlags.pop(), DIGEST],
		["all warning signs lost", (headache) => Object.assign(headache, { redFlags: [], whenToSeekCare: [] }), DIGEST],
		[
			"a statement that stands twice",
			(headache) => headache.redFlags.push(first(headache.redFlags)) && headache,
			"stands in redFlags.0 already",
		],
		[
			"a warning sign turned round",
			(headache) =>
				Object.assign(first(headache.redFlags), { text: `not: ${first(headache.redFlags).text}` }) && headache,
			DIGEST,
		],
		["another number", (headache) => explain(headache, "It goes within 30 minutes."), DIGEST],
		[
			"a fact that is in no source",
			(headache) =>
				headache.triggers.push({ text: "Full moon", sources: first(headache.triggers).sources }) && headache,
			DIGEST,
		],
		[
			"reassurance without a ground",
			(headache) =>
				Object.assign(headache, {
					usuallyHarmless: { text: "It is always harmless.", sources: [first(headache.sources).id] },
				}),
			DIGEST,
		],
		[
			"an expired review",
			(headache) => Object.assign(headache.review, { checkedOn: "2020-01-01", nextCheck: "2021-01-01" }) && headache,
			"was due on 2021-01-01",
		],
		[
			"the next review in ten years",
			(headache) => Object.assign(headache.review, { nextCheck: "2036-01-01" }) && headache,
			"more than 36 months",
		],
		[
			"a review in the future",
			(headache) => Object.assign(headache.review, { checkedOn: "2099-01-01", nextCheck: "2099-02-01" }) && headache,
			"lies in the future",
		],
		[
			"a diagnosis",
			(headache) => explain(headache, "With such a pain you have a migraine."),
			"never tell readers what they have",
		],
		["an all-clear", (headache) => explain(headache, "You are fine."), "never tell readers what they have"],
		["advice to stop a medicine", (headache) => explain(headache, "Stop taking your tablets."), "never advise"],
		["urgent alone", (headache) => explain(headache, "Get urgent help."), "urgent alone"],
		["suffering", (headache) => explain(headache, "Many people suffer from it."), "instead of suffering"],
		["a doctor's word", (headache) => explain(headache, "It is acute."), 'write "sudden"'],
		["a metaphor", (headache) => explain(headache, "It is a time bomb."), "no metaphors"],
		["a percentage", (headache) => explain(headache, "It goes in 90% of people."), "1 in 10"],
		["a decimal", (headache) => explain(headache, "It comes with 38.5 degrees."), "no decimals"],
		[
			"a sentence without end",
			(headache) => explain(headache, `It is a pain ${"that comes and goes ".repeat(6)}.`),
			"more than 20 words",
		],
		[
			"a paragraph of four sentences",
			(headache) => explain(headache, "It hurts. It stays. It goes. It is dull."),
			"has 4 sentences",
		],
		[
			"words nobody knows",
			(headache) =>
				explain(headache, "Cephalalgia encompasses heterogeneous neurovascular pathophysiological phenomena."),
			"reads at grade",
		],
		[
			"a sign that does not go on from its heading",
			(headache) => Object.assign(first(headache.redFlags), { text: "Sudden pain." }) && headache,
			"must go on from",
		],
		[
			"a field that nobody knows",
			(headache) => Object.assign(headache, { sponsor: "x" }),
			'Unrecognized key: "sponsor"',
		],
		["another symptom's id", (headache) => Object.assign(headache, { id: "migraine" }), "must be the file's name"],
		[
			"a link to a symptom that is not there",
			(headache) => headache.related.push("head-cold" as never) && headache,
			"is not another symptom",
		],
		["a term of another symptom", (headache) => headache.layTerms.push("hiccups") && headache, '"hiccup'],
	])("%s", (_, fault, expected) => {
		expect(said(SYMPTOM, fault)).toContain(expected);
	});

	it("fields in another order", () => {
		expect(said<Symptom>(SYMPTOM, ({ id, ...rest }) => ({ ...rest, id }))).toContain("not in the order and format");
	});

	it("a sentence copied from a page", () => {
		const page =
			"Most headaches will go away on their own and are not a sign of something more serious, the page says.";

		expect(copiedRuns([{ name: "headache", text: page.slice(5, -16) }], [{ name: "page", text: page }])).not.toEqual(
			[],
		);
	});
});

describe("a fault in an answer is caught:", () => {
	const answer = ({ answers }: { answers: Answer[] }) => first(answers);

	it.each<[string, (file: { answers: Answer[] }) => unknown, string]>([
		[
			"a doctor whom nobody named",
			(file) => Object.assign(first(answer(file).replies), { doctor: "House" }) && file,
			"names no doctor",
		],
		[
			"an e-mail address of the asker",
			(file) => Object.assign(answer(file).question, { text: "Write to me at jo@mail.example?" }) && file,
			"holds an e-mail address",
		],
		[
			"a phone number of the asker",
			(file) => Object.assign(answer(file).question, { text: "Call me at 0912 345 678?" }) && file,
			"holds a phone number",
		],
		[
			"a symptom that is not there",
			(file) => Object.assign(answer(file), { symptoms: ["head-cold"] }) && file,
			"is not a symptom of data/symptoms",
		],
		[
			"a date that is none",
			(file) => Object.assign(first(answer(file).replies), { repliedOn: "2026-02-30" }) && file,
			"repliedOn",
		],
		["an answer that stands twice", (file) => file.answers.push(answer(file)) && file, "is already in"],
		[
			"a diagnosis",
			(file) => Object.assign(first(answer(file).replies), { text: "Then you have a migraine." }) && file,
			"never tell readers",
		],
	])("%s", (_, fault, expected) => {
		expect(said(ANSWERS, fault)).toContain(expected);
	});
});

describe("a fault in an emergency is caught:", () => {
	it.each<[string, (file: EmergencyFile) => unknown, string]>([
		[
			"a call to a doctor instead of an ambulance",
			(file) => Object.assign(first(file.emergencies), { urgency: "same-day" }) && file,
			DIGEST,
		],
		["a sign left out", (file) => first(file.emergencies).combinations.shift() && file, DIGEST],
		[
			"the name of an illness for what the text describes",
			(file) => Object.assign(first(file.emergencies), { describes: "a stroke" }) && file,
			DIGEST,
		],
		[
			"words for it that are a sentence of their own",
			(file) => Object.assign(first(file.emergencies), { describes: "A drooping face." }) && file,
			"must go on from",
		],
		[
			"a sign that is no symptom",
			(file) => first(first(first(file.emergencies).combinations).all).symptoms?.push("droop" as never) && file,
			'"droop" is not a symptom',
		],
		[
			"a list of words that is not there",
			(file) => first(file.emergencies).combinations.push({ within: "post", all: [{ words: ["@soon"] }] }) && file,
			'"@soon" is not one of the lists',
		],
		["no source", (file) => Object.assign(first(file.emergencies), { sources: [] }) && file, "emergencies[0].sources"],
		[
			"an expired review",
			(file) =>
				Object.assign(first(file.emergencies).review, { checkedOn: "2020-01-01", nextCheck: "2021-01-01" }) && file,
			"was due on 2021-01-01",
		],
	])("%s", (_, fault, expected) => {
		expect(said("emergency.json", fault)).toContain(expected);
	});
});
