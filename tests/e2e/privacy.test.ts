import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import { openSection, press, startBrowser, type TestBrowser, takeShot, textOf, typeInto, until } from "./test-browser";

let test: TestBrowser;
let library: Page;

beforeEach(async () => {
	test = await startBrowser();
	await saveAnAnswer();
	library = await test.openBehind("library.html#privacy");
	await library.setViewport({ width: 1_000, height: 1_400 });
	await shows("Saved answers");
});
afterEach(() => test.close());

const shows = (words: string) => until(async () => (await textOf(library)).includes(words), `it says “${words}”`);

async function saveAnAnswer(): Promise<void> {
	const popup = await test.openBehind("popup.html");
	await typeInto(popup, "#query", "lip twitching");
	await press(popup, "Persistent twitching above the upper left lip");
	await press(popup, "Save");
	await until(async () => (await popup.$(".saved-answer")) !== null, "it is on the list");
	await popup.close();
}

/** What the page says of a kind of stored things. */
const said = (kind: string) =>
	library.evaluate((wanted) => {
		const rows = [...document.querySelectorAll<HTMLElement>(".stored li")];
		return rows.find((row) => row.querySelector("strong")?.textContent === wanted)?.querySelector("p")?.textContent;
	}, kind);
const saysOf = (kind: string, words: RegExp) =>
	until(async () => words.test((await said(kind)) ?? ""), `of “${kind}” it says ${words}`);

async function deleteKind(kind: string): Promise<void> {
	await press(library, `Delete: ${kind}`);
	await until(async () => (await library.$(".two-step")) !== null, "it asks first");
	expect(await library.evaluate(() => document.activeElement?.textContent)).toBe("Keep");
	await press(library, "Delete for good");
}

async function importPack(name: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "lens-privacy-"));
	const path = join(folder, `${name}.jsonl`);
	writeFileSync(path, JSON.stringify({ question: "What is a zygomatic bone?", answer: "A bone of the cheek." }));
	const input = (await library.$('input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
	await input?.uploadFile(path);
	await shows(`“${name}” is ready: 1 answer.`);
	rmSync(folder, { recursive: true });
}

describe("the privacy page", () => {
	it("says how much of each kind is stored, and why each permission is there", async () => {
		await saysOf("Saved answers", /^1 answer, about [\d.]+ kB$/);
		await saysOf("Answers that came with Symptom Lens", /^1 pack, about \d+ kB$/);
		await saysOf("Symptom diary", /^none$/);
		const text = await textOf(library);
		const permissions = (await library.evaluate("chrome.runtime.getManifest().permissions")) as string[];

		expect(await library.$$eval(".facts dd", (reasons) => reasons.length)).toBe(permissions.length + 1);
		expect(text).toContain("It sends nothing.");
		expect(text).toContain("Private windows");
	});

	it("keeps what the reader decides to keep", async () => {
		await press(library, "Delete: Saved answers");
		await press(library, "Keep");

		await saysOf("Saved answers", /^1 answer/);
		expect(await library.evaluate(() => document.activeElement?.ariaLabel)).toBe("Delete: Saved answers");
	});

	it("deletes one kind and leaves the others; the list is empty, not lost", async () => {
		await deleteKind("Saved answers");

		await shows("Deleted: Saved answers.");
		await saysOf("Saved answers", /^none$/);
		await saysOf("Answers that came with Symptom Lens", /^1 pack/);
		await openSection(library, "saved");
		await shows("Nothing saved yet.");
	});

	it("deletes everything: list, settings and the mark of a lost list, and says that it is done", async () => {
		await openSection(library, "settings");
		await library.select(".emergency-number select", "112");
		await openSection(library, "privacy");
		await saysOf("Settings", /^\d groups?/);
		await deleteKind("Everything");

		await shows("Done. Everything was deleted.");
		await saysOf("Settings", /^as they came$/);
		await saysOf("Saved answers", /^none$/);
		await takeShot(library, "privacy-deleted");
		expect(await library.evaluate("chrome.storage.local.get().then((all) => Object.keys(all).join())")).toBe("");
		await openSection(library, "saved");
		await shows("Nothing saved yet.");
		await openSection(library, "answers");
		await until(async () => /\d+ answers/.test(await textOf(library)), "the product's own answers come back");
	});
});

describe("deleting everything", () => {
	it("takes the packs along, in the list of packs too", async () => {
		await openSection(library, "packs");
		await importPack("clinic");
		await openSection(library, "privacy");
		await saysOf("Packs you added, and answers you kept from pages", /^1 pack/);
		await deleteKind("Everything");
		await shows("Done. Everything was deleted.");

		await openSection(library, "packs");
		await shows("Answers that came with Symptom Lens");
		expect(await library.$$eval(".pack h3", (names) => names.map(({ textContent }) => textContent))).toEqual([
			"Answers that came with Symptom Lens",
		]);
	});
});

describe("the about page", () => {
	it("names versions, the day of the content, its sources, and every library with its licence", async () => {
		await openSection(library, "about");
		await shows("Content as of");
		const text = await textOf(library);

		expect(text).toMatch(/Version\s+\d+\.\d+\.\d+/);
		expect(text).toMatch(/nhs\.uk \([\d,]+ statements\)/);
		expect(text).toMatch(/react-dom \d[\d.]*, MIT/);
		expect(text).toMatch(/scheduler \d[\d.]*, MIT/);
		await takeShot(library, "about");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("privacy and about in the %s theme", (theme, isDark) => {
	it("break no rule of WCAG 2.2 AA, wide and narrow", async () => {
		await test.close();
		test = await startBrowser({ isDark });
		await saveAnAnswer();
		library = await test.openBehind("library.html#privacy");
		await saysOf("Saved answers", /^1 answer/);
		await press(library, "Delete: Everything");
		for (const section of ["privacy", "about"]) {
			await openSection(library, section);
			for (const width of [1_000, 320]) {
				await library.setViewport({ width, height: 1_400 });
				expect(await brokenRules(library)).toEqual([]);
				await takeShot(library, `${section}-${width}-${theme}`);
			}
		}
	});
});
