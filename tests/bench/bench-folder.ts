import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paragraphsOfWords } from "./repository-text";

const root = join(import.meta.dirname, "../..");

/** What a run of the bench works with, away from the folders that a build or a test may change meanwhile. */
export interface BenchFolder {
	/** The built extension. */
	extension: string;
	/** An extension with a content script that does nothing: the price of having one at all. */
	emptyExtension: string;
	/** Pages to serve: `practice.html`, `blank.html` and `long.html` of 10,000 words. */
	pages: string;
	remove: () => void;
}

/** Copies and writes everything a run needs. BENCH_EXTENSION names another build than the one in `.output`. */
export function prepareFolder(): BenchFolder {
	const built = process.env.BENCH_EXTENSION ?? join(root, ".output/chrome-mv3");
	if (!existsSync(join(built, "manifest.json"))) {
		throw new Error(`There is no built extension in ${built}. Build it with: npm run build:chromium`);
	}
	const folder = mkdtempSync(join(tmpdir(), "symptom-lens-bench-files-"));
	const [extension, emptyExtension, pages] = ["extension", "empty", "pages"].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	cpSync(built, extension, { recursive: true });
	writeEmptyExtension(emptyExtension);
	writePages(pages);
	return { extension, emptyExtension, pages, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function writeEmptyExtension(folder: string): void {
	mkdirSync(folder);
	const manifest = {
		manifest_version: 3,
		name: "Empty",
		version: "1.0",
		content_scripts: [{ matches: ["http://*/*", "https://*/*"], js: ["content.js"], run_at: "document_idle" }],
	};
	writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
	writeFileSync(join(folder, "content.js"), "(() => {})();\n");
}

function writePages(folder: string): void {
	mkdirSync(folder);
	cpSync(join(root, "tests/pages/practice.html"), join(folder, "practice.html"));
	writeFileSync(join(folder, "blank.html"), pageOf("Blank", []));
	writeFileSync(join(folder, "long.html"), pageOf("Ten thousand words", paragraphsOfWords(10_000)));
}

/** The source of a page of paragraphs. */
export function pageOf(title: string, paragraphs: string[]): string {
	const body = paragraphs.map((text) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body.join("\n")}</body></html>`;
}
