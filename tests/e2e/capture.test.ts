import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	browserKind,
	focusedText,
	openSection,
	pause,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const OFFER = "Add this Q&A to my library";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeEach(async () => {
	test = await startBrowser();
	page = await test.newPage();
});
afterEach(() => test.close());

/** The library page that reads the page in front, opened as a reader opens it. */
async function capture(): Promise<Page> {
	const popup = await test.openBehind("popup.html");
	const before = await test.browser.pages();
	await press(popup, OFFER);
	return newLibraryPage(before);
}

async function newLibraryPage(before: Page[]): Promise<Page> {
	const opened = await until(
		async () => (await test.browser.pages()).find((candidate) => !before.includes(candidate)),
		"a tab opens",
	);
	await until(async () => (await textOf(opened).catch(() => "")).includes("Add to your library"), "it is the capture");
	return opened;
}

const fieldValue = (form: Page, label: string) =>
	form.evaluate((wanted) => {
		const found = [...document.querySelectorAll("label")].find(({ innerText }) => innerText.startsWith(wanted));
		return (found?.control as HTMLInputElement | null)?.value;
	}, label);

const selectorOf = (form: Page, label: string) =>
	form.evaluate((wanted) => {
		const found = [...document.querySelectorAll("label")].find(({ innerText }) => innerText.startsWith(wanted));
		return `#${CSS.escape(found?.control?.id ?? "")}`;
	}, label);

const shows = (where: Page, words: string) =>
	until(async () => (await textOf(where)).includes(words), `it says “${words}”`);

