// Long because its rules share one imported library and the ways to act on its list.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	chooseOption,
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

const COUNT = 3_000;

let test: TestBrowser;
let library: Page;
let folder: string;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "lens-browse-"));
});
afterEach(async () => {
	await test.close();
	rmSync(folder, { recursive: true });
});

const pad = (number: number) => String(number).padStart(4, "0");

/** Records of 7 sites, 150 doctors, 5 specialties and 10 years; one in 50 is about the zygomatic bone. */
const records = Array.from({ length: COUNT }, (_, index) =>
	JSON.stringify({
		id: `r${index}`,
		question: `Question ${pad(index)}: ${index % 50 === 7 ? "does the zygomatic bone ache" : "is a stiff elbow usual"}?`,
		answer: `It is calm, number ${index}. ${"More of it. ".repeat(20)}`,
		site: `site-${index % 7}.example`,
		doctor: `Doctor${pad(index % 150)} Example`,
		specialty: ["Neurology", "Surgery", "Dentistry", "Radiology", "Paediatrics"][index % 5],
		repliedOn: `${2010 + (index % 10)}-0${1 + (index % 9)}-1${index % 8}`,
	}),
).join("\n");

async function openLibrary(options: { isDark?: boolean; width?: number } = {}): Promise<void> {
	test = await startBrowser(options);
	library = await test.openBehind("library.html#answers");
	await library.bringToFront();
	await library.setViewport({ width: options.width ?? 1_000, height: 900 });
	await until(async () => /\d+ answers/.test(await statusOf()), "the answers that came with the product are listed");
}

async function importRecords(): Promise<void> {
	const path = join(folder, "clinic.jsonl");
	writeFileSync(path, records);
	await openSection(library, "packs");
	const input = (await library.$('input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
	await input?.uploadFile(path);
	await until(async () => (await textOf(library)).includes("“clinic” is ready"), "the pack is imported");
	await openSection(library, "answers");
	await choose("Pack", "clinic");
	await shows("3,000 answers");
}

const statusOf = () =>
	library.evaluate(() => document.querySelector(".answer-list-status [role=status]")?.textContent ?? "");
const shows = (status: string) => until(async () => (await statusOf()) === status, `the list says “${status}”`);

/** The titles of the rows that exist, in their order on the screen. */
const rows = () =>
	library.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>(".answer-scroller li")]
			.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
			.map((row) => row.querySelector(".answer-row")?.firstElementChild?.textContent ?? ""),
	);
const firstRow = (title: string) => until(async () => (await rows())[0]?.startsWith(title), `“${title}” comes first`);

const choose = (label: string, option: string) => chooseOption(library, label, option);

const optionsOf = (label: string) =>
	library.evaluate((wanted) => {
		const labelled = [...document.querySelectorAll("label")].find(({ textContent }) => textContent === wanted);
		return labelled?.control instanceof HTMLSelectElement ? [...labelled.control.options].map(({ text }) => text) : [];
	}, label);

const focusedTitle = () => library.evaluate(() => document.activeElement?.firstElementChild?.textContent ?? "");

/** What stays the same from one look to the next: for 150 ms after a key the list puts the row where it belongs. */
async function settled(look: () => Promise<number>): Promise<number> {
	let before = await look();
	return until(async () => {
		await pause(300);
		const now = await look();
		const isSettled = now === before;
		before = now;
		return isSettled && now;
	}, "nothing moves");
}

