import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { readContent } from "../../data/read-content";
import { compiledLexicon, shownEmergencies, summarise } from "../../scripts/content-plugin";
import { projectFolder } from "./source-files";

/** A size of a built package beside the most that it may be, in bytes. */
export interface PackageSize {
	what: string;
	/** How it is counted. */
	counted: "compressed" | "as it is" | "zipped";
	bytes: number;
	budget: number;
	reason: string;
}

const KB = 1_000;

/**
 * Pages of the extension, the most that each may load when it is opened, and why that matters. Each budget was set about a
 * tenth above what the page was: one that a new import breaks is raised on purpose or not at all.
 */
const PAGES = {
	card: { budget: 160 * KB, reason: "made in every page that has a term, while a reader waits for it" },
	popup: { budget: 165 * KB, reason: "opened often and for seconds" },
	sidepanel: { budget: 160 * KB, reason: "beside a page for as long as it is read" },
	library: { budget: 195 * KB, reason: "sections are loaded when they are opened, so what all share stays small" },
	visit: {
		budget: 120 * KB,
		reason: "a sheet to print shows answers and the diary, and needs nothing of what searches or imports",
	},
	welcome: { budget: 185 * KB, reason: "the first that a reader sees of the product" },
};

/** Scripts that run without a page of their own, with budgets of the same kind. */
const SCRIPTS = {
	"background.js": { budget: 140 * KB, reason: "read and started anew whenever the browser has put it to sleep" },
	"import-worker": {
		budget: 140 * KB,
		reason: "holds the readers of every format, and runs only while a file is imported",
	},
	"backup-worker": { budget: 75 * KB, reason: "runs only while a backup is made or read" },
};

/** All of it that lives in every page: script with its tables, and style. Settled in `docs/decisions/0009-detection.md`. */
const LARGEST_CONTENT_SCRIPT = 60 * 1024;

/** Every text, term and answer once; a reader downloads them with each update. */
const LARGEST_CONTENT = 1_500 * KB;

/** Like those of the pages, a tenth above what it was when it was set. */
const LARGEST_PACKAGE = 1_350 * KB;

/** Every size that has a budget, of a package that is built. Throws if `folder` lacks a file that is counted. */
export function packageSizes(folder: string): PackageSize[] {
	const files = filesOf(folder);
	const compressed = (names: string[]) =>
		names.map((name) => gzipped(fileOf(files, name))).reduce((sum, one) => sum + one);
	return [
		{
			what: "content script and style",
			counted: "compressed",
			bytes: compressed(["content-scripts/content.js", "content-scripts/content.css"]),
			budget: LARGEST_CONTENT_SCRIPT,
			reason: "every page pays for it, also one without a term",
		},
		...Object.entries(PAGES).map(([page, { budget, reason }]) => ({
			what: `${page}.html, with what it loads at once`,
			counted: "compressed" as const,
			bytes: compressed(loadedBy(files, `${page}.html`)),
			budget,
			reason,
		})),
		...Object.entries(SCRIPTS).map(([script, { budget, reason }]) => ({
			what: script,
			counted: "compressed" as const,
			bytes: compressed([...files.keys()].filter((name) => posix.basename(name).startsWith(script))),
			budget,
			reason,
		})),
		{
			what: "all texts, terms and answers",
			counted: "as it is",
			bytes: contentBytes(files),
			budget: LARGEST_CONTENT,
			reason: "grows with every symptom, and comes with each update",
		},
		{
			what: "whole package",
			counted: "zipped",
			bytes: zipSync(Object.fromEntries(files), { level: 9 }).length,
			budget: LARGEST_PACKAGE,
			reason: "downloaded with each update",
		},
	];
}

/** The page, the scripts and styles that it names, and what these scripts import at once. */
function loadedBy(files: Map<string, Uint8Array>, page: string): string[] {
	const loaded = new Set<string>();
	const waiting = [page];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		if (loaded.has(name)) continue;
		loaded.add(name);
		const text = new TextDecoder().decode(fileOf(files, name));
		const named = name.endsWith(".html")
			? /(?:src|href)="(\/[^"]+\.(?:js|css))"/g
			: /\b(?:from|import)"(\.[^"]+\.js)"/g;
		for (const [, path = ""] of text.matchAll(named)) waiting.push(posix.join("/", posix.dirname(name), path).slice(1));
	}
	return [...loaded];
}

function contentBytes(files: Map<string, Uint8Array>): number {
	const { symptoms } = readContent(join(projectFolder, "data"));
	const parts = {
		texts: symptoms.reduce((sum, { id }) => sum + fileOf(files, `symptoms/${id}.json`).length, 0),
		answers: fileOf(files, "packs/bundled.json").length,
		terms: JSON.stringify(compiledLexicon()).length,
		index: JSON.stringify(symptoms.map(summarise)).length,
		emergencies: JSON.stringify(shownEmergencies()).length,
		synonyms: readFileSync(join(projectFolder, "data/grammar/synonyms.json")).length,
	};
	return Object.values(parts).reduce((sum, bytes) => sum + bytes);
}

/** What each file of a folder holds, by its path with forward slashes. */
function filesOf(folder: string): Map<string, Uint8Array> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return new Map(paths.map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path)]));
}

function fileOf(files: Map<string, Uint8Array>, name: string): Uint8Array {
	const file = files.get(name);
	if (!file) throw new Error(`The package has no ${name}.`);
	return file;
}

function gzipped(file: Uint8Array): number {
	return gzipSync(file, { level: 9 }).length;
}
