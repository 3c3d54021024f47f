import { describe, expect, it } from "vitest";
import { copiedRuns } from "../../scripts/copied-runs";

const ours = (text: string) => [{ name: "headache.json: explanation", text }];
const theirs = (text: string) => [{ name: "page.html", text }];

describe("nine words in a row of somebody else", () => {
	it("are found whatever their case and punctuation", () => {
		expect(
			copiedRuns(
				ours("Most headaches go away by themselves within a few hours."),
				theirs("We know: most headaches GO AWAY, by themselves, within a few days."),
			),
		).toEqual([
			{
				ours: "headache.json: explanation",
				theirs: "page.html",
				words: "most headaches go away by themselves within a few",
			},
		]);
	});

	it("are reported once, and eight are not enough", () => {
		const nine = "one two three four five six seven eight nine";

		expect(copiedRuns(ours(nine), theirs(`${nine}. Again: ${nine}.`))).toHaveLength(1);
		expect(copiedRuns(ours(nine), theirs("one two three four five six seven eight ten"))).toEqual([]);
	});

	it("are no run across two texts of ours", () => {
		const halves = [...ours("one two three four five"), ...ours("six seven eight nine")];

		expect(copiedRuns(halves, theirs("one two three four five six seven eight nine"))).toEqual([]);
	});
});