describe("the list of all answers", () => {
	it("is filtered and sorted, and every option says what it would leave", async () => {
		await openLibrary();
		await importRecords();

		await choose("Sort by", "Title, A to Z");
		await firstRow("Question 0000");
		expect(await optionsOf("Specialty")).toEqual([
			"All",
			"Dentistry (600)",
			"Neurology (600)",
			"Paediatrics (600)",
			"Radiology (600)",
			"Surgery (600)",
		]);
		await choose("Specialty", "Dentistry");
		await shows("600 answers");
		await choose("Site", "site-3.example");
		await firstRow("Question 0017");
		await shows("86 answers");
		expect(await optionsOf("Year")).toEqual(["All", "2017 (43)", "2012 (43)"]);
		await choose("Year", "2012");
		await shows("43 answers");
		await choose("Sort by", "Newest first");
		await takeShot(library, "library-browse-filtered");
		await press(library, "Clear filters");
		await until(async () => Number((await statusOf()).replace(/\D/g, "")) > COUNT, "all packs are listed again");
	});

	it("finds a doctor by a name that is typed wrongly, with the keyboard alone", async () => {
		await openLibrary();
		await importRecords();

		await library.focus("input[role=combobox]");
		await library.keyboard.type("docter0042 exmple");
		await until(async () => (await library.$$("[role=option]")).length > 0, "names are suggested");
		expect(await brokenRules(library)).toEqual([]);
		await takeShot(library, "library-browse-names");
		await library.keyboard.press("ArrowDown");
		await library.keyboard.press("Enter");

		await shows("20 answers");
		expect(await library.$eval("input[role=combobox]", (field) => (field as HTMLInputElement).value)).toBe(
			"Doctor0042 Example",
		);
	});

	it("is scrolled to its end with some dozens of rows in the page, and tells where each stands", async () => {
		await openLibrary();
		await importRecords();
		await choose("Sort by", "Title, A to Z");
		await firstRow("Question 0000");

		for (const share of [0.3, 0.6, 1, 1]) {
			await library.evaluate((part) => {
				const scroller = document.querySelector(".answer-scroller");
				scroller?.scrollTo(0, scroller.scrollHeight * part);
			}, share);
			await until(async () => (await rows()).at(-1)?.startsWith("Question"), "rows are read");
		}
		await until(async () => (await rows()).at(-1)?.startsWith("Question 2999"), "the last row is there");

		expect((await rows()).length).toBeLessThan(60);
		expect(
			await library.evaluate(() =>
				Math.max(...[...document.querySelectorAll(".answer-scroller li")].map((row) => Number(row.ariaPosInSet))),
			),
		).toBe(COUNT);
	});

	it("is gone through with the arrow keys, and opens an answer where it stands", async () => {
		await openLibrary();
		await importRecords();
		await choose("Sort by", "Title, A to Z");
		await firstRow("Question 0000");

		await library.focus(".answer-row");
		await library.keyboard.press("ArrowDown");
		await until(async () => (await focusedTitle()).startsWith("Question 0001"), "the focus goes down");
		await library.keyboard.press("End");
		await until(async () => (await focusedTitle()).startsWith("Question 2999"), "the focus is on the last row");
		await library.keyboard.press("ArrowUp");
		await until(async () => (await focusedTitle()).startsWith("Question 2998"), "the focus goes up");
		const topOf = () => library.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? 0));
		const before = await settled(topOf);
		await library.keyboard.press("Enter");
		expect(before).toBeLessThan(900);
		await until(async () => (await textOf(library)).includes("It is calm, number 2998."), "the answer is open");
		expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(1);
		await takeShot(library, "library-browse-open");

		await library.keyboard.press("Home");
		await until(async () => (await focusedTitle()).startsWith("Question 0000"), "the focus is on the first row");
		await library.keyboard.press("Enter");
		await until(async () => (await textOf(library)).includes("It is calm, number 0."), "another one is open as well");
		await press(library, "Save");
		await until(
			async () => /Saved/.test(await library.$eval(".answer-row", ({ textContent }) => textContent ?? "")),
			"the row says that it is saved",
		);
		await openSection(library, "saved");
		await until(async () => (await library.$$(".saved-answer")).length === 1, "it is on the list");
	});

	it("is searched within the filters, and says so when nothing is close", async () => {
		await openLibrary();
		await importRecords();
		await choose("Site", "site-0.example");
		await typeInto(library, '[name="browse-text"]', "zygomatic bone");

		await until(async () => /^The \d+ closest answers$/.test(await statusOf()), "answers are found");
		await until(async () => (await rows()).every((title) => title.includes("zygomatic")), "they are about it");
		expect(await statusOf()).toBe("The 9 closest answers");
		await takeShot(library, "library-browse-search");
		await typeInto(library, '[name="browse-text"]', "xyzzy quux");
		await shows("Nothing close to that. Try other words, or fewer.");
		await press(library, "Clear filters");
		await until(async () => /^3,\d+ answers$/.test(await statusOf()), "all are listed again");
	});

	it("follows the packs: switched off, an answer is not listed, and without any pack the list says why", async () => {
		await openLibrary();
		await importRecords();
		const switchPacks = async (isOn: boolean) => {
			await openSection(library, "packs");
			await library.$$eval(
				".pack input[type=checkbox]",
				(boxes, wanted) => {
					for (const box of boxes as HTMLInputElement[]) if (box.checked !== wanted) box.click();
				},
				isOn,
			);
			const isSwitched = () =>
				library.$$eval(
					".pack input[type=checkbox]",
					(boxes, wanted) => (boxes as HTMLInputElement[]).every(({ checked }) => checked === wanted),
					isOn,
				);
			await until(isSwitched, "the packs are switched");
			await openSection(library, "answers");
		};

		await switchPacks(false);
		await shows("There is nothing to list. Switch a pack on under “Answer packs”, or add one.");
		await takeShot(library, "library-browse-empty");
		await switchPacks(true);
		await choose("Pack", "clinic");
		await shows("3,000 answers");
		await openSection(library, "packs");
		await press(library, "Remove");
		await press(library, "Remove the pack");
		await until(async () => (await library.$$(".pack")).length === 1, "the pack is gone");
		await openSection(library, "answers");
		await until(async () => /^\d{3} answers$/.test(await statusOf()), "those of the product are left");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the list in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow, closed and open", async () => {
		await openLibrary({ isDark });
		expect(await brokenRules(library)).toEqual([]);
		await library.evaluate(() => document.querySelector("main h2")?.scrollIntoView());
		await takeShot(library, `library-browse-${theme}`);

		await library.setViewport({ width: 320, height: 900 });
		await library.evaluate(() => document.querySelector<HTMLElement>(".answer-row")?.click());
		await until(async () => (await library.$(".answer-scroller .answer")) !== null, "an answer is open");
		expect(await brokenRules(library)).toEqual([]);
		await library.evaluate(() => document.querySelector("main h2")?.scrollIntoView());
		await takeShot(library, `library-browse-narrow-${theme}`);
		await library.evaluate(() => document.querySelector(".answer-scroller")?.scrollIntoView());
		await takeShot(library, `library-browse-narrow-list-${theme}`);
	});
});
