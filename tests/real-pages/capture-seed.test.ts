// @vitest-environment happy-dom
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { capturePage } from "../../lib/capture/capture-page";
import { problemsOf } from "../../lib/capture/problems-of";

const seed = resolve(process.cwd(), process.env.SHARED ?? "../shared", "seed/page.html");

describe.skipIf(!existsSync(seed))("the page that this project began from", () => {
	const html = existsSync(seed) ? readFileSync(seed, "utf8") : "";
	const capture = () =>
		capturePage(
			{
				html,
				url: "https://doctorqna.example/en/article/1",
				title: "Persistent twitching in the upper left area of the lip? - Neurology",
				selection: null,
				capturedAt: new Date(2026, 10, 26, 12).getTime(),
			},
			(text) => new DOMParser().parseFromString(text, "text/html"),
		);

	it("becomes one whole draft that may be kept as it is", () => {
		const drafts = capture();

		expect(drafts.map(({ layout }) => layout)).toEqual(["doctor-qa"]);
		const [draft] = drafts;
		if (!draft) throw new Error("no draft");
		expect(problemsOf(draft.record)).toEqual([]);
		const { question, replies, background, ...rest } = draft.record;
		expect(rest).toEqual({
			url: "https://doctorqna.example/en/article/1",
			site: "doctorqna.example",
			title: "Persistent twitching in the upper left area of the lip?",
			lang: "en",
			wording: "verbatim",
			symptoms: [],
			similar: [
				{
					title: "Understanding Lower Lip Twitching: Neurological Insights and Concerns",
					doctor: "Lan Shengxing",
					specialty: "Neurology",
				},
				{
					title: "Understanding Facial Nerve Issues: Symptoms and When to Seek Help",
					doctor: "Jiang Junyi",
					specialty: "Neurology",
				},
				{
					title: "Understanding Sudden Lip Twitches: Causes and When to Seek Help",
					doctor: "Hou Angting",
					specialty: "Family Medicine",
				},
				{
					title: "Understanding Sudden Lip Twitching: When to Seek Medical Advice",
					doctor: "Lan Shengxing",
					specialty: "Neurology",
				},
			],
			topics: [],
			relatedTopics: [
				"Eyelid Muscle Twitching",
				"Lip Numbness",
				"Involuntary Body Movements",
				"Muscle Fasciculation",
				"Tremor",
				"Muscle Cramp",
				"Tongue",
				"Autonomic Nervous System Dysfunction",
				"Tingling Sensation",
			],
			caution: null,
			complete: true,
			completenessNote: "As printed on the page on 2026-11-26.",
		});
		expect({ ...question, text: question.text.split("\n").length }).toEqual({
			text: 6,
			askerAge: "20-29",
			askerSex: "female",
			askedOn: "2021-01-24",
		});
		expect(replies.map((reply) => ({ ...reply, text: reply.text.split("\n").length }))).toEqual([
			{
				doctor: "Jiang Junyi",
				specialty: "Neurology",
				hospital: "Taoyuan Hospital",
				repliedOn: "2021-01-24",
				text: 16,
			},
		]);
		expect(background?.split("\n")).toHaveLength(15);
	});

	it("has every line of question, reply and background in its place, letter by letter", () => {
		const lines = readFileSync(seed.replace(/html$/, "txt"), "utf8").split("\n");
		const [draft] = capture();

		expect(draft?.record.question.text.split("\n")).toEqual(lines.slice(1, 7));
		expect(draft?.record.replies[0]?.text.split("\n")).toEqual(lines.slice(9, 25));
		expect(draft?.record.background?.split("\n")).toEqual(lines.slice(27, 42));
	});
});
