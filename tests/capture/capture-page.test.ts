// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { LARGEST_CAPTURE } from "../../lib/capture/capture-html";
import { problemsOf } from "../../lib/capture/problems-of";
import { captureFixture, captureText, only } from "./capture-fixture";

describe("a page without question and answer", () => {
	it("gives one draft to fill in, with what the page says of itself", () => {
		const { layout, record } = only(captureFixture("nothing.html"));

		expect(layout).toBe("none");
		expect(record).toMatchObject({
			url: "https://www.example.org/answers/17?from=list",
			site: "example.org",
			title: "Weather",
			lang: "fr",
			replies: [],
		});
		expect(record.question.text).toBe("");
	});

	it("names what is missing, field by field", () => {
		const problems = problemsOf(only(captureFixture("nothing.html")).record);

		expect(problems).toContainEqual({ field: "question.text", reason: "must not be empty" });
		expect(problems).toContainEqual({ field: "replies", reason: "needs at least one entry" });
	});
});

describe("the problems of a record", () => {
	const whole = () => only(captureFixture("doctor-qa.html")).record;

	it("are none in a whole one", () => {
		expect(problemsOf(whole())).toEqual([]);
	});

	it("name the reply and the field after an edit", () => {
		const record = whole();
		const [first] = record.replies;
		if (!first) throw new Error("no reply");
		first.repliedOn = "2021-02-30";
		first.text = " ";

		expect(problemsOf(record)).toEqual(
			expect.arrayContaining([
				{ field: "replies[0].repliedOn", reason: "must be a day that exists, as YYYY-MM-DD" },
				{ field: "replies[0].text", reason: "must not be empty" },
			]),
		);
		expect(problemsOf({ ...record, url: "javascript:alert(1)" })).toContainEqual({
			field: "url",
			reason: "must be an http or https address",
		});
	});
});

describe("what the reader selected", () => {
	it("is a reply of its own where no question holds it, before all others, and marked as a part", () => {
		const drafts = captureFixture("doctor-qa.html", { selection: "Something  else\n\nentirely" });

		expect(drafts.map(({ layout }) => layout)).toEqual(["selection", "doctor-qa"]);
		expect(drafts[0]?.record).toMatchObject({
			title: "Why does my thumb jump after gardening?",
			question: { text: "" },
			replies: [{ doctor: null, text: "Something else\nentirely" }],
			complete: false,
		});
	});

	it("brings the question that holds it to the front", () => {
		const drafts = captureFixture("qa-list.html", { selection: "Let it talk" });

		expect(drafts.map(({ layout, record }) => [layout, record.title])).toEqual([
			["doctor-qa", "Loud stomach"],
			["doctor-qa", "Stiff toe"],
			["selection", "Archive"],
		]);
	});
});

describe("the address of a draft", () => {
	const urlOf = (url: string, canonical: string) =>
		only(captureText(`<link rel="canonical" href="${canonical}">`, { url })).record.url;

	it.each([
		["is the canonical one of the same site", "https://a.example/x?y=1", "/x", "https://a.example/x"],
		["is never one of another site", "https://a.example/x", "https://b.example/x", "https://a.example/x"],
		["is never one of another scheme", "https://a.example/x", "javascript:alert(1)", "https://a.example/x"],
		["is not the home page in place of a page", "https://a.example/x", "https://a.example/", "https://a.example/x"],
		["holds no password", "https://me:secret@a.example/x", "", "https://a.example/x"],
		["is none for a file", "file:///home/me/page.html", "", null],
		["is none for what is no address", "page", "", null],
	])("%s", (_rule, url, canonical, expected) => {
		expect(urlOf(url, canonical)).toBe(expected);
	});
});

describe("a page that was cut", () => {
	it("gives drafts that say so", () => {
		const html = `<h1>Q</h1><h2>Dr. Example reply</h2><p>Short.</p>${" ".repeat(LARGEST_CAPTURE)}`;

		const { record } = only(captureText(html));

		expect(record.complete).toBe(false);
		expect(record.completenessNote).toMatch(/first part/);
		expect(record.replies[0]?.text).toBe("Short.");
	});

	it("as far as one text is longer than can be kept", () => {
		const html = `<h1>Q</h1><h2>Dr. Example reply</h2><p>${"word ".repeat(5_000)}</p>`;

		const { record } = only(captureText(html));

		expect(record.complete).toBe(false);
		expect(record.replies[0]?.text.length).toBeLessThanOrEqual(20_000);
	});
});
