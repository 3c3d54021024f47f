import { describe, expect, it } from "vitest";
import { faultsOfTests, readTableRows } from "../../scripts/proof-tables";
import { linkedFiles } from "./linked-files";

const PAGE = "docs/browser-bugs.md";

/** A line of a table: number, what happens, where, what we do, public report, test. */
const rows = readTableRows("browser-bugs.md").map(({ number, cells }) => {
	const [what = "", where = "", instead = "", report = "", test = "", ...more] = cells;
	return { number, what, where, instead, report, test, more };
});

it("the log names every behaviour once, in order, with nothing left blank", () => {
	expect(rows.length).toBeGreaterThan(30);
	expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => String(index + 1)));
	const incomplete = rows.filter(({ where, report, more }) => where === "" || report === "" || more.length > 0);
	expect(incomplete).toEqual([]);
	expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
});

// That the files are there, tests/docs/folders.test.ts holds for every page.
describe.each(rows.map((row) => [`${row.number}, ${row.what}`, row] as const))("behaviour %s", (_, row) => {
	it("names the code that works around it, and tests that are there or why there is none", () => {
		expect(linkedFiles(PAGE, row.instead).length).toBeGreaterThan(0);
		if (!row.test.startsWith("no test: ")) expect(faultsOfTests(row.test)).toEqual([]);
	});
});
