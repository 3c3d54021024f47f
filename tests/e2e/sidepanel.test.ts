// Long because its rules share the ways to read the side panel and to act in it.

import type { Page, SerializedAXNode } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	browserKind,
	cardText,
	findCardFrame,
	isCardOpen,
	openUnderlined,
	pause,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

type Extension = typeof import("wxt/browser").browser;

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeEach(async () => {
	test = await startBrowser();
	page = await test.newPage();
});
afterEach(() => test.close());

const open = async (path: string) => {
	await openUnderlined(page, `${server.origin}/${path}`);
};

/** The panel beside the page in front. */
const openPanel = async (words: string) => {
	const panel = await test.openBehind("sidepanel.html");
	await shows(panel, words);
	return panel;
};

const shows = (where: Page, words: string) =>
	until(async () => (await textOf(where)).replace(/\s+/g, " ").includes(words), `it says “${words}”`);

/** The sentences that the panel lists, in order. */
const sentences = (panel: Page) =>
	panel.$$eval(".term-place", (buttons) =>
		buttons.map((button) => (button as HTMLElement).innerText.replace(/\s+/g, " ").trim()),
	);

/** Presses the first sentence of the panel that holds these words. */
const pressSentence = (panel: Page, words: string) =>
	until(
		() =>
			panel.evaluate((wanted) => {
				const button = [...document.querySelectorAll<HTMLElement>(".term-place")].find(({ textContent }) =>
					textContent?.includes(wanted),
				);
				button?.focus();
				button?.click();
				return button !== undefined;
			}, words),
		`the panel lists “${words}”`,
	);

const badge = (panel: Page) =>
	panel.evaluate(async () => {
		const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
		const { tabs, action } = browser ?? chrome;
		const [tab] = await tabs.query({ active: true, currentWindow: true });
		return action.getBadgeText({ tabId: tab?.id as number });
	});

