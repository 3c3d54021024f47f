import type { Frame, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SETTLE_MS } from "../../lib/press-guard";
import { goToSection, openFocusedSection, pressCommand, stopIn, tabTo } from "./keyboard";
import {
	browserKind,
	cardText,
	findCardFrame,
	isCardOpen,
	openUnderlined,
	pause,
	startBrowser,
	type TestBrowser,
	textOf,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

/** From the first word to the printed sheet, and no pointer anywhere. */

const server = serveTestPages();
let test: TestBrowser;

beforeEach(async () => {
	test = await startBrowser();
});
afterEach(() => test.close());

const says = (page: Page, words: string) =>
	until(async () => (await textOf(page)).includes(words), `it says “${words}”`);

async function openInFront(path: string): Promise<Page> {
	const page = await test.openBehind(path);
	await page.bringToFront();
	return page;
}

// No protocol of Firefox presses a key of the browser itself.
describe.skipIf(browserKind === "firefox")("on a page, by keys alone", () => {
	it("a word is found, its card read, another word looked up, an answer saved, and the focus comes back", async () => {
		const page = await test.newPage();
		await openUnderlined(page, `${server.origin}/controls.html`);
		await page.keyboard.press("Tab");
		const before = await page.evaluate(() => document.activeElement?.outerHTML);
		expect(before).toBeTruthy();

		await pressCommand(test, "next-term");
		const first = await until(() => cardText(page), "the card of the first word opens");
		await pressCommand(test, "next-term");
		await until(async () => ((await cardText(page)) ?? first) !== first, "then that of the next");
		await pressCommand(test, "previous-term");
		await until(async () => (await cardText(page))?.slice(0, 20) === first.slice(0, 20), "and the first again");
		expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);

		await pressCommand(test, "card");
		const card = (await findCardFrame(page)) as Frame;
		await until(async () => (await stopIn(card))?.tag === "h1", "the keyboard is in the card, on its name");
		await until(() => card.$("[aria-busy=true]").then((busy) => !busy), "the answers have come");
		const stops = await tabTo(page, "Size of the card", { where: card });
		for (const name of ["Close", "When to get help", "Log this", "I know this word", "Save"]) {
			expect(
				stops.some((stop) => stop.startsWith(name)),
				`“${name}” is reached`,
			).toBe(true);
		}

		await tabTo(page, "Other causes that doctors look for", { where: card, backwards: true });
		await page.keyboard.press("Enter");
		await until(() => card.evaluate(() => document.activeElement?.closest("details")?.open), "the part unfolds");
		await tabTo(page, "Save", { where: card, backwards: true });
		// What keeps something refuses a key that comes before the card could be seen.
		await pause(SETTLE_MS + 100);
		await page.keyboard.press(" ");
		await until(async () => (await stopIn(card))?.name === "Saved", "the answer is saved");

		const [word = ""] = await card.$$eval("button.term", (terms) => terms.map(({ textContent }) => textContent));
		await tabTo(page, word, { where: card, backwards: true });
		const name = await card.$eval("h1", (heading) => heading.textContent);
		await page.keyboard.press("Enter");
		await until(async () => {
			const stop = await stopIn(card);
			return stop?.tag === "h1" && stop.name !== name;
		}, "the other word is explained");
		await tabTo(page, "Back", { where: card, backwards: true });
		await page.keyboard.press("Enter");
		await until(async () => (await stopIn(card))?.name === word, "and the focus comes back to the word");

		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(page)), "the card closes");
		expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
	});

	it("the panel is walked, a symptom explained, and its place on the page shown", async () => {
		const page = await test.newPage();
		await openUnderlined(page, `${server.origin}/said.html`);
		const panel = await test.openBehind("sidepanel.html");
		await says(panel, "4 symptoms");

		// The panel is no tab: here it stands behind its page, where the keys of a test do not come.
		const names = await panel.$$eval("main button", (buttons) =>
			buttons.filter((button) => button.tabIndex >= 0).map((button) => button.ariaLabel ?? button.innerText),
		);
		expect(names).toHaveLength(8);
		await panel.evaluate(() => document.querySelectorAll<HTMLElement>(".term-place")[2]?.focus());
		await panel.evaluate(() => (document.activeElement as HTMLElement).click());

		await until(async () => (await cardText(page))?.startsWith("Muscle wasting"), "its card opens on the page");
	});
});

