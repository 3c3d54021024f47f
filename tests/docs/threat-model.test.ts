import { describe, expect, it } from "vitest";
import { faultsOfTests, readTableRows } from "../../scripts/proof-tables";

const THREATS = 28;

/** A line of a table in `docs/threat-model.md`: number, threat, how it is held, tests, what is left. */
const rows = readTableRows("threat-model.md");

it("the threat model names every threat once, in order, with nothing left blank", () => {
	expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: THREATS }, (_, index) => `T${index + 1}`));
	expect(rows.filter(({ cells }) => cells.length !== 4 || cells.includes(""))).toEqual([]);
});

describe.each(rows.map(({ number, cells }) => [`${number}, ${cells[0]}`, cells[2] ?? ""] as const))(
	"threat %s",
	(_, tests) => {
		it("names tests that are there, or says why there is none", () => {
			if (tests.startsWith("no test: ")) return;
			expect(faultsOfTests(tests)).toEqual([]);
		});
	},
);
