import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const projectFolder = join(import.meta.dirname, "../..");

/**
 * What is wrong with a test that the table names; undefined if it is in its file, once. A title may be one that a table
 * of cases fills in (`finds %j`), or, where the title is the case alone (`%s`), the words of one case.
 */
export function faultOf(named: string): string | undefined {
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
