import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Frame, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type PageServer, servePages } from "./serve-pages";
import {
	cardText,
	findCardFrame,
	hover,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	underlined,
	until,
} from "./test-browser";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server: PageServer;
let test: TestBrowser;

beforeAll(async () => {
	server = await servePages(join(import.meta.dirname, "../pages"));
});
afterEach(async () => {
	expect(test.consoleErrors).toEqual([]);
	await test.close();
});
afterAll(() => server.close());

/** Rules of WCAG 2.2 AA that are broken, with where; contrast included. */
async function brokenRules(where: Page | Frame): Promise<string[]> {
	await where.evaluate(axe);
	return where.evaluate(async () => {
		const { violations } = await (
			window as unknown as {
				axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
			}
		).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
	});
}

describe.each([
	["light", false],
	["dark", true],
])("in the %s theme", (theme, isDark) => {
	it("card, popup and library break no rule of WCAG 2.2 AA", async () => {
		test = await startBrowser({ isDark });
		const page = await test.newPage();
		await page.goto(`${server.origin}/practice.html`);
		await until(async () => (await underlined(page)).length > 0, "terms are underlined");

		await hover(page, "lip twitching");
		await until(async () => (await cardText(page))?.includes("Summary in our own words"), "the card is complete");
		const card = await findCardFrame(page);
		expect(card && (await brokenRules(card))).toEqual([]);
		await takeShot(page, `card-${theme}`);
		await card?.evaluate(() => document.querySelector(".answers")?.scrollIntoView());
		await takeShot(page, `card-answers-${theme}`);

		const popup = await test.openBehind("popup.html");
		await typeInto(popup, "#query", "lip twitching");
		await until(async () => (await textOf(popup)).includes("Dr."), "results are there");
		expect(await brokenRules(popup)).toEqual([]);
		await takeShot(popup, `popup-${theme}`);

		const library = await test.openBehind("library.html");
		expect(await brokenRules(library)).toEqual([]);
	});
});
