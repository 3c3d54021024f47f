import type { KeyInput, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	browserKind,
	cardText,
	findCardFrame,
	hover,
	isCardOpen,
	pause,
	placeOf,
	startBrowser,
	type TestBrowser,
	takeShot,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeAll(async () => {
	test = await startBrowser();
});
beforeEach(async () => {
	page = await test.newPage({ width: 1_800, height: 900 });
	await page.goto(`${server.origin}/practice.html`);
});
afterEach(() => page.close());
afterAll(() => test.close());

async function openCard(words = "lip twitching"): Promise<void> {
	await until(async () => (await underlined(page)).includes(words), `"${words}" is underlined`);
	await hover(page, words);
	await until(() => cardText(page), "the card opens");
	await until(async () => (await handle()) !== undefined, "its corner can be taken");
}

/** The card on the page, in pixels of the window. */
const card = () =>
	page.evaluate(() => {
		const host = document.querySelector(":popover-open") as Element;
		const { left, top, right, bottom, width, height } = host.getBoundingClientRect();
		return { left, top, right, bottom, width, height };
	});

/** The middle of the corner by which it is drawn, in pixels of the window. */
async function handle(): Promise<{ x: number; y: number } | undefined> {
	const frame = await findCardFrame(page);
	const inside = await frame?.evaluate(() => {
		const box = document.querySelector(".resize-handle")?.getBoundingClientRect();
		return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	});
	const { left, top } = await card();
	return inside && { x: left + inside.x, y: top + inside.y };
}

/** A hand that draws: pixels at a time, and milliseconds from one to the next, so that the card is under it again. */
const STEP = 5;
const STEP_MS = 100;

/** Presses a key on the corner. Firefox's driver presses keys in the page alone, never in a frame of another process. */
async function pressOnHandle(key: string): Promise<void> {
	const frame = await findCardFrame(page);
	await frame?.evaluate(
		(pressed) => {
			const corner = document.querySelector<HTMLElement>(".resize-handle");
			corner?.focus();
			if (pressed) corner?.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
		},
		browserKind === "firefox" ? key : "",
	);
	if (browserKind === "chromium") await page.keyboard.press(key as KeyInput);
}

async function drag(dx: number, dy: number): Promise<void> {
	const from = (await handle()) as { x: number; y: number };
	await page.mouse.move(from.x, from.y, { steps: 3 });
	await page.mouse.down();
	// Slowly: a hand may run ahead of the card, but what a test moves is not captured by the frame it was pressed in.
	const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / STEP);
	for (let step = 1; step <= steps; step++) {
		await page.mouse.move(from.x + (dx * step) / steps, from.y + (dy * step) / steps);
		await pause(STEP_MS);
	}
	await page.mouse.up();
}

const hasSize = (width: number, height: number) =>
	until(async () => {
		const now = await card();
		return Math.abs(now.width - width) <= 1 && Math.abs(now.height - height) <= 1;
	}, `the card is ${width} by ${height}`);

/** The next test begins with it. */
async function bringUsualBack(): Promise<void> {
	await pressOnHandle("Home");
	await hasSize(392, 460);
	const frame = await findCardFrame(page);
	const keptSize = async () => {
		const { storage } = (
			globalThis as unknown as {
				chrome: { storage: { local: { get: () => Promise<{ cardPreferences?: { cardSize: unknown } }> } } };
			}
		).chrome;
		return (await storage.local.get()).cardPreferences?.cardSize ?? null;
	};
	await until(async () => (await frame?.evaluate(keptSize)) === null, "that is kept");
}

describe("a card", () => {
	it("is drawn larger at its corner, stays open, and the next card has that size", async () => {
		await openCard();
		const before = await card();

		await drag(120, -60);
		await hasSize(before.width + 120, before.height - 60);
		await page.mouse.move(20, 880, { steps: 3 });
		await pause(700);
		expect(await isCardOpen(page)).toBe(true);
		await takeShot(page, "card-resized");
		await page.keyboard.press("Escape");
		await page.close();

		page = await test.newPage({ width: 1_800, height: 900 });
		await page.goto(`${server.origin}/practice.html`);
		await openCard("slurred speech");
		await hasSize(before.width + 120, before.height - 60);
	});

	it("has its size changed by arrow keys, and Home brings the usual one back", async () => {
		await openCard();
		const before = await card();

		await pressOnHandle("ArrowLeft");
		await pressOnHandle("ArrowDown");
		await hasSize(before.width - 24, before.height + 24);
		await bringUsualBack();
		const frame = await findCardFrame(page);
		expect(frame && (await brokenRules(frame))).toEqual([]);
	});

	it("that stands above its term grows upwards and never covers the line", async () => {
		await page.evaluate(() => {
			document.body.style.paddingTop = "650px";
		});
		await openCard();
		const line = await placeOf(page, "lip twitching");
		const before = await card();
		expect(before.bottom).toBeLessThan(line.y);

		await drag(40, -50);

		await hasSize(before.width + 40, before.height + 50);
		const after = await card();
		expect(after.bottom).toBeCloseTo(before.bottom, 0);
		await takeShot(page, "card-resized-above");
		await bringUsualBack();
	});

	it("is made large by a press of its corner, for who cannot drag, and of the usual size by another", async () => {
		await openCard();
		const at = (await handle()) as { x: number; y: number };
		await page.mouse.click(at.x, at.y);
		await until(async () => (await card()).width > 500, "it is large");

		// The frame follows a moment later, and with it the corner.
		await until(async () => {
			const [corner, { right, bottom }] = [await handle(), await card()];
			return corner !== undefined && corner.x > right - 24 && corner.y > bottom - 24;
		}, "its corner is there again");
		await pause(300);
		const again = (await handle()) as { x: number; y: number };
		await page.mouse.click(again.x, again.y);
		await hasSize(392, 460);
		await bringUsualBack();
	});

	it("at the right edge of the window grows to the left", async () => {
		await page.evaluate(() => {
			document.body.style.cssText = "margin: 0 0 0 auto; max-width: 24rem";
		});
		await openCard("fasciculation");
		const before = await card();
		expect(before.right).toBeGreaterThan(1_770);

		await drag(-50, 30);
		await hasSize(before.width + 50, before.height + 30);
		expect((await card()).right).toBeCloseTo(before.right, 0);
		await bringUsualBack();
	});

	it("cannot be drawn too small to read, or out of the window", async () => {
		await openCard();

		for (let press = 0; press < 20; press++) {
			await pressOnHandle("ArrowLeft");
			await pressOnHandle("ArrowUp");
		}
		await hasSize(280, 240);
		for (let press = 0; press < 40; press++) {
			await pressOnHandle("ArrowRight");
			await pressOnHandle("ArrowDown");
		}

		await until(async () => (await card()).width > 500, "it grows");
		const { right, bottom } = await card();
		expect(right).toBeLessThanOrEqual(1_800);
		expect(bottom).toBeLessThanOrEqual(900);
	});
});
