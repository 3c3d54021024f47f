import { describe, expect, it } from "vitest";
import { faultsOfTests, readTableRows } from "../../scripts/proof-tables";

const FEATURES = 66;
/** Fewer, and a feature was lost that readers rely on. */
const LEAST_YES = 65;

/** A line of a table in `docs/features.md`: number, feature, yes or no, tests or reason. */
const rows = readTableRows("features.md").map(({ number, cells }) => {
	const [feature = "", answer = "", grounds = "", ...more] = cells;
	return { number, feature, answer, grounds, more };
});

describe("the table of features", () => {
	it("answers every question once, in order", () => {
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: FEATURES }, (_, index) => String(index + 1)));
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
			else expect(faultsOfTests(grounds)).toEqual([]);
		});
	},
);
