import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { deadLinks, projectFolder, readProjectFile } from "./linked-files";

/** What git does not keep, and so does not belong to the project: what is installed, built or measured. */
const foreign = new Set([".git", ...readProjectFile(".gitignore").split("\n")].map((name) => name.replace(/\/$/, "")));

function filesBelow(folder: string): string[] {
	return readdirSync(join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (foreign.has(entry.name)) return [];
		if (entry.isDirectory()) return filesBelow(path);
		return entry.isFile() ? [path] : [];
	});
}

const files = filesBelow("");

/** Files that people write: code, styles, pages, words, content. Data of a test stands under the folder of that test. */
const isSource = (file: string) =>
	/\.(?:tsx?|mjs|css|html|yml)$/.test(file) || /^data\/.*\.json$/.test(file) || /^docs\/.*\.md$/.test(file);

/** GitHub would show a README.md in its folder as that of the whole project. */
const isForGitHub = (folder: string) => folder.startsWith(".github");

const folders = [...new Set(files.filter(isSource).map(dirname))]
	.filter((folder) => folder !== "." && !isForGitHub(folder))
	.sort();

/** Less says nothing; more is no first look. */
const LINES = { least: 3, most: 8 };

/** Pages that are more than a first look: the guide of the content, and the tables of contents of the documentation. */
const LONGER = [
	"data/README.md",
	"docs/README.md",
	"docs/decisions/README.md",
	"docs/screenshots/README.md",
	"docs/store/README.md",
];

/** The file of an entry point that the browser starts, where the folder is one. */
const startOf = (folder: string) =>
	/^entrypoints\/\w+$/.test(folder)
		? ["main.tsx", "index.ts"].map((name) => `${folder}/${name}`).find((file) => files.includes(file))
		: undefined;

describe.each(folders)("the folder %s", (folder) => {
	it("begins with what lives there: a README.md of its own, or the first lines of what the browser starts", () => {
		const start = startOf(folder);
		if (start) {
			expect(readProjectFile(start)).toMatch(/^\/\*\*\n \* [A-Z]/);
			return;
		}
		const page = `${folder}/README.md`;
		expect(files).toContain(page);
		const lines = readProjectFile(page).trimEnd().split("\n");
		expect(lines[0]).toMatch(/^# \S/);
		expect(lines.length).toBeGreaterThanOrEqual(LINES.least);
		if (!LONGER.includes(page)) expect(lines.length).toBeLessThanOrEqual(LINES.most);
	});
});

describe("the pages of the project", () => {
	it("link files and headings that are there", () => {
		const pages = files.filter((file) => file.endsWith(".md"));

		expect(pages.length).toBeGreaterThan(50);
		expect(pages.flatMap((page) => deadLinks(page).map((target) => `${page} links ${target}`))).toEqual([]);
	});
});
