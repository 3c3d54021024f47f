import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf } from "./named-test";

const projectFolder = join(import.meta.dirname, "../..");
const FEATURES = 66;
/** Fewer, and a feature was lost that readers rely on. */
const LEAST_YES = 58;

/** A line of a table in `docs/features.md`: number, feature, yes or no, tests or reason. */
const rows = readFileSync(join(projectFolder, "docs/features.md"), "utf8")
	.split("\n")
	.filter((line) => /^\| *\d/.test(line))
	.map((line) => {
		const [number = "", feature = "", answer = "", grounds = "", ...more] = line.slice(1, -1).split("|");
		return { number: Number(number), feature: feature.trim(), answer: answer.trim(), grounds: grounds.trim(), more };
	});

describe("the table of features", () => {
	it("answers every question once, in order", () => {
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: FEATURES }, (_, index) => index + 1));
		expect(rows.filter(({ feature, more }) => feature === "" || more.length > 0)).toEqual([]);
		expect(new Set(rows.map(({ feature }) => feature)).size).toBe(FEATURES);
	});

	it("says yes to nearly all of them", () => {
		expect(rows.filter(({ answer }) => answer === "yes").length).toBeGreaterThanOrEqual(LEAST_YES);
	});
});

describe.each(rows.map((row) => [`${row.number}, ${row.feature}`, row] as const))(
	"row %s",
	(_, { answer, grounds }) => {
		it("is yes with tests that are there, or no with a reason", () => {
			expect(["yes", "no"]).toContain(answer);
			if (answer === "no") expect(grounds).toMatch(/\w+ \w+/);
			else expect(grounds.split("<br>").flatMap((named) => faultOf(named.trim()) ?? [])).toEqual([]);
		});
	},
);
