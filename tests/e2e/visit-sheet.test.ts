import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import { type SavedRow, seedDiary, seedSaved } from "./saved-rows";
import { browserKind, press, startBrowser, type TestBrowser, takeShot, textOf, typeInto, until } from "./test-browser";

let test: TestBrowser;
let sheet: Page;

afterEach(() => test.close());

const REPLY = `${"This is a calm sentence about what was asked, as a doctor wrote it. ".repeat(20)}The end of it.`;
const ROWS: SavedRow[] = ["one", "two", "three"].map((id, index) => ({
	id,
	title: `Question ${id}: is a twitching lip usual when I drink a lot of coffee?`,
	reply: REPLY,
	note: `My note to ${id}`,
	sentence: "My lip has been twitching since Monday, mostly in the morning.",
	pageTitle: "A forum about lips",
	pageUrl: `https://forum.example/threads/${id}?page=2`,
	savedAt: Date.UTC(2026, 5, 3 - index),
}));

/** Opens the library with saved answers, selects all, and presses "Visit sheet". */
async function openSheet(options: { isDark?: boolean } = {}): Promise<void> {
	test = await startBrowser(options);
	const library = await test.openBehind("library.html");
	await library.bringToFront();
	await until(async () => (await textOf(library)).includes("Nothing saved yet."), "the list is read");
	await seedSaved(library, ROWS);
	await until(async () => (await library.$(".saved-bulk input").catch(() => null)) !== null, "the list is shown");
	await library.click(".saved-bulk > label input");
	await press(library, "Visit sheet");
	sheet = await until(() => findSheet("What I read"), "the sheet is open");
	await sheet.setViewport({ width: 900, height: 1_100 });
}

/** Opens a sheet of what was logged, from the diary. */
async function openLogged(): Promise<void> {
	test = await startBrowser();
	const diary = await test.openBehind("library.html#diary");
	await until(async () => (await textOf(diary)).includes("Nothing logged yet."), "the diary is read");
	const day = 86_400_000;
	await seedDiary(diary, [
		{ id: "a", symptomId: "lip-twitching", at: Date.now() - day, minutes: 5, strength: 2, note: "after coffee" },
		{ id: "b", symptomId: "lip-twitching", at: Date.now() - 40 * day, minutes: null, strength: null, note: "older" },
		{ id: "c", symptomId: "tremor", at: Date.now() - 2 * day, minutes: 90, strength: 4, note: "in the hands" },
	]);
	await until(async () => (await diary.$(".diary-symptom").catch(() => null)) !== null, "the diary is shown");
	await press(diary, "Put it on a visit sheet");
	sheet = await until(() => findSheet("What I logged"), "the sheet is open");
}

async function findSheet(words: string): Promise<Page | undefined> {
	for (const page of await test.browser.pages()) {
		// A tab that is just being opened changes its document, and Firefox answers for none meanwhile.
		const text = await page
			.evaluate(() => (location.pathname === "/visit.html" ? document.body.innerText : ""))
			.catch(() => "");
		if (text.includes(words)) return page;
	}
	return undefined;
}

const sheetText = () => sheet.$eval(".visit-sheet", (article) => (article as HTMLElement).innerText);

