import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import { openSection, startBrowser, type TestBrowser, takeShot, until } from "./test-browser";

let test: TestBrowser;

beforeAll(async () => {
	test = await startBrowser();
});
afterAll(() => test.close());

const heading = (library: Page) => library.$eval("main > h2", ({ textContent }) => textContent);
const sectionNames = (library: Page) =>
	library.$$eval(".section-nav a", (links) => links.map((link) => link.getAttribute("href")?.slice(1) ?? ""));

describe("the library page", () => {
	it("shows the saved answers first, and where its address names no section of it", async () => {
		for (const address of ["library.html", "library.html#no-such-section"]) {
			const library = await test.openBehind(address);
			expect(await heading(library)).toBe("Saved answers");
			expect(await library.title()).toBe("Saved answers · Symptom Lens");
			await library.close();
		}
	});

	it("goes from section to section by the keyboard: title, mark and focus follow, and Back goes back", async () => {
		const library = await test.openBehind("library.html");
		await library.bringToFront();
		await library.focus('.section-nav a[href="#packs"]');
		await library.keyboard.press("Enter");

		await until(async () => (await heading(library)) === "Answer packs", "the section is shown");
		expect(await library.title()).toBe("Answer packs · Symptom Lens");
		expect(await library.$$eval("[aria-current=page]", (links) => links.map(({ textContent }) => textContent))).toEqual(
			["Answer packs"],
		);
		expect(await library.evaluate(() => document.activeElement?.textContent)).toBe("Answer packs");
		await library.evaluate(() => history.back());
		await until(async () => (await heading(library)) === "Saved answers", "the section before is back");
		await library.close();
	});

	it("fits a window of 320 pixels in every section, and breaks no rule of WCAG 2.2 AA", async () => {
		const library = await test.openBehind("library.html");
		await library.setViewport({ width: 320, height: 900 });
		for (const name of await sectionNames(library)) {
			await openSection(library, name);
			expect(await brokenRules(library), name).toEqual([]);
		}
		await takeShot(library, "library-sections-narrow");
		await library.close();
	});
});
