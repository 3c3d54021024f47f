import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const projectFolder = join(import.meta.dirname, "..");

/** A line of a table in `docs/`: its number, which a letter may lead, and the text of its other cells. */
export interface TableRow {
	number: string;
	cells: string[];
}

/** The numbered lines of the tables in a page of `docs/`, in order; throws if there is no such page. */
export function readTableRows(page: string): TableRow[] {
	return readFileSync(join(projectFolder, "docs", page), "utf8")
		.split("\n")
		.filter((line) => /^\| *[A-Z]?\d/.test(line))
		.map((line) => {
			const [number = "", ...cells] = line.slice(1, -1).split("|");
			return { number: number.trim(), cells: cells.map((cell) => cell.trim()) };
		});
}

/** What is wrong with the tests that a cell names, one in each line of it; empty if each is in its file, once. */
export function faultsOfTests(cell: string): string[] {
	return cell.split("<br>").flatMap((named) => faultOf(named.trim()) ?? []);
}

/** A test that a cell names: its file, and its title as it is written there. */
export interface NamedTest {
	file: string;
	title: string;
}

/** The tests that a cell names, one in each line of it; lines that name none are left out. */
export function namedTests(cell: string): NamedTest[] {
	return cell.split("<br>").flatMap((line) => parseNamed(line.trim()) ?? []);
}

function parseNamed(named: string): NamedTest | undefined {
	const [, file, title] = /^`(tests\/[^`]+)` › (\S.*)$/.exec(named) ?? [];
	return file && title ? { file, title } : undefined;
}

/**
 * What is wrong with a test that a table names; undefined if it is in its file, once. A title may be one that a table
 * of cases fills in (`finds %j`), or, where the title is the case alone (`%s`), the words of one case.
 */
function faultOf(named: string): string | undefined {
	const parsed = parseNamed(named);
	if (!parsed) return `"${named}" names no test: \`file\` › title`;
	const { file, title } = parsed;
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

/** The titles in a file, as they are written: texts that a function follows, perhaps after options. */
function titlesIn(text: string): string[] {
	const titles = text.matchAll(/(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`),\s*(?:\{[^{}]*\},\s*)?(?:async )?\(/g);
	return [...titles].map(([, quoted, template]) => quoted?.replaceAll('\\"', '"') ?? template ?? "");
}
