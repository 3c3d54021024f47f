// Long because its rules begin alike, with a page whose terms are underlined and the popup beside it.

import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	browserKind,
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

const search = async (popup: Page, query: string) => {
	await typeInto(popup, "#query", query);
	return until(async () => {
		const text = await textOf(popup);
		return text.includes("Dr.") && text;
	}, `results for "${query}"`);
};

describe("an answer in the popup", () => {
	it("leads to similar ones in the library", async () => {
		const popup = await test.openBehind("popup.html");
		await search(popup, "lip twitching");
		await press(popup, "Persistent twitching above the upper left lip");
		await press(popup, "Similar answers in your library");

		await until(async () => (await popup.$$(".similar-answer")).length === 5, "five similar answers are listed");
		await takeShot(popup, "popup-similar");
	});

	it("leads to a search for the related topics of its department", async () => {
		const popup = await test.openBehind("popup.html");
		await search(popup, "lip twitching");
		await press(popup, "Persistent twitching above the upper left lip");
		await press(popup, "Related topics on that page");
		await press(popup, "Muscle Fasciculation");

		await until(
			async () =>
				(await popup.$eval("#query", (field) => (field as HTMLInputElement).value)) === "Muscle Fasciculation",
			"the topic is searched for",
		);
		await until(async () => (await textOf(popup)).includes("Muscle twitching"), "its results come");
	});
});

describe("searching in the popup", () => {
	it.each([
		["fasiculation", "Muscle twitching"],
		["lip won't stop twitching", "Lip twitching"],
	])("finds symptoms and answers for “%s”", async (query, symptom) => {
		const popup = await test.openBehind("popup.html");

		const text = await search(popup, query);

		expect(text).toContain(symptom);
		expect(text.indexOf("Symptoms")).toBeLessThan(text.indexOf(symptom));
		expect(text).toMatch(/Dr\. .+ · /);
		await takeShot(popup, `popup-search-${symptom.split(" ")[0]?.toLowerCase()}`);
	});

	it("says so when nothing is close", async () => {
		const popup = await test.openBehind("popup.html");

		await typeInto(popup, "#query", "xyzzy quux");

		await until(async () => (await textOf(popup)).includes("Nothing close to this is stored."), "it says so");
	});

	it("opens a symptom's card and comes back to the results", async () => {
		const popup = await test.openBehind("popup.html");
		await search(popup, "eyelid twitch");

		await press(popup, "Eyelid twitching");
		await until(async () => (await textOf(popup)).includes("What it is"), "the card opens");
		await takeShot(popup, "popup-card");
		await press(popup, "Back");

		await until(async () => (await textOf(popup)).includes("Symptoms"), "the results are back");
	});
});

describe("the popup with the keyboard alone", () => {
	it("finds a symptom and comes back from its card, finds an answer and saves it", async () => {
		const popup = await test.openBehind("popup.html");
		await popup.bringToFront();
		const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? "");
		const tabTo = (words: string) =>
			until(async () => {
				await popup.keyboard.press("Tab");
				return (await focused()).trim().startsWith(words);
			}, `Tab leads to “${words}”`);
		expect(await popup.evaluate(() => document.activeElement?.id)).toBe("query");
		await popup.keyboard.type("eyelid twitch");
		await until(async () => (await textOf(popup)).includes("Dr."), "results are there");

		await popup.keyboard.press("ArrowDown");
		expect(await focused()).toMatch(/^Eyelid twitching/);
		await popup.keyboard.press("Enter");
		await until(async () => (await focused()) === "Eyelid twitching", "the focus is on the card's heading");
		await popup.keyboard.down("Shift");
		await popup.keyboard.press("Tab");
		await popup.keyboard.up("Shift");
		await popup.keyboard.press("Enter");
		await until(() => popup.evaluate(() => document.activeElement?.id === "query"), "the focus is in the search again");
		await until(async () => (await textOf(popup)).includes("Dr."), "the results are back");
		await popup.keyboard.press("ArrowDown");
		await popup.keyboard.press("ArrowUp");
		expect(await popup.evaluate(() => document.activeElement?.id)).toBe("query");
		await until(async () => {
			await popup.keyboard.press("ArrowDown");
			return popup.evaluate(() => document.activeElement?.ariaExpanded === "false");
		}, "the arrow keys lead to an answer");
		await popup.keyboard.press("Enter");
		await tabTo("Save");
		await popup.keyboard.press("Enter");
		await until(async () => (await popup.$(".saved-answer")) !== null, "it is on the list");
		expect(await popup.$eval("#query", (field) => (field as HTMLInputElement).value)).toBe("eyelid twitch");
	});
});

