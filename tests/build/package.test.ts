import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readContent } from "../../data/read-content";
import { statementsOf } from "../../data/schema";
import { compiledLexicon, shownEmergencies, summarise } from "../../scripts/content-plugin";
import { projectFolder } from "./source-files";

const built = (browser: string, file: string) => readFileSync(join(projectFolder, ".output", `${browser}-mv3`, file));

/** All of it that lives in every page: script with its tables, and style. Settled in `docs/decisions/0009-detection.md`. */
const LARGEST_CONTENT_SCRIPT = 60 * 1024;

/** Every text, term and answer once; a reader downloads them with each update. */
const LARGEST_CONTENT = 1.5 * 1_000_000;

const content = readContent(join(projectFolder, "data"));

describe.each(["chrome", "firefox"])("the package for %s", (browser) => {
	it("asks for exactly the permissions and origins of the golden manifest", () => {
		const golden = JSON.parse(readFileSync(join(import.meta.dirname, `manifest.${browser}.json`), "utf8"));
		const manifest = JSON.parse(built(browser, "manifest.json").toString());

		expect(manifest).toEqual({ ...golden, version: manifest.version });
	});

	it("keeps the content script with its tables within 60 kB, compressed", () => {
		const size = ["content-scripts/content.js", "content-scripts/content.css"]
			.map((file) => gzipSync(built(browser, file), { level: 9 }).length)
			.reduce((sum, bytes) => sum + bytes);

		expect(size).toBeLessThanOrEqual(LARGEST_CONTENT_SCRIPT);
	});

	it("carries all content within 1.5 MB, uncompressed", () => {
		const texts = content.symptoms.map(({ id }) => `symptoms/${id}.json`);
		const sizes = {
			texts: texts.reduce((sum, file) => sum + built(browser, file).length, 0),
			answers: built(browser, "packs/bundled.json").length,
			terms: JSON.stringify(compiledLexicon()).length,
			index: JSON.stringify(content.symptoms.map(summarise)).length,
			emergencies: JSON.stringify(shownEmergencies()).length,
			synonyms: readFileSync(join(projectFolder, "data/grammar/synonyms.json")).length,
		};

		expect(Object.values(sizes).reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(LARGEST_CONTENT);
	});

	it("carries terms in the content script, and no text of a card or an answer", () => {
		const script = built(browser, "content-scripts/content.js").toString();
		const statements = content.symptoms.flatMap(statementsOf).map(({ statement }) => statement.text);
		const replies = content.answerFiles.flatMap(({ answers }) => answers.flatMap((answer) => answer.replies));
		const long = [...statements, ...replies.map(({ text }) => text)].filter((text) => text.length > 30);

		expect(long.filter((text) => script.includes(text.slice(0, 30)))).toEqual([]);
	});

	it("has no framework, database or search engine in the content script", () => {
		const script = built(browser, "content-scripts/content.js").toString();

		expect(script.match(/Minified React error|ZodError|Dexie|Fuse|lucide/g)).toBeNull();
	});

	it("announces nothing to the page: no message, no event with the extension's id", () => {
		const script = built(browser, "content-scripts/content.js").toString();

		expect(script.match(/content-script-started|wxt:locationchange|CustomEvent|performance\.mark/g)).toBeNull();
	});
});