describe("the side panel", () => {
	it("lists every term of the page by symptom, with its sentence and what the text says of it", async () => {
		await open("said.html");
		const panel = await openPanel("4 symptoms, in 4 places");

		expect(await sentences(panel)).toEqual([
			"For a week I have had twitching in the upper left area of the lip, and my left shoulder feels stiff.",
			"For a week I have had twitching in the upper left area of the lip, and my left shoulder feels stiff.",
			"On examination there were no signs of muscle atrophy. The text says this is not present.",
			"My mother has tremors in her hands. The text says this of someone else.",
		]);
		expect(
			await panel.$$eval(".term-place", (terms) => terms.map((term) => term.querySelector("mark")?.textContent)),
		).toEqual(["twitching", "left shoulder feels stiff", "muscle atrophy", "tremors"]);
		await takeShot(panel, "panel-list");
	});

	it("breaks no rule of WCAG 2.2 AA, and a screen reader finds headings, counts and named buttons", async () => {
		await open("said.html");
		const panel = await openPanel("4 symptoms");

		expect(await brokenRules(panel)).toEqual([]);
		expect(await panel.$$eval("h1, h2", (all) => all.map(({ textContent }) => textContent?.trim()))).toEqual([
			"On this page",
			"Lip twitching once",
			expect.stringContaining("once"),
			expect.stringContaining("once"),
			expect.stringContaining("once"),
		]);
		if (browserKind === "chromium") {
			const nodes: string[] = [];
			const list = ({ role, name, children = [] }: SerializedAXNode) => {
				nodes.push(`${role}: ${name}`);
				children.forEach(list);
			};
			list((await panel.accessibility.snapshot()) as SerializedAXNode);
			expect(nodes).toContain("button: Explain: Lip twitching");
			expect(nodes).toContain(
				"button: On examination there were no signs of muscle atrophy. The text says this is not present.",
			);
		}
	});

	it("shows a sentence on the page, opens its card there, and leaves the focus where it is", async () => {
		await open("practice.html");
		await page.setViewport({ width: 1280, height: 300 });
		const panel = await openPanel("On this page");
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await pressSentence(panel, "facial droop");

		await until(() => isCardOpen(page), "the card opens");
		await until(async () => (await cardText(page))?.includes("Sources"), "it is a whole card");
		expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
		await shows(panel, "Opened on the page. Escape closes it.");
		expect(await panel.evaluate(() => document.activeElement?.classList.contains("term-place"))).toBe(true);
		expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

		await panel.evaluate(() =>
			document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
		);
		await until(async () => !(await isCardOpen(page)), "Escape closes it");
	});

	it("explains a symptom with the card's own content, and the focus comes back", async () => {
		await open("practice.html");
		const panel = await openPanel("On this page");
		await press(panel, "Explain: Lip twitching");

		await shows(panel, "Usual harmless triggers");
		await shows(panel, "Summary in our own words");
		expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe("H1");
		expect(await brokenRules(panel)).toEqual([]);
		await takeShot(panel, "panel-card");

		await page.bringToFront();
		await press(panel, "Back");
		await shows(panel, "On this page");
		await until(
			() => panel.evaluate(() => document.activeElement?.getAttribute("aria-label") === "Explain: Lip twitching"),
			"the focus is on what was pressed",
		);
	});

	it("keeps an open card to the page that it was opened from, whichever tab comes to the front", async () => {
		await open("said.html");
		const panel = await openPanel("4 symptoms");
		await press(panel, "Explain: Lip twitching");
		await shows(panel, "Usual harmless triggers");
		const other = await test.newPage();
		await openUnderlined(other, `${server.origin}/emergency.html`);
		await other.bringToFront();
		// By now a panel has followed the page in front; what that has led to would come a moment later.
		await openPanel("This text describes");
		await pause(1_500);

		expect(await textOf(panel)).toContain("Usual harmless triggers");
		expect(await textOf(panel)).not.toContain("This text describes");
	});

	it("has emergencies that the text tells of on top, with the way to them", async () => {
		await open("emergency.html");
		const panel = await openPanel("This text describes");
		const text = (await textOf(panel)).replace(/\s+/g, " ");
		await takeShot(panel, "panel-emergency");

		expect(text).toContain("chest pain that spreads, feels tight or heavy");
		expect(text).toContain("If this is happening to you now, call your local emergency number.");
		expect(text.indexOf("If this is happening")).toBeLessThan(text.indexOf("Press a sentence"));
		await page.bringToFront();
		await press(panel, "Show it on the page");
		await until(async () => (await cardText(page))?.includes("This text describes"), "its card opens on the page");
	});

	it("lists the terms of frames too, of other sites as well, and opens their cards in them", async () => {
		await page.goto(`${server.origin}/frames.html`);
		const other = await until(
			async () => page.frames().find((frame) => frame.url().includes("practice.html")),
			"the frame of another origin is there",
		);
		await until(async () => (await underlined(other)).length > 0, "its terms are underlined");
		const panel = await openPanel("Lip twitching");
		await until(async () => (await sentences(panel)).length > 8, "the terms of both frames are listed");
		await pressSentence(panel, "facial droop");

		await until(() => isCardOpen(other), "the card opens in the frame");
	});

	it("follows the page: what comes later is listed, and another page takes its place", async () => {
		await open("changing.html");
		const panel = await openPanel("2 symptoms");
		await page.evaluate(() =>
			(window as unknown as { change: { add: (text: string) => void } }).change.add("I have a bad headache."),
		);
		await shows(panel, "3 symptoms");
		expect((await sentences(panel)).at(-1)).toBe("I have a bad headache.");

		await page.goto(`${server.origin}/controls.html`);
		await page.evaluate(() => document.body.replaceChildren("Nothing of the kind."));
		await shows(panel, "No symptom was found on this page.");
	});

	it("says where it is switched off, and switches on again", async () => {
		await open("practice.html");
		const panel = await openPanel("Lip twitching");
		const popup = await test.openBehind("popup.html");
		await press(popup, "Turn off on localhost");
		await shows(panel, "Symptom Lens is off on localhost.");
		expect(await sentences(panel)).toEqual([]);

		await press(panel, "Turn on on localhost");
		await shows(panel, "Lip twitching");
	});

	it("says that it pauses, and goes on at a press", async () => {
		await open("practice.html");
		const panel = await openPanel("Lip twitching");
		const popup = await test.openBehind("popup.html");
		await press(popup, "Pause for an hour");
		await shows(panel, "Paused until");
		await until(async () => (await sentences(panel)).length === 0, "nothing is listed any more");

		await press(panel, "Go on now");
		await shows(panel, "Lip twitching");
	});

	it("reads a page at a press where pages are read only when asked", async () => {
		const popup = await test.openBehind("popup.html");
		await popup.evaluate(
			'chrome.storage.local.set({ settings: { isOn: true, salt: "", offSiteHashes: [], pages: "asked" } })',
		);
		await page.goto(`${server.origin}/practice.html`);
		await page.bringToFront();
		const panel = await openPanel("Not read. Pages are read only when you ask.");

		await press(panel, "Read this page");
		await shows(panel, "Lip twitching");
		expect(await textOf(panel)).not.toContain("Read this page");
	});

	it("says where it cannot run, and offers to read a pasted text", async () => {
		const own = await test.openBehind("library.html");
		await own.bringToFront();
		const panel = await openPanel("Symptom Lens does not run on this page.");
		expect(await textOf(panel)).toContain("Paste text");
		await own.close();
	});

	/** Does what the page's menu does with a selection. */
	const ask = (panel: Page, words: string) =>
		panel.evaluate(async (text) => {
			const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
			const { windows, storage } = browser ?? chrome;
			await storage.session.set({ asked: { text, windowId: (await windows.getCurrent()).id } });
		}, words);

	it("looks up a selection that the page's menu hands over, typing errors and all", async () => {
		await open("practice.html");
		const panel = await openPanel("On this page");
		await ask(panel, "fasiculation");

		await shows(panel, "What does “fasiculation” mean?");
		await shows(panel, "Muscle twitching");
		await takeShot(panel, "panel-asked");
		expect(await brokenRules(panel)).toEqual([]);
		await page.bringToFront();
		await press(panel, "Muscle twitching");
		await shows(panel, "What it is");
		await press(panel, "Back");
		await press(panel, "Back to this page");
		await shows(panel, "On this page");
	});

	it("answers the same words again, wherever their answer has led meanwhile", async () => {
		await open("practice.html");
		const panel = await openPanel("On this page");
		await ask(panel, "fasiculation");
		await press(panel, "Muscle twitching");
		await shows(panel, "What it is");

		await ask(panel, "fasiculation");
		await shows(panel, "What does “fasiculation” mean?");
	});
});

