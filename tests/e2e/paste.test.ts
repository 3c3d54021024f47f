import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	openSection,
	placeOf,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	underlined,
	until,
} from "./test-browser";

const LETTER = `Dear patient,

Thank you for coming. You told us that for two weeks your upper lip has been twitching, and that you sleep badly. You also had a headache.

There is no muscle weakness, and your speech is normal. I think the lip twitching comes from tiredness.`;

let test: TestBrowser;
let library: Page;

beforeEach(async () => {
	test = await startBrowser();
	library = await test.openBehind("library.html#paste");
	await library.bringToFront();
});
afterEach(() => test.close());

/** Copies a text elsewhere and pastes it into the field. Chromium inserts a long text by script line by line, for minutes. */
const paste = async (text: string) => {
	await library.evaluate((copied) => {
		const source = document.createElement("textarea");
		source.value = copied;
		document.body.append(source);
		source.select();
		document.execCommand("copy");
		source.remove();
		const field = document.querySelector("textarea");
		field?.focus();
		field?.select();
	}, text);
	await library.keyboard.down("Control");
	// Chromium's driver takes keys for characters unless it is told what they do.
	await library.keyboard.press("v", { commands: ["Paste"] });
	await library.keyboard.up("Control");
};
const shows = (words: string) => until(async () => (await textOf(library)).includes(words), `it says “${words}”`);
const nameOfCard = () =>
	library.evaluate(() => document.querySelector(".card-layer:not([hidden]) .symptom-card h1")?.textContent);
const isFound = () => until(async () => (await underlined(library)).length > 0, "words are marked");

describe("a pasted letter", () => {
	it("is marked, and its symptoms are listed with what the letter says of them", async () => {
		await paste(LETTER);
		await isFound();

		expect(await underlined(library)).toContain("lip twitching");
		expect(await underlined(library, "denied")).toContain("muscle weakness");
		const list = await library.$eval(".found-terms", (one) => (one as HTMLElement).innerText);
		expect(list).toMatch(/Lip twitching/);
		expect(list).toMatch(/muscle weakness\s+The text says this is not present/);
		await takeShot(library, "paste");
	});

	it("is explained with the keyboard alone, and the focus comes back when the card is closed", async () => {
		await paste(LETTER);
		await isFound();
		const nameOfFocus = () => library.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
		await library.focus("textarea");
		await until(async () => {
			await library.keyboard.press("Tab");
			return (await nameOfFocus()).includes("lip twitching");
		}, "Tab leads to the word");
		const opener = await nameOfFocus();
		await library.keyboard.press("Enter");
		await shows("What it is");
		await until(async () => (await nameOfFocus()) === "Lip twitching", "the focus is on the card's heading");
		await shows("Summary in our own words");
		await takeShot(library, "paste-card");
		await library.keyboard.press("Escape");

		await until(async () => (await library.$(".symptom-card")) === null, "the card is closed");
		expect(await nameOfFocus()).toBe(opener);
	});

	it("has the whole card: its menu closes before it does, and a symptom opened from it leads back to the very place", async () => {
		await paste(LETTER);
		await isFound();
		await press(library, "lip twitching");
		await shows("Related symptoms");
		await press(library, "More");
		await shows("Copy this card");
		await takeShot(library, "paste-card-menu");
		await library.keyboard.press("Escape");
		await until(async () => (await library.$(".card-menu")) === null, "the menu is closed");
		expect(await library.$(".symptom-card")).not.toBeNull();

		await press(library, "Eyelid twitching");
		await until(async () => (await nameOfCard()) === "Eyelid twitching", "the other card is open");
		await takeShot(library, "paste-card-second");
		await press(library, "Back");
		await until(async () => (await nameOfCard()) === "Lip twitching", "the first card is back");
		const focused = () => library.evaluate(() => document.activeElement?.textContent);
		await until(async () => (await focused()) === "Eyelid twitching", "the focus is on what was pressed");
	});

	it("is explained where its words are pressed, and nowhere else", async () => {
		await paste(LETTER);
		await isFound();
		const thanks = await placeOf(library, "Thank you");
		await library.mouse.click(thanks.x, thanks.y);
		const { x, y } = await placeOf(library, "the lip twitching comes");
		await library.mouse.click(x, y);

		await shows("What it is");
		expect(await library.$$eval(".symptom-card h1", (all) => all.map(({ textContent }) => textContent))).toEqual([
			"Lip twitching",
		]);
	});

	it("leaves nothing behind when it is cleared, or when the reader looks elsewhere", async () => {
		await paste(LETTER);
		await isFound();
		await press(library, "Clear");
		await until(async () => (await library.$(".paste-result")) === null, "it is gone");
		expect(await library.evaluate(() => CSS.highlights.size)).toBe(0);
		await paste(LETTER);
		await isFound();
		await openSection(library, "saved");
		await openSection(library, "paste");

		expect(await library.$eval("textarea", (field) => (field as HTMLTextAreaElement).value)).toBe("");
		const kept = (await library.evaluate("chrome.storage.local.get().then(JSON.stringify)")) as string;
		expect(kept).not.toContain("twitching");
	});

	it("that tells of an emergency has a card that leads with it", async () => {
		await paste(
			"Hello,\n\nI have had chest pain for an hour. It feels tight and spreads to my left arm, and I am sweating.",
		);
		await isFound();
		await press(library, "chest pain");

		await shows("This text describes chest pain");
	});

	it("in another language, or without symptoms, is said to hold none", async () => {
		await paste("Das Wetter ist heute schön, und wir gehen in den Wald, um Pilze zu suchen.");

		await shows("No symptom was found in this text.");
	});
});

describe("a text file", () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "lens-paste-"));
	});
	afterEach(() => rmSync(folder, { recursive: true }));
	const pick = async (name: string, content: string | Uint8Array) => {
		writeFileSync(join(folder, name), content);
		const input = (await library.$(".paste input[type=file]")) as ElementHandle<HTMLInputElement> | null;
		await input?.uploadFile(join(folder, name));
	};

	it("is read like a pasted text", async () => {
		await pick("letter.txt", LETTER);

		await isFound();
	});

	it("that is none is refused in plain words", async () => {
		await pick("letter.txt", "%PDF-1.7\u0000\u0001");

		await shows("This is not a text file. Open it, copy its text and paste it here.");
	});
});

it("a text of 200,000 characters is read without the page standing still, and what is longer is said to be cut", async () => {
	await library.evaluate(() => {
		const scope = window as unknown as { frames: number[] };
		scope.frames = [];
		const frame = (time: number) => {
			scope.frames.push(time);
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	});
	await paste(`${LETTER}\n\n`.repeat(800));
	await shows("Only the first 200,000 characters were read.");

	expect((await underlined(library)).length).toBeGreaterThan(1_000);
	expect(await library.evaluate(() => (window as unknown as { frames: number[] }).frames.length)).toBeGreaterThan(3);
	await takeShot(library, "paste-long");
});

describe.each([
	["light", false],
	["dark", true],
])("a pasted text in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow, with a card open", async () => {
		await test.close();
		test = await startBrowser({ isDark });
		library = await test.openBehind("library.html#paste");
		await library.bringToFront();
		await paste(LETTER);
		await isFound();
		await press(library, "lip twitching");
		await shows("What it is");
		for (const width of [1_200, 320]) {
			await library.setViewport({ width, height: 900 });
			expect(await brokenRules(library)).toEqual([]);
			await takeShot(library, `paste-${width}-${theme}`);
		}
	});
});
