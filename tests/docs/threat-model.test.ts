import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf } from "./named-test";

const projectFolder = join(import.meta.dirname, "../..");
const THREATS = 28;

/** A line of a table in `docs/threat-model.md`: number, threat, how it is held, tests, what is left. */
const rows = readFileSync(join(projectFolder, "docs/threat-model.md"), "utf8")
	.split("\n")
	.filter((line) => /^\| T\d/.test(line))
	.map((line) =>
		line
			.slice(1, -1)
			.split("|")
			.map((cell) => cell.trim()),
	);

it("the threat model names every threat once, in order, with nothing left blank", () => {
	expect(rows.map(([number]) => number)).toEqual(Array.from({ length: THREATS }, (_, index) => `T${index + 1}`));
	expect(rows.filter((cells) => cells.length !== 5 || cells.includes(""))).toEqual([]);
});

describe.each(rows.map((cells) => [`${cells[0]}, ${cells[1]}`, cells[3] ?? ""] as const))("threat %s", (_, tests) => {
	it("names tests that are there, or says why there is none", () => {
		if (tests.startsWith("no test: ")) return;
		expect(tests.split("<br>").flatMap((named) => faultOf(named.trim()) ?? [])).toEqual([]);
	});
});