describe("saving", () => {
	it("keeps an answer from the card with its sentence and page, and shows it in popup and library", async () => {
		await hover(page, "lip twitching");
		await until(async () => (await cardText(page))?.includes("Summary in our own words"), "answers come");

		await pressInCard(page, "Save");
		await until(async () => (await cardText(page))?.includes("Saved"), "the button says so");

		const popup = await test.openBehind("popup.html");
		await until(
			async () => (await textOf(popup)).includes("I searched for lip twitching and read about fasciculation"),
			"the popup lists it",
		);
		await takeShot(popup, "popup-saved");
		const library = await test.openBehind("library.html");
		const text = await until(async () => {
			const now = await textOf(library);
			return now.includes("I searched for lip twitching") && now;
		}, "the library lists it");
		expect(text).toContain("Practice page: a question about a twitching lip");
		expect(text).toMatch(/Saved .*20\d\d/);
		const address = await library.evaluate(() => document.querySelector<HTMLAnchorElement>(".saved-answer a")?.href);
		expect(address?.split("#:~:text=")[0]).toBe(`${server.origin}/practice.html`);
		expect(address).toContain("#:~:text=I%20searched%20for%20lip%20twitching");
		await press(library, "Show the answer");
		expect(await textOf(library)).toContain("Summary in our own words");
		await takeShot(library, "library");
	});

	it("can be done from the popup, undone, and found by searching the library", async () => {
		const popup = await test.openBehind("popup.html");
		await search(popup, "eyelid twitch");
		await popup.evaluate(() =>
			document.querySelector<HTMLElement>(".search-results section:last-of-type .result")?.click(),
		);
		await press(popup, "Save");
		await until(async () => (await popup.$(".saved-answer")) !== null, "it is on the list");
		const title = await popup.evaluate(() => document.querySelector(".saved-answer h3")?.textContent ?? "");

		const library = await test.openBehind("library.html");
		await until(async () => (await textOf(library)).includes(title), "the library lists it");
		await press(library, "Remove from your list");
		await until(async () => (await library.$(".saved-answer")) === null, "it is gone");
		await until(async () => (await popup.$(".saved-answer")) === null, "it is gone from the popup too");
		await press(library, "Undo");
		await until(async () => (await library.$(".saved-answer")) !== null, "it is back");
		await typeInto(library, "#query", "zzz");
		await until(async () => (await textOf(library)).includes("No saved answer matches."), "searching leaves it out");
		await typeInto(library, "#query", title.split(" ")[0] ?? "");

		await until(async () => (await textOf(library)).includes(title), "searching finds it");
	});
});

describe("switching off", () => {
	it("for this site takes one press in the popup, and clears the page at once", async () => {
		const popup = await test.openBehind("popup.html");
		await until(async () => /\d symptoms? here/.test(await textOf(popup)), "the popup counts");

		await press(popup, "Turn off on localhost");

		await until(async () => (await underlined(page)).length === 0, "the page is clear");
		await until(async () => (await textOf(popup)).includes("Off on localhost"), "the popup says so");
		await page.reload();
		expect(await underlined(page)).toEqual([]);
		await page.goto(`${server.otherOrigin}/practice.html`);
		await until(async () => (await underlined(page)).length > 0, "another site is still underlined");
		await page.goto(`${server.origin}/practice.html`);
		await press(popup, "Turn on on localhost");
		await until(async () => (await underlined(page)).length > 0, "the page is underlined again");
	});

	it("everywhere takes one press, and keeps no list of sites that can be read", async () => {
		const popup = await test.openBehind("popup.html");
		await until(async () => (await textOf(popup)).includes("Turn off everywhere"), "the popup is ready");

		await press(popup, "Turn off everywhere");
		await until(async () => (await underlined(page)).length === 0, "the page is clear");
		await press(popup, "Turn on");
		await until(async () => (await underlined(page)).length > 0, "the page is underlined again");
		await press(popup, "Turn off on localhost");
		await until(async () => (await underlined(page)).length === 0, "the page is clear");

		const stored = await popup.evaluate("chrome.storage.local.get().then(JSON.stringify)");
		expect(stored).not.toContain("localhost");
	});
});

describe("where no lens runs", () => {
	// Only Chromium lets a test press the toolbar button, which is what shows the tab's address to the popup.
	it.runIf(browserKind === "chromium")("says that extensions cannot run there, and offers the search", async () => {
		await page.goto("chrome://version");

		const popup = await test.openPopup(page);

		await until(
			async () => (await textOf(popup)).includes("Symptom Lens cannot run on this kind of page."),
			"the popup says so",
		);
		expect(await popup.$("#query")).not.toBeNull();
		await takeShot(popup, "popup-unavailable");
		await press(popup, "Paste text");
		await test.browser.waitForTarget((target) => target.url().endsWith("/library.html#paste"));
	});

	it.runIf(browserKind === "chromium")("offers to reload a page that was open before", async () => {
		const late = await startBrowser({ isInstalledLate: true });
		const old = await late.newPage();
		await old.goto(`${server.origin}/practice.html`);
		await late.install();

		const popup = await late.openPopup(old);
		await until(async () => (await textOf(popup)).includes("Reload this page to start"), "the popup says so");
		await takeShot(popup, "popup-reload");
		await press(popup, "Reload");

		await until(async () => (await underlined(old).catch(() => [])).length > 0, "the page is underlined");
		await late.close();
	});
});
