import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

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

/**
 * What is wrong with a test that the table names; undefined if it is in its file, once. A title may be one that a table
 * of cases fills in (`finds %j`), or, where the title is the case alone (`%s`), the words of one case.
 */
function faultOf(named: string): string | undefined {
	const [, file, title] = /^`(tests\/[^`]+)` › (\S.*)$/.exec(named) ?? [];
	if (!file || !title) return `"${named}" names no test: \`file\` › title`;
	const path = join(projectFolder, file);
	if (!existsSync(path)) return `there is no ${file}`;
	const text = readFileSync(path, "utf8");
	const titles = titlesIn(text);
	const count = titles.filter((written) => written === title).length;
	if (count === 1) return undefined;
	if (count > 1) return `${file} has ${count} tests “${title}”`;
	const isCase = titles.includes("%s") && text.includes(JSON.stringify(title));
	return isCase ? undefined : `${file} has no test “${title}”`;
}

/** The titles in a file, as they are written: texts that a function follows. */
function titlesIn(text: string): string[] {
	const titles = text.matchAll(/(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`),\s*(?:async )?\(/g);
	return [...titles].map(([, quoted, template]) => quoted?.replaceAll('\\"', '"') ?? template ?? "");
}

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
