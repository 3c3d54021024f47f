import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	cardText,
	hover,
	isCardOpen,
	pause,
	placeOf,
	startBrowser,
	type TestBrowser,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

/** Content on hover or focus, as WCAG 2.2 has it in 1.4.13: https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus */

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeAll(async () => {
	test = await startBrowser();
});
afterEach(() => page.close());
afterAll(() => test.close());

/** No timer of ours is this long, in milliseconds: what is still there then is there for good. */
const LONG_MS = 11_000;

const boxOfCard = () =>
	page.evaluate(() => {
		const { left, top, right, bottom } = (document.querySelector(":popover-open") as Element).getBoundingClientRect();
		return { left, top, right, bottom };
	});

describe.each([
	["an ordinary window", { width: 1_000, height: 800 }],
	["a window of 320 pixels", { width: 320, height: 640 }],
	["a window magnified by 400 %", { width: 320, height: 256 }],
])("the card that hovering opens, in %s,", (_, size) => {
	async function openCard(): Promise<{ x: number; y: number }> {
		page = await test.newPage(size);
		if (size.height < 300) await page.setViewport({ ...size, deviceScaleFactor: 4 });
		await page.goto(`${server.origin}/practice.html`);
		await until(async () => (await underlined(page)).includes("lip twitching"), "the words are underlined");
		await page.evaluate(() => {
			const heading = document.querySelector("h1") as HTMLElement;
			heading.tabIndex = -1;
			heading.focus({ preventScroll: true });
			Object.assign(window, { escapes: 0 });
			addEventListener("keydown", ({ key }) => {
				if (key === "Escape") (window as unknown as { escapes: number }).escapes++;
			});
		});
		const place = await placeOf(page, "lip twitching");
		await pause(300);
		await hover(page, "lip twitching");
		await until(() => isCardOpen(page), "the card opens");
		return place;
	}
	const focused = () => page.evaluate(() => document.activeElement?.tagName);
	const escapes = () => page.evaluate(() => (window as unknown as { escapes: number }).escapes);

	it("is dismissed by Escape alone, which then is the page's own again", async () => {
		await openCard();
		expect(await focused()).toBe("H1");

		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(page)), "the card closes, though the pointer has not moved");
		expect(await focused()).toBe("H1");
		expect(await escapes()).toBe(0);
		await pause(800);
		expect(await isCardOpen(page)).toBe(false);

		await page.keyboard.press("Escape");
		expect(await escapes()).toBe(1);
	});

	it("stays while the pointer rests on the words, and while it rests on the card", async () => {
		const { x, y } = await openCard();
		await pause(LONG_MS);
		expect(await isCardOpen(page)).toBe(true);

		const { left, top, right, bottom } = await boxOfCard();
		const target = { x: (left + right) / 2, y: (top + bottom) / 2 };
		// On a slant and with rests, as a hand goes that reads on its way.
		for (const share of [0.3, 0.6, 1]) {
			await page.mouse.move(x + (target.x - x) * share, y + (target.y - y) * share, { steps: 4 });
			await pause(150);
		}
		await pause(LONG_MS);
		expect(await isCardOpen(page)).toBe(true);
		expect(await cardText(page)).toContain("Lip twitching");
		expect(await focused()).toBe("H1");
	});

	// Magnified by 400 %, neither above nor below the line there is room for a card that could be read.
	it.skipIf(size.height < 300)("never covers the line that is pointed at", async () => {
		const { x, y } = await openCard();
		const card = await boxOfCard();
		const line = await page.evaluate(
			(left, top) => {
				const range = document.createRange();
				range.selectNodeContents(document.caretPositionFromPoint(left, top)?.offsetNode as Node);
				const box = [...range.getClientRects()].find((rect) => rect.top <= top && top <= rect.bottom);
				return { top: box?.top ?? top, bottom: box?.bottom ?? top };
			},
			x,
			y,
		);

		expect(card.top >= line.bottom || card.bottom <= line.top).toBe(true);
	});
});

describe("the card that hovering opens", () => {
	it("waits until the pointer rests, and does not come where the page only scrolls under it", async () => {
		page = await test.newPage({ width: 1_000, height: 500 });
		await page.goto(`${server.origin}/practice.html`);
		await until(async () => (await underlined(page)).includes("lip twitching"), "the words are underlined");
		const { x, y } = await placeOf(page, "lip twitching");
		await page.mouse.move(x, y + 60, { steps: 3 });
		await pause(500);
		expect(await isCardOpen(page)).toBe(false);
		await page.evaluate(() => {
			document.body.style.minHeight = "3000px";
			scrollBy(0, -60);
			scrollBy(0, 60);
		});
		await page.mouse.wheel({ deltaY: 60 });
		await pause(900);

		expect(await isCardOpen(page)).toBe(false);
	});
});