describe("the question on a page", () => {
	it("is read word for word, checked by the reader, kept, and found by the search from then on", async () => {
		await page.goto(`${server.origin}/capture/doctor-qa.html`);
		const form = await capture();
		await until(() => fieldValue(form, "Title"), "the form is filled");
		await takeShot(form, "capture-form");
		expect(await brokenRules(form)).toEqual([]);
		expect(await fieldValue(form, "Words of the reply")).not.toBe("");
		// The address that the page itself calls its own.
		expect(await textOf(form)).toContain(`${server.origin}/answers/17`);
		expect(await form.evaluate(() => location.search)).toBe("");

		await typeInto(form, await selectorOf(form, "Title"), "Zygomatic flutter");
		await press(form, "Keep");
		await shows(form, "Kept in “Kept from pages”. The search finds it now.");

		const popup = await test.openBehind("popup.html");
		await typeInto(popup, "#query", "zygomatic flutter");
		await shows(popup, "Zygomatic flutter");
		await press(popup, "Zygomatic flutter");
		await shows(popup, "As printed on the page");
		await takeShot(popup, "capture-found");
	});

	it("is kept once, however often it is captured", async () => {
		await page.goto(`${server.origin}/capture/qa-page.html`);
		for (const words of ["Kept in “Kept from pages”", "It took the place of what you kept from this page before."]) {
			await page.bringToFront();
			const form = await capture();
			await press(form, "Keep");
			await shows(form, words);
		}

		const library = await test.openBehind("library.html#packs");
		await shows(library, "Kept from pages");
		expect(await textOf(library)).toMatch(/Kept from pages\s+1 answer/);
	});

	it("can be taken out of the library again, and its pack goes with the last one", async () => {
		await page.goto(`${server.origin}/capture/qa-page.html`);
		const form = await capture();
		await press(form, "Keep");
		await shows(form, "Kept in");

		const library = await test.openBehind("library.html#packs");
		await shows(library, "Kept from pages");
		await openSection(library, "answers");
		await typeInto(library, '[name="browse-text"]', "Does coffee make lids twitch?");
		// A list that is drawn anew has nothing open: the last letter's answers have to be there.
		await until(async () => /closest answers?/.test(await textOf(library)), "it is searched");
		await pause(500);
		await press(library, "Does coffee make lids twitch?");
		// Behind another tab the list measures nothing, and what it has not measured takes no focus.
		await library.bringToFront();
		await press(library, "Remove from your library");
		await until(async () => (await focusedText(library)) === "Keep it", "the focus is on the safe answer");
		await takeShot(library, "capture-remove");
		await press(library, "Remove it");

		await until(
			async () => !(await textOf(library)).includes("Does coffee make lids twitch?"),
			"it is not listed any more",
		);
		await openSection(library, "packs");
		await until(async () => !(await textOf(library)).includes("Kept from pages"), "the pack is gone");
	});

	it("is what the reader has selected, where that is no question the page names", async () => {
		await page.goto(`${server.origin}/practice.html`);
		await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("p") as Element));
		const selected = await page.evaluate(() => getSelection()?.toString() ?? "");
		const form = await capture();
		await until(() => fieldValue(form, "Title"), "the form is filled");

		expect((await fieldValue(form, "Words of the reply"))?.replace(/\s+/g, " ")).toBe(
			selected.replace(/\s+/g, " ").trim(),
		);
	});

	it("is not kept while it lacks something, and the form says what", async () => {
		await page.goto(`${server.origin}/capture/nothing.html`);
		const form = await capture();
		await shows(form, "No question with an answer was found.");
		await press(form, "Keep");

		await shows(form, "Not kept yet: please mend what is marked.");
		await takeShot(form, "capture-problems");
		expect(await brokenRules(form)).toEqual([]);
		expect(await form.$$eval("[aria-invalid='true']", (fields) => fields.length)).toBeGreaterThan(0);
		const library = await test.openBehind("library.html#packs");
		await shows(library, "Answers that came with Symptom Lens");
		expect(await textOf(library)).not.toContain("Kept from pages");
	});

	it("is shown in the size of text that the reader has set", async () => {
		await page.goto(`${server.origin}/capture/nothing.html`);
		const form = await capture();
		await form.evaluate('chrome.storage.local.set({ cardPreferences: { textSize: "largest" } })');

		await until(
			() => form.evaluate(() => document.documentElement.dataset.textSize === "largest"),
			"letters are larger",
		);
	});

	it("that is gone before it was read is said to be gone", async () => {
		const library = await test.openBehind("library.html?capture=987654.0");

		await shows(library, "This page cannot be read any more.");
	});

	it("can hold markup and scripts, which stay words", async () => {
		await page.goto(`${server.origin}/capture/hostile.html`);
		const form = await capture();
		await until(() => fieldValue(form, "Title"), "the form is filled");
		await press(form, "Keep");
		await shows(form, "Kept in");

		const popup = await test.openBehind("popup.html");
		await typeInto(popup, "#query", "hostile zygomatic");
		await shows(popup, "hostile zygomatic");
		for (const where of [form, popup]) {
			expect(
				await where.$$eval("#root img, #root script, #root iframe, #root a[href^=javascript]", (all) => all.length),
			).toBe(0);
			expect(await where.evaluate(() => "wasRun" in window)).toBe(false);
		}
	});

	it.skipIf(browserKind === "firefox")("is captured from the menu of the page as well", async () => {
		await page.goto(`${server.origin}/capture/qa-page.html`);
		const before = await test.browser.pages();
		const target = await test.browser.waitForTarget((candidate) => candidate.type() === "service_worker");
		const worker = await target.worker();
		// No protocol opens a native menu; this is the event that pressing its item causes.
		await worker?.evaluate(async () => {
			const { contextMenus, tabs } = (globalThis as unknown as { chrome: typeof import("wxt/browser").browser }).chrome;
			const [tab] = await tabs.query({ url: [], active: true });
			const onClicked = contextMenus.onClicked as unknown as { dispatch: (info: object, tab: unknown) => void };
			onClicked.dispatch({ menuItemId: "capture", frameId: 0 }, tab);
		});
		const form = await newLibraryPage(before);

		await until(
			async () => (await fieldValue(form, "Title")) === "Does coffee make lids twitch?",
			"the form is filled",
		);
	});
});

it("the form of a capture fits a narrow window, in the dark too", async () => {
	await test.close();
	test = await startBrowser({ isDark: true });
	page = await test.newPage();
	await page.goto(`${server.origin}/capture/doctor-qa.html`);
	const form = await capture();
	await until(() => fieldValue(form, "Title"), "the form is filled");
	await form.setViewport({ width: 320, height: 1_400 });

	expect(await brokenRules(form)).toEqual([]);
	await takeShot(form, "capture-form-narrow-dark");
});
