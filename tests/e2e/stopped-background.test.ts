import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stopBackground } from "./stop-background";
import {
	browserKind,
	cardText,
	hover,
	openUnderlined,
	pause,
	press,
	pressInCard,
	startBrowser,
	type TestBrowser,
	textOf,
	typeInto,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

// Firefox keeps its background page; there is no worker to stop.
describe.runIf(browserKind === "chromium")(
	"although the browser stops the background before every step, a reader",
	() => {
		beforeEach(async () => {
			test = await startBrowser();
			page = await test.newPage();
			await openUnderlined(page, `${server.origin}/practice.html`);
			// A worker stopped while it is still being installed is a broken installation, not one that fell asleep.
			await hover(page, "lip twitching");
			await cardSays("Summary in our own words");
			await page.keyboard.press("Escape");
		});
		afterEach(() => test.close());

		/** Does something that asks the background, with the background stopped just before. */
		const stopped = async <T>(step: () => Promise<T>): Promise<T> => {
			await stopBackground(test);
			return step();
		};
		const cardSays = (words: string) =>
			until(async () => (await cardText(page))?.includes(words), `the card says “${words}”`);
		const shows = (where: Page, words: string) =>
			until(async () => (await textOf(where)).includes(words), `it says “${words}”`);
		const hides = (where: Page, words: string) =>
			until(async () => !(await textOf(where)).includes(words), `it no longer says “${words}”`);

		it("reads a card, saves, finds, notes, removes and brings back an answer, and loses nothing", async () => {
			await stopped(() => hover(page, "lip twitching"));
			await cardSays("Summary in our own words");
			await stopped(() => pressInCard(page, "Save"));
			await cardSays("Saved");

			const popup = await stopped(() => test.openBehind("popup.html"));
			await shows(popup, "I searched for lip twitching");
			await stopped(() => typeInto(popup, "#query", "eyelid twitch"));
			await shows(popup, "Dr.");
			await popup.close();

			const library = await stopped(() => test.openBehind("library.html"));
			await shows(library, "I searched for lip twitching");
			await press(library, "Note and tags");
			await stopped(() => typeInto(library, ".note-field textarea", "ask about coffee"));
			// A note is kept half a second after the last key.
			await pause(1_000);
			await stopped(() => library.reload());
			await shows(library, "ask about coffee");
			await stopped(() => press(library, "Remove from your list"));
			await hides(library, "ask about coffee");
			await stopped(() => press(library, "Undo"));
			await shows(library, "ask about coffee");
			await stopped(() => typeInto(library, "#query", "zzz"));
			await shows(library, "No saved answer matches.");
		});

		it("writes a note and leaves at once, and finds it when they come back", async () => {
			await hover(page, "lip twitching");
			await pressInCard(page, "Save");
			await cardSays("Saved");
			const library = await test.openBehind("library.html");
			await press(library, "Note and tags");
			await stopBackground(test);
			await typeInto(library, ".note-field textarea", "ask about coffee");
			await library.close();

			const again = await test.openBehind("library.html");
			await shows(again, "ask about coffee");
		});

		it("logs an episode from a card, changes it, removes it and puts it back", async () => {
			await stopped(() => hover(page, "lip twitching"));
			await cardSays("Log this");
			await pressInCard(page, "Log this");
			await cardSays("Save to diary");
			await stopped(() => pressInCard(page, "Save to diary"));
			await cardSays("Logged in your diary.");

			const library = await stopped(() => test.openBehind("library.html#diary"));
			const episodes = () => library.$$eval(".diary-episodes > li", (items) => items.length);
			await until(async () => (await episodes()) === 1, "the library has it");
			await press(library, "Change");
			await typeInto(library, ".diary-episodes input[name=place]", "left upper lip");
			await stopped(() => press(library, "Save to diary"));
			await shows(library, "left upper lip");
			await stopped(() =>
				library.$eval(".diary-episodes button:last-child", (button) => (button as HTMLElement).click()),
			);
			await until(async () => (await episodes()) === 0, "it is removed");
			await stopped(() => library.$eval(".diary .undo button", (button) => (button as HTMLElement).click()));
			await until(async () => (await episodes()) === 1, "it is back");
			expect(await textOf(library)).toContain("left upper lip");
		});

		it("captures the question of a page, finds it, and takes it out again", async () => {
			await page.goto(`${server.origin}/capture/qa-page.html`);
			const popup = await test.openBehind("popup.html");
			const before = await test.browser.pages();
			await stopped(() => press(popup, "Add this Q&A to my library"));
			const form = await until(
				async () => (await test.browser.pages()).find((candidate) => !before.includes(candidate)),
				"a tab opens",
			);
			await shows(form, "Add to your library");
			await stopped(() => press(form, "Keep"));
			await shows(form, "Kept in “Kept from pages”.");

			const library = await stopped(() => test.openBehind("library.html#answers"));
			await stopped(() => typeInto(library, '[name="browse-text"]', "Does coffee make lids twitch?"));
			await until(async () => /closest answers?/.test(await textOf(library)), "it is searched");
			await press(library, "Does coffee make lids twitch?");
			await press(library, "Remove from your library");
			await stopped(() => press(library, "Remove it"));
			await hides(library, "Does coffee make lids twitch?");
		});
	},
);
