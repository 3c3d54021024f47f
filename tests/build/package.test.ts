import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../data/read-content";
import { statementsOf } from "../../data/schema";
import { packageSizes } from "./package-sizes";
import { projectFolder } from "./source-files";

const built = (browser: string, file: string) => readFileSync(join(projectFolder, ".output", `${browser}-mv3`, file));

const content = readContent(join(projectFolder, "data"));

describe.each(["chrome", "firefox"])("the package for %s", (browser) => {
	it("asks for exactly the permissions and origins of the golden manifest", () => {
		const golden = JSON.parse(readFileSync(join(import.meta.dirname, `manifest.${browser}.json`), "utf8"));
		const manifest = JSON.parse(built(browser, "manifest.json").toString());

		expect(manifest).toEqual({ ...golden, version: manifest.version });
	});

	it.each(packageSizes(join(projectFolder, ".output", `${browser}-mv3`)))(
		"keeps within its budget: $what",
		({ bytes, budget }) => {
			expect(bytes).toBeLessThanOrEqual(budget);
		},
	);

	it("carries terms in the content script, and no text of a card or an answer", () => {
		const script = built(browser, "content-scripts/content.js").toString();
		const statements = content.symptoms.flatMap(statementsOf).map(({ statement }) => statement.text);
		const replies = content.answerFiles.flatMap(({ answers }) => answers.flatMap((answer) => answer.replies));
		const long = [...statements, ...replies.map(({ text }) => text)].filter((text) => text.length > 30);

		expect(script).toContain("corner,of mouth");
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
