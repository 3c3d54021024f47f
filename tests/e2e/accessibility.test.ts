import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
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
