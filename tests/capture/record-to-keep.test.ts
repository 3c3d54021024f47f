// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../lib/capture/problems-of";
import { capturedIdOf, recordToKeep } from "../../lib/capture/record-to-keep";
import { captureFixture, only } from "./capture-fixture";

const { record: draft } = only(captureFixture("qa-page.html"));
const [firstReply, ...otherReplies] = draft.replies;

describe("a captured record that the reader keeps", () => {
	it("is the draft where nothing was changed", () => {
		expect(recordToKeep(draft, draft)).toEqual(draft);
	});

	it("stays as printed when names, dates and lists are put right and replies left out", () => {
		const edited = {
			...draft,
			title: "  Coffee and lids ",
			question: { ...draft.question, askerAge: " ", askedOn: "" },
			replies: firstReply ? [{ ...firstReply, doctor: "Somebody Else", hospital: "" }] : [],
			topics: [],
		};

		const record = recordToKeep(draft, edited);

		expect(record).toMatchObject({
			title: "Coffee and lids",
			complete: true,
			completenessNote: draft.completenessNote,
		});
		expect(record.question).toMatchObject({ askerAge: null, askedOn: null });
		expect(record.replies).toEqual([{ ...firstReply, doctor: "Somebody Else", hospital: null }]);
		expect(problemsOf(record)).toEqual([]);
	});

	it.each([
		["question", { ...draft, question: { ...draft.question, text: "Another question" } }],
		["reply", { ...draft, replies: [{ ...draft.replies[0], text: "Another reply" }, ...otherReplies] }],
		["background", { ...draft, background: "Another background" }],
	])("says so where the text of the %s was changed", (_what, edited) => {
		const record = recordToKeep(draft, edited as typeof draft);

		expect(record.complete).toBe(false);
		expect(record.completenessNote).toBe(`${draft.completenessNote} Its text was changed before it was kept.`);
	});

	it("has the same id whenever it is captured from the same page, and another one elsewhere", async () => {
		const id = await capturedIdOf(draft);

		expect(id).toMatch(/^captured-[0-9a-f]{24}$/);
		expect(await capturedIdOf(structuredClone(draft))).toBe(id);
		expect(await capturedIdOf({ ...draft, url: "https://www.example.org/answers/18" })).not.toBe(id);
		expect(await capturedIdOf({ ...draft, question: { ...draft.question, text: "Another" } })).not.toBe(id);
	});
});
