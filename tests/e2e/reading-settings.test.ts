import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	browserKind,
	cardText,
	hover,
	isCardOpen,
	pause,
	placeOf,
	pressInCard,
	startBrowser,
	type TestBrowser,
	takeShot,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let settings: Page;
let page: Page;

beforeAll(async () => {
	test = await startBrowser();
	settings = await test.openBehind("popup.html");
});
afterEach(async () => {
	await set({});
	await page.close();
});
afterAll(() => test.close());

/** Stores these settings, and the defaults of all others. */
const set = (changed: Record<string, unknown>) =>
	settings.evaluate(async (stored) => {
		const { storage } = (globalThis as unknown as { chrome: typeof import("wxt/browser").browser }).chrome;
		await storage.local.set({ settings: { isOn: true, salt: "", offSiteHashes: [], ...stored } });
	}, changed);

const open = async (path: string, size?: { width: number; height: number }) => {
	page = await test.newPage(size);
	await page.goto(`${server.origin}/${path}`);
};
const reads = (name = "symptom-present") =>
	until(async () => {
		const size = await page.evaluate((wanted) => CSS.highlights.get(wanted)?.size ?? 0, name);
		return size > 0 && size;
	}, `"${name}" is drawn`);
/** Longer than any card of these tests takes. */
const LONG_MS = 1_200;
const staysClosed = async () => {
	await pause(LONG_MS);
	expect(await isCardOpen(page)).toBe(false);
};

describe("a card opens", () => {
	it("only by a click, where the reader has set that", async () => {
		await set({ opensOn: "click" });
		await open("practice.html");
		await reads();
		await hover(page, "lip twitching");
		await staysClosed();

		const { x, y } = await placeOf(page, "lip twitching");
		await page.mouse.click(x, y);

		await until(() => cardText(page), "the card opens");
	});

	it("only with the Alt key held down, where the reader has set that", async () => {
		await set({ opensOn: "key" });
		await open("practice.html");
		await reads();
		await hover(page, "lip twitching");
		await staysClosed();

		await page.keyboard.down("Alt");

		await until(() => cardText(page), "the card opens");
		await page.keyboard.up("Alt");
		expect(await isCardOpen(page)).toBe(true);
	});

	it("as late as the reader has set", async () => {
		await set({ dwellMs: 5_000 });
		await open("practice.html");
		await reads();

		await hover(page, "lip twitching");

		await staysClosed();
	});

	it("while the pointer takes a slow way to it over other terms, and stays the same", async () => {
		await open("practice.html");
		await reads();
		await hover(page, "lip twitching");
		const text = await until(() => cardText(page), "the card opens");
		const { x, y } = await placeOf(page, "lip twitching");

		for (let step = 1; step <= 12; step++) {
			await page.mouse.move(x + step, y + step * 2);
			await pause(100);
		}

		expect((await cardText(page))?.slice(0, 40)).toBe(text.slice(0, 40));
	});
});

// Firefox's driver has no touch screen: the events that it makes have no `pointerType`.
describe.skipIf(browserKind === "firefox")("under a finger", () => {
	const touched = { width: 390, height: 800 };
	const openTouched = async () => {
		page = await test.newPage(touched);
		await page.setViewport({ ...touched, hasTouch: true, isMobile: false });
		await page.goto(`${server.origin}/practice.html`);
		await reads();
	};

	it("a tap opens a sheet along the edge of the window, which never covers the tapped line", async () => {
		await openTouched();
		const { x, y } = await placeOf(page, "lip twitching");

		await page.touchscreen.tap(x, y);

		await until(() => cardText(page), "the sheet opens");
		const box = await page.evaluate(() => {
			const { left, top, width, bottom } = (document.querySelector(":popover-open") as Element).getBoundingClientRect();
			return { left, top, width, bottom };
		});
		const term = await placeOf(page, "lip twitching");
		expect(box).toMatchObject({ left: 0, width: touched.width });
		expect(term.y < box.top || term.y > box.bottom).toBe(true);
		await takeShot(page, "card-sheet");
		await pressInCard(page, "Close").catch(() => undefined);
		await page.touchscreen.tap(200, 20);
		await until(async () => !(await isCardOpen(page)), "a tap beside it closes it");
	});

	it("scrolling with the finger on a term opens nothing", async () => {
		await openTouched();
		const { x, y } = await placeOf(page, "lip twitching");

		await page.touchscreen.touchStart(x, y);
		for (let step = 1; step <= 10; step++) await page.touchscreen.touchMove(x, y - step * 8);
		await page.touchscreen.touchEnd();

		await staysClosed();
	});
});

describe("underlined is", () => {
	it("only the first mention of a symptom in each section, where the reader has set that", async () => {
		await open("sections.html");
		await until(async () => (await underlined(page)).length === 6, "all six are underlined");

		await set({ mentions: "first" });

		await until(async () => (await underlined(page)).length === 3, "one in each section is left");
		expect(await page.evaluate(() => [...document.querySelectorAll("p")].length)).toBe(6);
	});

	it("no more in a paragraph than the reader has set", async () => {
		await set({ mostInParagraph: 1 });
		await open("practice.html");
		const few = await reads();
		await set({});

		await until(async () => (await reads()) > few, "all come back");
	});

	it("no symptom that the reader knows", async () => {
		await open("practice.html");
		await until(async () => (await underlined(page)).includes("lip twitching"), "it is underlined");

		await set({ hiddenSymptoms: ["lip-twitching"] });

		await until(async () => {
			const words = await underlined(page);
			return words.length > 0 && !words.includes("lip twitching");
		}, "it is not, others are");
	});

	it("in the style that the reader has set, and nothing is drawn with none", async () => {
		await set({ underline: "marker" });
		await open("practice.html");
		await reads("symptom-present-marker");
		await takeShot(page, "underline-marker");

		await set({ underline: "none" });

		await until(() => page.evaluate(() => CSS.highlights.size === 0), "nothing is drawn");
		await until(async () => {
			// The page is being read anew.
			await hover(page, "lip twitching");
			await pause(500);
			return cardText(page);
		}, "the card opens all the same");
		expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
	});
});

describe("a page is read", () => {
	it("only if it is about health, where the reader has set that", async () => {
		await set({ pages: "health" });
		await open("novel.html");
		await pause(LONG_MS);
		expect(await underlined(page)).toEqual([]);
		await page.goto(`${server.origin}/practice.html`);

		await reads();
	});

	it("only when asked, where the reader has set that", async () => {
		await set({ pages: "asked" });
		await open("practice.html");
		await pause(LONG_MS);
		expect(await underlined(page)).toEqual([]);

		await settings.evaluate(async () => {
			const { tabs } = (globalThis as unknown as { chrome: typeof import("wxt/browser").browser }).chrome;
			for (const { id } of await tabs.query({})) {
				await tabs.sendMessage(id as number, { type: "readPage" }).catch(() => undefined);
			}
		});

		await reads();
	});

	it("not during a pause, and by itself after it", async () => {
		await set({ pausedUntil: Date.now() + 3_000 });
		await open("practice.html");
		await pause(500);
		expect(await underlined(page)).toEqual([]);

		await reads();
	});
});