describe("the badge of the toolbar button", () => {
	it("counts the different symptoms of the page with its frames, and goes with them", async () => {
		await open("said.html");
		const panel = await openPanel("4 symptoms");
		await until(async () => (await badge(panel)) === "4", "the badge says 4");

		const popup = await test.openBehind("popup.html");
		await press(popup, "Turn off on localhost");
		await until(async () => (await badge(panel)) === "", "it is gone where the site is switched off");
		await press(popup, "Turn on on localhost");
		await until(async () => (await badge(panel)) === "4", "and back when it is on again");

		await page.goto("about:blank");
		await until(async () => (await badge(panel)) === "", "it is gone on the next page");
	});
});

// No protocol of Firefox presses a key of the browser itself or reaches into the background.
describe.skipIf(browserKind === "firefox")("the keys", () => {
	/** The event that the browser causes when the reader presses a command's key. */
	const pressKey = (command: string) =>
		inWorker(async (name) => {
			const { commands, tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
			const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
			(commands.onCommand as unknown as { dispatch: (command: string, tab: unknown) => void }).dispatch(name, tab);
		}, command);

	async function inWorker(run: (value: string) => Promise<void>, value: string): Promise<void> {
		const target = await test.browser.waitForTarget((candidate) => candidate.type() === "service_worker");
		await (await target.worker())?.evaluate(run, value);
	}

	const cardIs = (name: string) =>
		until(async () => {
			const text = await cardText(page);
			return text?.startsWith(name) && text;
		}, `the card of ${name} is open`);

	it("go from term to term and round the end, and leave the focus on the page", async () => {
		await open("said.html");
		await pressKey("next-term");
		await cardIs("Lip twitching");
		await pressKey("previous-term");
		await cardIs("Shaking hands");
		await pressKey("previous-term");
		await cardIs("Muscle wasting");

		expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
	});

	it("put the keyboard into the card on request, and back to where it was", async () => {
		await open("practice.html");
		await page.evaluate(() => {
			const heading = document.querySelector("h2") as HTMLElement;
			heading.tabIndex = -1;
			heading.focus();
		});
		await pressKey("card");
		const card = await until(() => findCardFrame(page), "there is a card");
		await until(
			() => card.evaluate(() => document.hasFocus() && document.activeElement?.tagName === "H1"),
			"its name has the focus",
		);
		await page.keyboard.press("Tab");
		expect(await card.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");

		await pressKey("card");
		await until(async () => !(await isCardOpen(page)), "the card is closed");
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");

		await pressKey("card");
		await until(() => card.evaluate(() => document.hasFocus()), "the card has the focus");
		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(page)), "Escape closes it");
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");

		await pressKey("next-term");
		await until(() => isCardOpen(page), "a card opens, and the focus stays on the page");
		await pressKey("card");
		await until(
			() => card.evaluate(() => document.hasFocus() && document.activeElement?.tagName === "H1"),
			"the name of the open card has the focus",
		);
	});

	it("switch the site off and on", async () => {
		await open("practice.html");
		await pressKey("site");
		await until(async () => (await underlined(page)).length === 0, "nothing is underlined");
		await pressKey("site");
		await until(async () => (await underlined(page)).length > 0, "terms are underlined");
	});

	it("are listed by the browser, four of them with a key of their own", async () => {
		const panel = await test.openBehind("sidepanel.html");
		const keys = await panel.evaluate(() =>
			(globalThis as unknown as { chrome: Extension }).chrome.commands
				.getAll()
				.then((all) =>
					all.filter(({ name }) => !name?.startsWith("_")).map(({ name, shortcut }) => [name, shortcut !== ""]),
				),
		);

		expect(Object.fromEntries(keys)).toEqual({
			"next-term": true,
			"previous-term": true,
			card: true,
			panel: true,
			site: false,
		});
	});

	it("and the page's menu open the panel in a tab where the browser refuses the panel itself", async () => {
		await open("practice.html");
		const before = await test.browser.pages();
		await inWorker(async (words) => {
			const { contextMenus, tabs } = (globalThis as unknown as { chrome: Extension }).chrome;
			const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
			const onClicked = contextMenus.onClicked as unknown as { dispatch: (info: object, tab: unknown) => void };
			onClicked.dispatch({ menuItemId: "ask", selectionText: words }, tab);
		}, "  lip won't stop\n twiching ");
		const opened = await until(
			async () => (await test.browser.pages()).find((candidate) => !before.includes(candidate)),
			"a tab opens",
		);

		await shows(opened, "What does “lip won't stop twiching” mean?");
		await shows(opened, "Lip twitching");
	});
});

it("the panel fits a narrow window, in the dark too", async () => {
	await test.close();
	test = await startBrowser({ isDark: true });
	page = await test.newPage();
	await open("emergency.html");
	const panel = await openPanel("This text describes");
	await panel.setViewport({ width: 320, height: 900 });

	expect(await brokenRules(panel)).toEqual([]);
	await takeShot(panel, "panel-narrow-dark");
});