describe("the visit sheet", () => {
	it("has what was chosen, what the reader wants to ask, and the addresses in words", async () => {
		await openSheet();
		await typeInto(sheet, ".visit-choices textarea", "Is it the coffee?\nShould I come back?");

		const text = await sheetText();
		expect(text.split("\n").filter((line) => /^(?:Name|Doctor|Date):/.test(line))).toHaveLength(3);
		expect(text).toContain("Is it the coffee?");
		expect(text).toContain("Should I come back?");
		for (const id of ["one", "two", "three"]) {
			expect(text).toContain(`Question ${id}`);
			expect(text).toContain(`My note to ${id}`);
			expect(text).toContain(`https://clinic.example/answers/${id}`);
			expect(text).toContain(`https://forum.example/threads/${id}?page=2`);
		}
		expect(text).toContain("Dr. Ada Example · Neurology · Clinic · replied Mar 1, 2025");
		expect(text).not.toContain("The end of it.");
		await takeShot(sheet, "visit");
	});

	it("leaves out what the reader does not want on it, and keeps the questions when it is loaded anew", async () => {
		await openSheet();
		await typeInto(sheet, ".visit-choices textarea", "Is it the coffee?");
		await sheet.evaluate(() => {
			for (const box of document.querySelectorAll<HTMLElement>(".visit-choices > .visit-switch input")) box.click();
		});
		expect(await sheetText()).not.toContain("My note to one");
		expect(await sheetText()).toContain("The end of it.");
		await press(sheet, "3 answers on the sheet");
		await press(sheet, "Leave out");
		await until(async () => !(await sheetText()).includes("Question one"), "the first is left out");
		await sheet.evaluate(() => location.reload());
		await until(async () => (await sheetText().catch(() => "")).includes("Question two"), "it is loaded anew");

		expect(await sheetText()).toContain("Is it the coffee?");
		expect(await sheetText()).not.toContain("Question one");
		await sheet.evaluate(() => history.back());
		await until(async () => (await sheetText()).includes("Question one"), "Back brings it back");
	});

	it("says how many of what was chosen have room on it, and fills up as some are left out", async () => {
		const many = Array.from({ length: 102 }, (_, index) => ({ id: `n${index}`, title: `Question number ${index}.` }));
		test = await startBrowser();
		const library = await test.openBehind("library.html");
		await until(async () => (await textOf(library)).includes("Nothing saved yet."), "the list is read");
		await seedSaved(library, many);
		sheet = await test.openBehind(`visit.html#${many.map(({ id }) => id).join(",")}`);
		await until(async () => (await textOf(sheet)).includes("The first 100 of the 102 that you chose"), "it says so");
		expect(await sheetText()).not.toContain("Question number 100.");

		await press(sheet, "100 answers on the sheet");
		await takeShot(sheet, "visit-many");
		await press(sheet, "Leave out");
		await until(async () => (await sheetText()).includes("Question number 100."), "the next one moves up");
		await press(sheet, "Leave out");
		await until(async () => (await sheetText()).includes("Question number 101."), "and so does the last");
		expect(await textOf(sheet)).not.toContain("that you chose are on the sheet");
	});

	it("can be printed with nothing chosen, as lines to write on", async () => {
		test = await startBrowser();
		sheet = await test.openBehind("visit.html");
		await until(async () => (await textOf(sheet)).includes("No saved answer is chosen."), "it says so");

		expect(await sheet.$$eval(".visit-questions li", (lines) => lines.length)).toBe(3);
		expect(await sheetText()).not.toContain("What I read");
	});

	it("has what was logged, of the symptoms and days that the reader wants on it", async () => {
		await openLogged();
		await sheet.setViewport({ width: 900, height: 1_400 });

		for (const words of ["after coffee", "older", "in the hands", "1 h 30 min"])
			expect(await sheetText()).toContain(words);
		await takeShot(sheet, "visit-diary");
		expect(await brokenRules(sheet)).toEqual([]);
		await sheet.select(".visit-diary-choices select", "30");
		expect(await sheetText()).not.toContain("older");
		await press(sheet, "Tremor: 1 episode");
		expect(await sheetText()).not.toContain("in the hands");
		expect(await sheetText()).toContain("after coffee");
	});

	it("keeps every weekday of the calendar on one line, on half a screen and on A4 without its margins", async () => {
		await openLogged();
		for (const width of [640, 673]) {
			await sheet.setViewport({ width, height: 1_400 });
			const heights = await sheet.$$eval(".diary-calendar tbody th", (days) =>
				days.map((day) => day.getBoundingClientRect().height),
			);

			expect(heights).toHaveLength(2 * 7);
			// A line and a half of the sheet's smallest letters.
			expect(Math.max(...heights)).toBeLessThan(28);
		}
	});

	// Only Chromium lets a test see what is printed.
	it.runIf(browserKind === "chromium")("prints three answers on one page of A4, and no control", async () => {
		await openSheet({ isDark: true });
		await typeInto(sheet, ".visit-choices textarea", "Is it the coffee?\nShould I come back?\nWhat else could help?");

		const pdf = Buffer.from(await sheet.pdf({ preferCSSPageSize: true })).toString("latin1");
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
		await sheet.emulateMediaType("print");
		const shown = await sheet.evaluate(
			() =>
				[...document.querySelectorAll("button, input, textarea, h1")].filter((each) => each.checkVisibility()).length,
		);
		expect(shown).toBe(0);
		expect(await sheet.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(28, 36, 39)");
		// A4 without its margins, in pixels.
		await sheet.setViewport({ width: 673, height: 1_017 });
		await takeShot(sheet, "visit-printed");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the visit sheet in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow", async () => {
		await openSheet({ isDark });
		await press(sheet, "3 answers on the sheet");
		expect(await brokenRules(sheet)).toEqual([]);
		await sheet.setViewport({ width: 320, height: 900 });
		expect(await brokenRules(sheet)).toEqual([]);
		await takeShot(sheet, `visit-narrow-${theme}`);
	});
});