describe("in the toolbar's popup, by keys alone", () => {
	it("a word is searched, read, logged and an answer of it saved", async () => {
		const popup = await openInFront("popup.html");
		await until(async () => (await stopIn(popup))?.tag === "input", "the keyboard is in the search at once");
		await popup.keyboard.type("lip twiching");
		await until(() => popup.$(".result"), "results come");
		await popup.keyboard.press("ArrowDown");
		await until(async () => (await stopIn(popup))?.name.startsWith("Lip twitching"), "the first result has the focus");
		await popup.keyboard.press("Enter");
		await until(async () => (await stopIn(popup))?.tag === "h1", "it is explained");

		await tabTo(popup, "Log this");
		await popup.keyboard.press("Enter");
		await until(async () => (await stopIn(popup))?.name === "Save to diary", "one more press logs it");
		await tabTo(popup, "How long, in minutes");
		await popup.keyboard.type("5");
		await popup.keyboard.press("Enter");
		await says(popup, "Logged in your diary.");
		await until(() => popup.$("[aria-busy=true]").then((busy) => !busy), "the answers have come");
		await tabTo(popup, "Save");
		await popup.keyboard.press(" ");
		await until(async () => (await stopIn(popup))?.name === "Saved", "the answer is saved");
		await tabTo(popup, "Back", { backwards: true });
		await popup.keyboard.press("Enter");

		await until(async () => (await stopIn(popup))?.tag === "input", "the search has the focus again");
	});
});

describe("in the library, by keys alone", () => {
	async function openWithOneSaved(): Promise<Page> {
		const popup = await openInFront("popup.html");
		await until(async () => (await stopIn(popup))?.tag === "input", "the keyboard is in the search");
		await popup.keyboard.type("persistent twitching above the lip");
		// Answers to what has been typed so far come and go while the keys are still being pressed.
		await says(popup, "Persistent twitching above");
		await tabTo(popup, /^Persistent twitching above/);
		await popup.keyboard.press("Enter");
		await tabTo(popup, "Save");
		await popup.keyboard.press("Enter");
		await until(async () => (await stopIn(popup))?.name === "Saved", "one is saved");
		await popup.close();
		return openInFront("library.html");
	}

	it("a saved answer gets a note and a tag, goes on a visit sheet, is removed and brought back", async () => {
		const library = await openWithOneSaved();
		await until(() => library.$(".saved-answer"), "it is on the list");
		await tabTo(library, /^Note and tags/);
		await library.keyboard.press("Enter");
		await tabTo(library, "Your note");
		await library.keyboard.type("Ask about coffee.");
		await tabTo(library, "Tags");
		await library.keyboard.type("June");
		await library.keyboard.press("Enter");
		await until(async () => (await library.$(".tag")) !== null, "the tag is there");

		await tabTo(library, /^Select “Persistent/, { backwards: true });
		await library.keyboard.press(" ");
		await tabTo(library, "Visit sheet", { backwards: true });
		await library.keyboard.press("Enter");
		await until(async () => (await test.browser.pages()).length > 2, "the sheet opens");
		await library.bringToFront();
		await tabTo(library, "Remove selected");
		await library.keyboard.press("Enter");
		await says(library, "Removed 1 answer.");
		await tabTo(library, "Undo");
		await library.keyboard.press("Enter");
		await until(async () => {
			const field = await library.evaluate(() => document.querySelector("textarea")?.value ?? "");
			return `${field} ${await textOf(library)}`.includes("Ask about coffee.");
		}, "it is back, with its note");
	});

	it("every section is reached; a setting is found and changed, a text pasted and its words explained", async () => {
		const library = await openInFront("library.html");
		await says(library, "Nothing saved yet.");
		await tabTo(library, "Settings");
		await openFocusedSection(library, "Settings");
		await tabTo(library, "Search the settings");
		await library.keyboard.type("dark");
		await tabTo(library, "As this device has it");
		await library.keyboard.press("ArrowUp");
		await until(
			() => library.evaluate(() => document.documentElement.dataset.theme === "dark"),
			"the theme is the chosen one",
		);

		await goToSection(library, "Paste text");
		await tabTo(library, "Text");
		await library.keyboard.type("My eyelid twitches, and I have a headache.");
		await says(library, "2 symptoms were found.");
		await tabTo(library, /eyelid twitches/);
		await library.keyboard.press("Enter");
		await until(async () => (await stopIn(library))?.tag === "h1", "the card has the focus");

		for (const [title, control] of [
			["Backup", "Download a backup"],
			["Privacy", "Delete: Everything"],
			["Symptom diary", "Skip"],
			["About", "Skip"],
		] as const) {
			await goToSection(library, title);
			if (control !== "Skip") await tabTo(library, control);
		}
	});
});
