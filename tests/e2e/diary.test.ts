import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { brokenRules, expectNoBrokenRules } from "./broken-rules";
import {
	cardText,
	findCardFrame,
	focusedText,
	hover,
	openUnderlined,
	press,
	pressInCard,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;

afterEach(() => test.close());

const shows = (page: Page, words: string) =>
	until(async () => (await textOf(page)).includes(words), `it says “${words}”`);
const episodeCount = (page: Page) => page.$$eval(".diary-episodes > li", (items) => items.length);

const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("name"));

/** By script: a tab that is not in front paints nothing, and a pointer would wait for it. */
const choose = (page: Page, strength: string) =>
	page.$eval(`input[name=strength][value="${strength}"]`, (button) => (button as HTMLInputElement).click());

async function openSymptomInPopup(): Promise<Page> {
	const popup = await test.openBehind("popup.html");
	await typeInto(popup, "#query", "lip twitching");
	await shows(popup, "Lip twitching");
	await press(popup, "Lip twitching");
	await until(() => popup.$(".log-button"), "the card is there");
	return popup;
}

describe("an episode", () => {
	it("is logged from the card on a page in two clicks, and stands in the open library", async () => {
		test = await startBrowser();
		const library = await test.openBehind("library.html#diary");
		await shows(library, "Nothing logged yet.");
		const page = await test.newPage();
		await openUnderlined(page, `${server.origin}/practice.html`);
		await page.bringToFront();
		await hover(page, "lip twitching");
		await until(async () => (await cardText(page))?.includes("Log this"), "the card is open");

		await pressInCard(page, "Log this");
		await until(async () => (await cardText(page))?.includes("Save to diary"), "the form is open");
		await takeShot(page, "card-diary-form");
		const frame = await findCardFrame(page);
		expect(frame && (await brokenRules(frame))).toEqual([]);
		await pressInCard(page, "Save to diary");

		await until(async () => (await cardText(page))?.includes("Logged in your diary."), "the card says so");
		await takeShot(page, "card-diary-logged");
		await until(async () => (await episodeCount(library)) === 1, "the library has it");
		await pressInCard(page, "Undo");
		await until(async () => (await episodeCount(library)) === 0, "it is gone again");
	});

	it("is logged in the popup with all that is known of it, changed, removed and put back in the library", async () => {
		test = await startBrowser();
		const popup = await openSymptomInPopup();
		await press(popup, "Log this");
		await typeInto(popup, "input[name=minutes]", "90");
		await typeInto(popup, "input[name=place]", "left upper lip");
		await choose(popup, "4");
		await typeInto(popup, "textarea[name=note]", "<b>after coffee</b>");
		await takeShot(popup, "popup-diary-form");
		await press(popup, "Save to diary");
		await shows(popup, "Logged in your diary.");

		const library = await test.openBehind("library.html#diary");
		await shows(library, "1 h 30 min");
		for (const words of ["4, strong", "left upper lip", "<b>after coffee</b>"]) await shows(library, words);
		expect(await library.$$eval(".diary-plot circle", (dots) => dots.length)).toBe(2);
		expect(
			await library.$$eval(".diary-calendar td.some", (days) => days.map(({ textContent }) => textContent)),
		).toEqual(["1"]);

		await press(library, "Change");
		await until(async () => (await focusedName(library)) === "at", "the focus is in the first field");
		expect(await library.$eval(".diary-form", (form) => form.ariaLabel)).toMatch(/^Change the episode of /);
		await typeInto(library, ".diary-episodes input[name=place]", "right");
		await press(library, "Save to diary");
		await until(async () => !(await textOf(library)).includes("left upper lip"), "it is changed");
		await until(async () => (await focusedText(library)) === "Change", "the focus is where it was");
		await library.$eval(".diary-episodes button:last-child", (button) => (button as HTMLElement).click());
		await shows(library, "Removed from your diary.");
		expect(await episodeCount(library)).toBe(0);
		await library.$eval(".diary .undo button", (button) => (button as HTMLElement).click());
		await until(async () => (await episodeCount(library)) === 1, "it is back");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the diary in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow", async () => {
		test = await startBrowser({ isDark });
		const popup = await openSymptomInPopup();
		for (const [minutes, strength, began] of [
			["5", "2", "2026-01-03T10:00"],
			["90", "4", ""],
			["20", "1", ""],
		] as const) {
			await press(popup, "Log this");
			await typeInto(popup, "input[name=minutes]", minutes);
			await choose(popup, strength);
			if (began) {
				await popup.$eval(
					"input[name=at]",
					(field, value) => {
						(field as HTMLInputElement).value = value;
					},
					began,
				);
			}
			expect(await brokenRules(popup)).toEqual([]);
			await press(popup, "Save to diary");
			await shows(popup, "Logged in your diary.");
		}
		const library = await test.openBehind("library.html#diary");
		await shows(library, "1 h 30 min");
		await press(library, "All of it as a table");
		await press(library, "Change");
		await expectNoBrokenRules(library, ".diary", "diary", theme);
	});
});
