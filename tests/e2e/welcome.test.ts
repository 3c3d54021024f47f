import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	browserKind,
	findWelcome,
	pause,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	until,
} from "./test-browser";

let test: TestBrowser;
let welcome: Page;

async function open(options: { isDark?: boolean } = {}): Promise<void> {
	test = await startBrowser({ ...options, keepsWelcome: true });
	welcome = await findWelcome(test.browser);
	await welcome.bringToFront();
	await until(async () => (await welcome.$(".practice-term")) !== null, "the words are marked");
}
afterEach(() => test.close());

const heading = () => welcome.evaluate(() => document.querySelector(".symptom-card h1")?.textContent);
const focusedClass = () => welcome.evaluate(() => document.activeElement?.className);
const cardOf = (name: string) => until(async () => (await heading()) === name, `the card of “${name}” is open`);

describe("the welcome", () => {
	it("opens once, after the installation, and says what it does, what is kept, and how to switch it off", async () => {
		await open();
		const text = await textOf(welcome);

		expect(text).toContain("Welcome to Symptom Lens");
		expect(text).toContain("Everything stays on this device.");
		expect(text).toContain("switch it off for a site or everywhere");
		await takeShot(welcome, "welcome");
	});

	// A reload of a temporary add-on cannot be asked for from a Firefox page.
	it.runIf(browserKind === "chromium")("does not open again when the extension is updated", async () => {
		await open();
		await welcome.evaluate("chrome.runtime.reload()").catch(() => undefined);
		await pause(1_500);

		const addresses = (await test.browser.pages()).map((page) => page.url());
		expect(addresses.filter((address) => address.endsWith("/welcome.html"))).toEqual([]);
	});

	it("explains a word of its practice text to the pointer, the keyboard and a press", async () => {
		await open();
		const [first] = await welcome.$$(".practice-term");
		await first?.hover();
		await cardOf("Eyelid twitching");
		await until(async () => (await textOf(welcome)).includes("Summary in our own words"), "its answers come");
		await takeShot(welcome, "welcome-card");
		await welcome.keyboard.press("Escape");
		await until(async () => (await heading()) === undefined, "Escape closes it");

		await welcome.mouse.move(0, 0);
		await welcome.focus("header button");
		await welcome.keyboard.press("Tab");
		await cardOf("Eyelid twitching");
		await welcome.keyboard.press("Enter");
		await until(
			() => welcome.evaluate(() => document.activeElement?.textContent === "Eyelid twitching"),
			"the focus is in the card",
		);
		await welcome.keyboard.press("Escape");
		await until(async () => (await heading()) === undefined, "Escape closes it");
		expect(await focusedClass()).toContain("practice-term");

		await welcome.keyboard.press("Enter");
		await cardOf("Eyelid twitching");
		await welcome.evaluate(() => document.querySelector<HTMLElement>('.symptom-card [aria-label="Close"]')?.click());
		await until(async () => (await heading()) === undefined, "it is closed");
		expect(await focusedClass()).toContain("practice-term");
	});

	it("has the size of text that the reader has set", async () => {
		await open();
		await welcome.evaluate('chrome.storage.local.set({ cardPreferences: { textSize: "largest" } })');

		await until(
			() => welcome.evaluate(() => document.documentElement.dataset.textSize === "largest"),
			"its letters are larger",
		);
	});

	it("is skipped with one press", async () => {
		await open();
		const library = await test.openBehind("library.html");
		// Firefox does not report that an extension page is gone.
		const isOpen = () =>
			library.evaluate(
				'chrome.extension.getViews({ type: "tab" }).some(({ location }) => location.pathname === "/welcome.html")',
			);
		expect(await isOpen()).toBe(true);
		await welcome.evaluate(() => document.querySelector<HTMLElement>("header button")?.click());

		await until(async () => !(await isOpen()), "the tab is closed");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the welcome in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow, with a card open", async () => {
		await open({ isDark });
		await welcome.evaluate(() => document.querySelector<HTMLElement>(".practice-term")?.click());
		await cardOf("Eyelid twitching");
		for (const width of [1_000, 320]) {
			await welcome.setViewport({ width, height: 1_000 });
			expect(await brokenRules(welcome)).toEqual([]);
			await takeShot(welcome, `welcome-${width}-${theme}`);
		}
	});
});
