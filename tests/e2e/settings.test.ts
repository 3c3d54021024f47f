import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Settings } from "../../lib/settings";
import { brokenRules } from "./broken-rules";
import {
	cardText,
	hover,
	openUnderlined,
	press,
	pressInCard,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeEach(async () => {
	test = await startBrowser();
	page = await test.newPage();
	await openUnderlined(page, `${server.origin}/practice.html`);
});
afterEach(() => test.close());

const shows = (where: Page, words: string) =>
	until(async () => (await textOf(where)).includes(words), `it says “${words}”`);

/** Presses the radio button or checkbox with this label. */
const choose = (settings: Page, label: string) =>
	until(
		() =>
			settings.evaluate((wanted) => {
				const found = [...document.querySelectorAll("label")].find(({ innerText }) => innerText.trim() === wanted);
				(found?.control as HTMLElement | null)?.click();
				return found !== undefined;
			}, label),
		`there is “${label}”`,
	);
const stored = (where: Page) =>
	where.evaluate("chrome.storage.local.get()") as Promise<{
		settings?: Partial<Settings>;
		hiddenWords?: { known: string[]; leftOut: string[] };
	}>;
const visibleSettings = (settings: Page) =>
	settings.$$eval(".setting", (all) => all.filter((one) => one.checkVisibility()).length);

describe("the settings", () => {
	it("are found by the beginnings of words, and say so when none has them", async () => {
		const settings = await test.openBehind("library.html#settings");
		const all = await visibleSettings(settings);
		await typeInto(settings, "#settings-query", "emerg num");
		await until(async () => (await visibleSettings(settings)) === 1, "one setting is left");
		await shows(settings, "Number to call in an emergency");
		await takeShot(settings, "settings-search");
		await typeInto(settings, "#settings-query", "xyzzy");
		await shows(settings, "No setting has these words.");
		await typeInto(settings, "#settings-query", " ");
		await until(async () => (await visibleSettings(settings)) === all, "all are back");
	});

	it("say that pages can notice which words are marked", async () => {
		const settings = await test.openBehind("library.html#settings");

		await shows(settings, "A page can notice which words on it are marked.");
		expect(await textOf(settings)).toContain("your diary and your packs never change what is marked");
	});

	it("change what is read, what is marked and how a card opens, and keep it", async () => {
		const settings = await test.openBehind("library.html#settings");
		await choose(settings, "Only when I ask, in the toolbar popup");
		await until(async () => (await underlined(page)).length === 0, "the page is clear");
		await choose(settings, "On every page");
		await until(async () => (await underlined(page)).length > 0, "the page is underlined again");
		await choose(settings, "Not at all");
		await until(async () => (await underlined(page)).length === 0, "nothing is drawn");
		await choose(settings, "A dotted line");
		await choose(settings, "A click only");
		await choose(settings, "Only the first of each symptom in a section of the page");

		await until(async () => {
			const { opensOn, mentions, underline, pages } = (await stored(settings)).settings ?? {};
			return opensOn === "click" && mentions === "first" && underline === "dotted" && pages === "all";
		}, "all of it is kept");
		const again = await test.openBehind("library.html#settings");
		const chosen = () =>
			again.$$eval("input[type=radio]:checked", (radios) => radios.map((one) => (one as HTMLInputElement).value));
		await until(async () => (await chosen()).includes("click"), "another page shows it");
	});

	it("hide a word that the reader adds, show it again when it is removed, and undo that", async () => {
		const settings = await test.openBehind("library.html#settings");
		await until(async () => (await underlined(page)).includes("lip twitching"), "it is underlined");
		await typeInto(settings, ".setting input[type=search]", "lip twich");
		await press(settings, "Add “Lip twitching”");

		await until(async () => {
			const words = await underlined(page);
			return words.length > 0 && !words.includes("lip twitching");
		}, "it is not any more, and others are");
		await press(settings, "Mark “Lip twitching” again");
		await until(async () => (await underlined(page)).includes("lip twitching"), "it is underlined again");
		await press(settings, "Undo");
		await until(async () => !(await underlined(page)).includes("lip twitching"), "it is hidden again");
	});

	it("leave out a specialty, whose known words stay known when it comes back", async () => {
		const settings = await test.openBehind("library.html#settings");
		await typeInto(settings, ".setting input[type=search]", "lip twitching");
		await press(settings, "Add “Lip twitching”");
		const label = await settings.$eval(".setting-columns", (columns) =>
			[...columns.querySelectorAll("label")]
				.map(({ innerText }) => innerText.trim())
				.find((one) => /^neurology/i.test(one)),
		);
		await choose(settings, label ?? "");
		await until(async () => ((await stored(settings)).settings?.hiddenSymptoms?.length ?? 0) > 20, "they are hidden");
		await until(async () => !(await underlined(page)).some((words) => /twitch/.test(words)), "the page shows none");
		await choose(settings, label ?? "");

		await until(
			async () => (await stored(settings)).settings?.hiddenSymptoms?.join() === "lip-twitching",
			"only the known word is hidden",
		);
	});
});

describe("“I know this word” in a card", () => {
	it("can be taken back in the card, and hides the word everywhere once the card is closed", async () => {
		await hover(page, "lip twitching");
		await until(async () => (await cardText(page))?.includes("I know this word"), "the card offers it");
		await pressInCard(page, "I know this word");
		await until(async () => (await cardText(page))?.includes("will not be marked any more"), "the card says so");
		await takeShot(page, "card-known");
		await pressInCard(page, "Undo");
		await until(async () => (await cardText(page))?.includes("I know this word"), "it is taken back");
		await pressInCard(page, "I know this word");
		await until(async () => (await cardText(page))?.includes("will not be marked any more"), "the card says so again");
		await page.keyboard.press("Escape");

		await until(async () => !(await underlined(page)).includes("lip twitching"), "the word is not marked");
		const settings = await test.openBehind("library.html#settings");
		await shows(settings, "Lip twitching");
		expect((await stored(settings)).hiddenWords?.known).toEqual(["lip-twitching"]);
	});
});

describe("a pause", () => {
	it("clears every page, says until when, and ends when the reader wants", async () => {
		const popup = await test.openBehind("popup.html");
		await press(popup, "Pause for an hour");
		await until(async () => (await underlined(page)).length === 0, "the page is clear");
		await until(async () => /Paused until \d/.test(await textOf(popup)), "the popup says until when");
		expect(await brokenRules(popup)).toEqual([]);
		const settings = await test.openBehind("library.html#settings");
		await until(async () => /Paused until \d/.test(await textOf(settings)), "the settings say it, too");
		await takeShot(popup, "popup-paused");
		await page.bringToFront();
		await press(popup, "Go on now");

		await until(async () => (await underlined(page)).length > 0, "the page is underlined again");
	});
});

describe("a page that is read only when asked", () => {
	it("says so in the popup, and is read with one press", async () => {
		const settings = await test.openBehind("library.html#settings");
		await choose(settings, "Only when I ask, in the toolbar popup");
		await until(async () => (await underlined(page)).length === 0, "the page is clear");
		const popup = await test.openBehind("popup.html");
		await shows(popup, "Not read.");
		expect(await brokenRules(popup)).toEqual([]);
		await press(popup, "Read this page");

		await until(async () => (await underlined(page)).length > 0, "the page is read");
		await until(async () => /\d symptoms? here/.test(await textOf(popup)), "the popup counts");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the settings in the %s theme", (theme, isDark) => {
	it("break no rule of WCAG 2.2 AA, wide and narrow", async () => {
		await test.close();
		test = await startBrowser({ isDark });
		const settings = await test.openBehind("library.html#settings");
		for (const width of [1_000, 320]) {
			await settings.setViewport({ width, height: 1_600 });
			expect(await brokenRules(settings)).toEqual([]);
			await takeShot(settings, `settings-${width}-${theme}`);
		}
	});
});
