import { describe, expect, it } from "vitest";
import { faultsOfTests, readTableRows } from "../../scripts/proof-tables";

const FAULTS = 63;
/** Fewer, and a test was lost that proved something. */
const LEAST_SURVIVED = 62;

/** A line of a table in `docs/faults.md`: number, fault, what happens then, verdict, tests or reason. */
const rows = readTableRows("faults.md").map(({ number, cells }) => {
	const [fault = "", outcome = "", verdict = "", grounds = "", ...more] = cells;
	return { number, fault, outcome, verdict, grounds, more };
});

describe("the table of faults", () => {
	it("holds every fault once, in order, with what happens then", () => {
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: FAULTS }, (_, index) => String(index + 1)));
		const incomplete = rows.filter(({ fault, outcome, more }) => fault === "" || outcome === "" || more.length > 0);
		expect(incomplete).toEqual([]);
		expect(new Set(rows.map(({ fault }) => fault)).size).toBe(FAULTS);
	});

	it("has nearly all of them survived", () => {
		expect(rows.filter(({ verdict }) => verdict === "survived").length).toBeGreaterThanOrEqual(LEAST_SURVIVED);
	});
});

describe.each(rows.map((row) => [`${row.number}, ${row.fault}`, row] as const))("row %s", (_, { verdict, grounds }) => {
	it("is survived with tests that are there, or not with a reason", () => {
		expect(["survived", "not tested yet", "does not apply"]).toContain(verdict);
		if (verdict !== "survived") expect(grounds).toMatch(/\w+ \w+/);
		else expect(faultsOfTests(grounds)).toEqual([]);
	});
});
