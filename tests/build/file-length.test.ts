import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { projectFolder } from "./source-files";

/** Where one stops and thinks: a file of more lines says in the comment it begins with why it is better whole. */
const LONGEST = 250;
const REASON = "Long because ";

const FOLDERS = ["components", "data", "entrypoints", "lib", "scripts", "tests"];

function sources(): { path: string; text: string }[] {
	return FOLDERS.flatMap((folder) => readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({
			path: relative(projectFolder, file).replaceAll("\\", "/"),
			text: readFileSync(file, "utf8"),
		}));
}

const FIRST_COMMENT = /^(?:\/\*.*?\*\/|(?:\/\/[^\n]*\n)+)/s;

it(`a file of more than ${LONGEST} lines says why`, () => {
	const unexplained = sources()
		.map(({ path, text }) => ({
			path,
			lines: text.split("\n").length - 1,
			begins: FIRST_COMMENT.exec(text)?.[0] ?? "",
		}))
		.filter(({ lines, begins }) => lines > LONGEST && !begins.includes(REASON))
		.map(({ path, lines }) => `${path} has ${lines} lines: split it, or begin it with a comment “${REASON}…”`);

	expect(unexplained).toEqual([]);
});
