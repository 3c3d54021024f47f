import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import { type Shown, type Surface, surfaces } from "./surfaces";
import { pause, startBrowser, type TestBrowser } from "./test-browser";
import { serveTestPages } from "./test-pages";

/** `npm run screenshots` puts them into the documentation; a test run throws them away. */
const isForDocs = process.env.SCREENSHOTS === "1";
const shotFolder = join(import.meta.dirname, "../..", isForDocs ? "docs/screenshots" : "test-results/surfaces");

/** WCAG 1.4.10: a window of 1280 by 1024 pixels that is magnified four times. */
const NARROW = { width: 320, height: 700 };
const MAGNIFIED = { width: 320, height: 256 };

const server = serveTestPages();
let test: TestBrowser;

beforeAll(async () => {
	mkdirSync(shotFolder, { recursive: true });
});
afterEach(() => test.close());

/** What sticks out sideways: nobody reads a line by scrolling to and fro. Tables may scroll in a region of their own. */
const tooWide = ({ surface }: Shown) =>
	surface.evaluate(() => {
		const isTooWide = ({ left, right }: DOMRect) => left < -1 || right > innerWidth + 1;
		return [...document.querySelectorAll("body *")]
			.filter((element) => element.checkVisibility() && !element.closest(".visually-hidden, .diary-table"))
			.filter((element) => isTooWide(element.getBoundingClientRect()))
			.map((element) => element.outerHTML.slice(0, 100));
	});

/** Controls smaller than WCAG 2.5.8 allows, but for words and links in running text. */
const tooSmall = ({ surface }: Shown) =>
	surface.evaluate(() =>
		[
			...document.querySelectorAll<HTMLElement>(
				"button:not(.term), summary, select, input:not([type=radio], [type=checkbox])",
			),
		]
			.filter((control) => control.checkVisibility() && !control.closest(".visually-hidden"))
			.filter((control) => {
				const { width, height } = control.getBoundingClientRect();
				return width < 24 || height < 24;
			})
			.map((control) => control.outerHTML.slice(0, 100)),
	);

async function shoot(page: Page, name: string): Promise<void> {
	await page.bringToFront();
	await pause(250);
	await page.screenshot({ path: join(shotFolder, `${name}.png`) });
}

/** The same surface in a window of another size. A card is opened anew: where it goes is a matter of the window. */
async function inWindow(size: Surface["wide"], { open }: Surface, { page, surface }: Shown): Promise<Shown> {
	if (surface !== page) {
		await page.close();
		return open(test, server, size);
	}
	await page.setViewport(size);
	return { page, surface };
}

const expectFit = async (shown: Shown) => {
	expect(await tooWide(shown)).toEqual([]);
	expect(await brokenRules(shown.surface)).toEqual([]);
};

describe.each(surfaces.filter(({ isSkipped }) => !isSkipped))("$name", (each) => {
	const { name, wide, open } = each;

	it("breaks no rule of WCAG 2.2 AA, at 320 pixels, magnified by 400 % and from right to left neither", async () => {
		test = await startBrowser();
		let shown = await open(test, server, wide);
		expect(await brokenRules(shown.surface)).toEqual([]);
		expect(await tooSmall(shown)).toEqual([]);
		await shoot(shown.page, `${name}-light`);

		shown = await inWindow(NARROW, each, shown);
		await expectFit(shown);
		await shoot(shown.page, `${name}-narrow`);

		shown = await inWindow(MAGNIFIED, each, shown);
		await expectFit(shown);
		if (!isForDocs) await shoot(shown.page, `${name}-magnified`);
		await shown.surface.evaluate(() => {
			document.documentElement.dir = "rtl";
		});
		expect(await tooWide(shown)).toEqual([]);
	});

	it.each([
		["dark", { isDark: true }],
		["forced colours", { forcesColours: true }],
	])("breaks no rule of WCAG 2.2 AA in %s", async (theme, options) => {
		test = await startBrowser(options);
		const shown = await open(test, server, wide);

		expect(await brokenRules(shown.surface)).toEqual([]);
		if (theme === "dark" || !isForDocs) await shoot(shown.page, `${name}-${theme.replace(" ", "-")}`);
	});
});
