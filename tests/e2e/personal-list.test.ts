// Long because its rules share the ways to fill a personal list and to act on it.

import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import { type SavedRow, seedSaved } from "./saved-rows";
import {
	chooseOption,
	pause,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let library: Page;

afterEach(() => test.close());

const DAY_MS = 86_400_000;
const june = Date.UTC(2026, 5, 1);
const ROWS: SavedRow[] = [
	{ id: "lip", title: "Zinc and a lip that twitches", savedAt: june + 3 * DAY_MS, repliedOn: "2020-01-01" },
	{
		id: "eye",
		title: "An eyelid that jumps",
		savedAt: june + 2 * DAY_MS,
		specialty: "Ophthalmology",
		symptom: "eyelid-twitching",
		packId: "eyes",
	},
	{ id: "numb", title: "Numb fingers at night", savedAt: june + DAY_MS, repliedOn: "2026-01-01", tags: ["hands"] },
];

async function openLibrary(rows: SavedRow[], options: { isDark?: boolean; width?: number } = {}): Promise<void> {
	test = await startBrowser(options);
	library = await reopened();
	await library.setViewport({ width: options.width ?? 1_000, height: 900 });
	await seedSaved(library, rows);
	await until(async () => (await titles()).length > 0, "the list is shown");
}

async function reopened(): Promise<Page> {
	const page = await test.openBehind("library.html");
	await page.bringToFront();
	// The database is there when the first page has asked for it.
	await until(
		async () => (await page.$(".saved-answer")) || (await textOf(page)).includes("Nothing saved yet."),
		"the list is read",
	);
	return page;
}

const titles = (): Promise<string[]> =>
	library
		.evaluate(() => [...document.querySelectorAll(".saved-answer h3")].map(({ textContent }) => textContent ?? ""))
		.catch(() => []);
const showsTitles = (...wanted: string[]) =>
	until(
		async () => JSON.stringify(await titles()) === JSON.stringify(wanted.map((id) => titleOf(id))),
		`exactly these are shown: ${wanted}`,
	);
const titleOf = (id: string) => ROWS.find((row) => row.id === id)?.title ?? id;

/** Presses a control inside the row with this title. */
const pressIn = (id: string, name: string) =>
	until(
		() =>
			library.evaluate(
				(title, wanted) => {
					const row = [...document.querySelectorAll(".saved-answer")].find((each) => each.textContent?.includes(title));
					const control = [...(row?.querySelectorAll<HTMLElement>("button, a, input") ?? [])].find(
						(each) => each.textContent?.trim() === wanted || each.ariaLabel === wanted,
					);
					control?.click();
					return control !== undefined;
				},
				titleOf(id),
				name,
			),
		`"${titleOf(id)}" has a control "${name}"`,
	);

const choose = (label: string, option: string) => chooseOption(library, label, option);

const noteOf = (id: string) =>
	library.evaluate(
		(title) =>
			[...document.querySelectorAll(".saved-answer")]
				.find((each) => each.textContent?.includes(title))
				?.querySelector(".saved-note")?.textContent ?? "",
		titleOf(id),
	);
const tagsOf = (id: string) =>
	library.evaluate(
		(title) =>
			[
				...([...document.querySelectorAll(".saved-answer")]
					.find((each) => each.textContent?.includes(title))
					?.querySelectorAll(".tag") ?? []),
			].map(({ textContent }) => textContent ?? ""),
		titleOf(id),
	);

describe("a note", () => {
	it("is kept while it is typed, even if the tab is closed at once, and another page keeps the tags", async () => {
		await openLibrary(ROWS);
		await pressIn("numb", "Note and tags");
		await typeInto(library, ".note-field textarea", "Ask whether sleep position matters");
		await library.close();

		library = await reopened();
		await until(async () => (await noteOf("numb")) === "Ask whether sleep position matters", "the note is there");
		expect(await tagsOf("numb")).toEqual(["hands"]);
		await takeShot(library, "personal-note");
	});

	it("is not overwritten by the tags that a second page writes, and shows there", async () => {
		await openLibrary(ROWS);
		const first = library;
		const second = await reopened();
		library = second;
		await until(async () => (await titles()).length === 3, "the second page lists all");
		await pressIn("lip", "Note and tags");
		library = first;
		await library.bringToFront();
		await pressIn("lip", "Note and tags");
		await typeInto(library, ".note-field textarea", "First page");
		library = second;
		await library.bringToFront();
		await until(
			() => library.$eval(".note-field textarea", (field) => (field as HTMLTextAreaElement).value === "First page"),
			"the note shows in the other page",
		);
		await typeInto(library, ".tag-editor input", "june");
		await library.keyboard.press("Enter");
		await until(async () => (await tagsOf("lip")).join() === "june", "the tag is there");
		await pressIn("lip", "Note and tags");

		expect(await noteOf("lip")).toBe("First page");
	});
});

describe("tags", () => {
	it("are added with Enter and comma, taken off, and every change can be undone", async () => {
		await openLibrary(ROWS);
		await pressIn("eye", "Note and tags");
		await typeInto(library, ".tag-editor input", "visit june,");
		await until(async () => (await tagsOf("eye")).join() === "visit june", "the comma adds it");
		await library.keyboard.type("eyes");
		await library.keyboard.press("Enter");
		await until(async () => (await tagsOf("eye")).join() === "visit june,eyes", "Enter adds it");
		expect(await library.$$eval(".tag-editor datalist option", (all) => all.map((each) => each.value))).toEqual([
			"hands",
		]);
		await takeShot(library, "personal-tags");
		await pressIn("eye", "Take off the tag “visit june”");
		await until(async () => (await tagsOf("eye")).join() === "eyes", "it is taken off");
		await press(library, "Undo");
		await until(async () => (await tagsOf("eye")).join() === "eyes,visit june", "it is back");
	});

	it("are all changed, however quickly one change follows the other", async () => {
		await openLibrary([{ id: "numb", title: titleOf("numb"), savedAt: june, tags: ["hands", "arms"] }]);
		await pressIn("numb", "Note and tags");
		await library.$$eval(".tag button", (all) => {
			for (const button of all) (button as HTMLElement).click();
		});
		await until(async () => (await tagsOf("numb")).length === 0, "both are taken off");

		await library.focus(".tag-editor input");
		await library.keyboard.type("neck,back,");
		await until(async () => (await tagsOf("numb")).join() === "neck,back", "both are added");
	});
});

describe("the list", () => {
	it("is sorted, filtered and searched in notes, tags and titles, with accents or without", async () => {
		await openLibrary([
			...ROWS,
			{ id: "cafe", title: "Coffee", note: "Café, every day", savedAt: june, repliedOn: null },
		]);

		await showsTitles("lip", "eye", "numb", "Coffee");
		await choose("Sort by", "Title, A to Z");
		await showsTitles("eye", "Coffee", "numb", "lip");
		await choose("Sort by", "Newest reply first");
		await showsTitles("numb", "eye", "lip", "Coffee");
		await choose("Sort by", "Symptom, A to Z");
		await until(async () => (await titles())[0] === titleOf("eye"), "eyelids come before lips");
		await choose("Sort by", "Saved last first");
		await choose("Specialty", "Ophthalmology (1)");
		await showsTitles("eye");
		await press(library, "Clear filters");
		await choose("Tag", "hands (1)");
		await showsTitles("numb");
		await press(library, "Clear filters");
		await choose("Symptom", "Eyelid twitching (1)");
		await showsTitles("eye");
		await press(library, "Clear filters");
		await choose("Pack", "eyes (1)");
		await showsTitles("eye");
		await press(library, "Clear filters");
		await typeInto(library, "#query", "cafe");
		await showsTitles("Coffee");
		await typeInto(library, "#query", "hands");
		await showsTitles("numb");
		await typeInto(library, "#query", "xyzzy");
		await until(async () => (await textOf(library)).includes("No saved answer matches."), "nothing fits");
	});

	it("lets many be selected, tagged, removed and brought back", async () => {
		await openLibrary(ROWS);

		await pressIn("lip", `Select “${titleOf("lip")}”`);
		await pressIn("eye", `Select “${titleOf("eye")}”`);
		await until(async () => (await textOf(library)).includes("2 selected"), "two are selected");
		await typeInto(library, ".saved-bulk-actions input", "face");
		await takeShot(library, "personal-selected");
		await press(library, "Add tag");
		await until(async () => (await tagsOf("eye")).join() === "face", "the tag is added");
		expect(await tagsOf("lip")).toEqual(["face"]);
		expect(await textOf(library)).toContain("Added the tag “face” to 2 answers.");
		await press(library, "Undo");
		await until(async () => (await tagsOf("eye")).length === 0, "the tag is taken off again");

		await library.click(".saved-bulk > label input");
		await until(async () => (await textOf(library)).includes("3 selected"), "all are selected");
		await press(library, "Remove selected");
		await until(async () => (await titles()).length === 0, "all are gone");
		expect(await textOf(library)).toContain("Removed 3 answers.");
		await pause(500);
		await press(library, "Undo");
		await showsTitles("lip", "eye", "numb");
	});

	it("offers to merge a question that was saved twice, and takes that back", async () => {
		const twice = { title: "Is it coffee?", reply: "Perhaps." };
		await openLibrary([
			{ id: "one", ...twice, note: "First note", tags: ["a"], savedAt: june },
			{ id: "two", ...twice, note: "Second note", tags: ["b"], savedAt: june + DAY_MS, packId: "other" },
		]);

		await press(library, "1 question seems to be saved more than once");
		await takeShot(library, "personal-duplicates");
		await press(library, "Merge");
		await until(async () => (await titles()).length === 1, "one is left");
		await until(async () => (await noteOf("Is it coffee?")) === "First note\n\nSecond note", "with both notes");
		expect(await tagsOf("Is it coffee?")).toEqual(["a", "b"]);
		await press(library, "Undo");
		await until(async () => (await titles()).length === 2, "both are back");
		await until(async () => (await noteOf("Is it coffee?")) === "Second note", "each with its own note");
	});

	it("of thousands is scrolled with some dozens of rows in the page", async () => {
		const many = Array.from({ length: 2_000 }, (_, index) => ({
			id: `row-${index}`,
			title: `Row ${index}`,
			savedAt: june - index,
		}));
		await openLibrary(many);
		await until(async () => (await titles())[0] === "Row 0", "the newest comes first");

		for (const share of [0.5, 1, 1, 1]) {
			await library.evaluate((part) => {
				const scroller = document.querySelector(".saved-scroller");
				scroller?.scrollTo(0, scroller.scrollHeight * part);
			}, share);
			await pause(300);
		}
		await until(async () => (await titles()).includes("Row 1999"), "the last row is there");
		expect((await titles()).length).toBeLessThan(60);
		const popup = await test.openBehind("popup.html");
		await until(async () => (await textOf(popup)).includes("1,980 more in the library"), "the popup keeps it short");
	});
});

describe("the page of a saved answer", () => {
	const sentence = "I searched for lip twitching and read about fasciculation";

	it("is opened at the sentence, and the list says whether it still stands there", async () => {
		const pageUrl = `${server.origin}/practice.html`;
		await openLibrary([
			{ id: "there", title: "Still there", sentence, pageTitle: "Practice", pageUrl },
			{ id: "gone", title: "Not there", sentence: "This was here once.", pageTitle: "Changed", pageUrl },
			{ id: "away", title: "Away", sentence, pageTitle: "Closed", pageUrl: "http://localhost:9/closed.html" },
		]);
		const addresses = await library.$$eval(".saved-answer a[rel='noreferrer noopener']", (all) =>
			(all as HTMLAnchorElement[]).map(({ href }) => href),
		);
		expect(addresses).toContain(`${pageUrl}#:~:text=This%20was%20here%20once.`);

		await pressIn("Still there", "Practice");
		await until(async () => (await textOf(library)).includes("the sentence stands on the page."), "it is found");
		await pressIn("Not there", "Changed");
		await until(
			async () => (await textOf(library)).includes("the sentence is gone from the page."),
			"it is said to be gone",
		);
		expect(await textOf(library)).toContain("It is calm, gone.");
		await library.bringToFront();
		await takeShot(library, "personal-gone");
		await pressIn("Away", "Closed");
		await until(
			async () => (await textOf(library)).includes("the page could not be opened or read."),
			"it is said that the page cannot be opened",
		);
		expect(await textOf(library)).toContain("This is how it read when you saved it:");
	});
});

describe.each([
	["light", false],
	["dark", true],
])("the personal list in the %s theme", (theme, isDark) => {
	it("breaks no rule of WCAG 2.2 AA, wide and narrow, with everything open", async () => {
		const long = {
			id: "long",
			title: "Averylongwordwithoutanyspaceinsidewhichhastobebrokensomewhere and more of it",
			note: "A note\nwith two lines",
			tags: ["visit june", "a tag with many words in it to wrap"],
			sentence: "My lip twitches.",
			pageTitle: "A page",
			pageUrl: "https://example.org/",
		};
		await openLibrary([long, ...ROWS], { isDark });
		await pressIn(long.title, "Show the answer");
		await pressIn("eye", "Note and tags");
		await pressIn("eye", `Select “${titleOf("eye")}”`);
		await pressIn("numb", "Remove from your list");
		await until(async () => (await textOf(library)).includes("Removed “Numb"), "there is something to undo");
		expect(await brokenRules(library)).toEqual([]);
		await takeShot(library, `personal-${theme}`);

		await library.setViewport({ width: 320, height: 900 });
		await pause(300);
		expect(await brokenRules(library)).toEqual([]);
		await takeShot(library, `personal-narrow-${theme}`);
	});
});
