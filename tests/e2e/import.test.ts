import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectNoBrokenRules } from "./broken-rules";
import {
	focusedText,
	openSection,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	typeInto,
	until,
} from "./test-browser";

let test: TestBrowser;
let library: Page;
let folder: string;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "lens-import-"));
	test = await startBrowser();
	library = await test.openBehind("library.html#packs");
	await shows("Answers that came with Symptom Lens");
});
afterEach(async () => {
	await test.close();
	rmSync(folder, { recursive: true });
});

const shows = (words: string, page = library) =>
	until(async () => (await textOf(page)).includes(words), `it says “${words}”`);

async function pick(name: string, content: string, page = library): Promise<void> {
	const path = join(folder, name);
	writeFileSync(path, content);
	const input = (await page.$('input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
	await input?.uploadFile(path);
}

const records = (count: number, word = "zygomatic") =>
	Array.from({ length: count }, (_, index) =>
		JSON.stringify({
			id: `r${index}`,
			question: `What is ${word} number ${index}?`,
			answer: `It is ${"calm ".repeat(200)}.`,
		}),
	).join("\n");

describe("an imported pack", () => {
	it("is listed, found by the search, and gone when it is removed", async () => {
		await pick("clinic.jsonl", `${records(3)}\n{"question":"Alone?","answer":""}\n{"question":5,"answer":"x"}\n`);
		await shows("“clinic” is ready: 3 answers.");
		const text = await textOf(library);

		expect(text).toContain("1 question without an answer was left out.");
		expect(text).toContain("1 record could not be used.");
		expect(text).toContain("question must be text");
		await takeShot(library, "library-import-done");
		const popup = await test.openBehind("popup.html");
		await typeInto(popup, "#query", "zygomatic number 2");
		await shows("What is zygomatic number 2?", popup);
		await press(library, "Close");
		await press(library, "Remove");
		await until(async () => (await focusedText(library)) === "Keep it", "the focus is on the safe answer");
		await takeShot(library, "library-pack-remove");
		await press(library, "Keep it");
		await until(async () => (await focusedText(library)) === "Remove", "the focus is where it was");
		await press(library, "Remove");
		await press(library, "Remove the pack");
		await until(async () => !(await textOf(library)).includes("clinic"), "the pack is gone");
	});

	it("is given another name, or keeps the one it has", async () => {
		await pick("clinic.jsonl", records(1));
		await shows("“clinic” is ready: 1 answer.");
		const namesOfPacks = () => library.$$eval(".pack h3", (names) => names.map(({ textContent }) => textContent));

		await press(library, "Rename");
		await until(() => library.evaluate(() => document.activeElement?.matches("[name=name]")), "the name can be typed");
		await library.keyboard.type("surgery");
		await press(library, "Cancel");
		await until(async () => (await focusedText(library)) === "Rename", "the focus is where it was");
		expect(await namesOfPacks()).toContain("clinic");

		await press(library, "Rename");
		await typeInto(library, "[name=name]", "surgery");
		await press(library, "Keep this name");
		await until(async () => (await namesOfPacks()).includes("surgery"), "it has the new name");
		expect(await focusedText(library)).toBe("Rename");
	});

	it("of a table asks which column holds what", async () => {
		await pick("faq.csv", "Frage,Antwort,doctor\nWhat is zygomatic?,A bone of the cheek.,Example\n");
		await shows("Which column holds what?");
		await takeShot(library, "library-import-columns");
		await library.select('select[name="question"]', "Frage");
		await library.select('select[name="answer"]', "Antwort");
		await press(library, "Import");

		await shows("“faq” is ready: 1 answer.");
	});

	it("can hold markup and scripts in every field, which stay words", async () => {
		const hostile = (field: string) => `<img src=x onerror="window.wasRun=1"><script>wasRun=1</script>${field}`;
		const fields = ["site", "doctor", "specialty", "hospital", "background"];
		const answer = {
			...Object.fromEntries(fields.map((field) => [field, hostile(field)])),
			question: hostile("zygomatic question"),
			answer: hostile("zygomatic reply"),
			url: "https://example.org/1",
		};
		const pack = {
			...{ id: "hostile", name: hostile("pack"), version: "1", date: "2024-01-31" },
			...{ origin: hostile("origin"), licence: hostile("licence") },
			answers: [answer, { ...answer, url: "javascript:wasRun=1" }, { ...answer, [hostile("key")]: 1, answer: 5 }],
		};
		const staysWords = async (page: Page, words: string[]) => {
			const text = await page.evaluate(() => document.body.textContent);
			expect(words.filter((word) => !text?.includes(hostile(word)))).toEqual([]);
			expect(await page.$$eval("#root :is(img, script, iframe, a[href^=javascript])", (all) => all.length)).toBe(0);
			expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
		};
		await pick(`${encodeURIComponent("<img src=x>")}.json`, JSON.stringify(pack));
		await shows("” is ready: ");

		const popup = await test.openBehind("popup.html");
		await typeInto(popup, "#query", "zygomatic");
		await press(popup, answer.question);
		await press(popup, "Save");
		await staysWords(library, ["pack", "origin", "licence"]);
		await openSection(library, "saved");
		await shows("zygomatic question", library);
		await staysWords(library, ["zygomatic question"]);
		await openSection(library, "answers");
		await typeInto(library, "input[name=browse-text]", "zygomatic");
		await until(
			() =>
				library.evaluate(() => {
					const row = document.querySelector<HTMLElement>(".answer-row");
					if (row?.textContent?.includes("zygomatic") && row.ariaExpanded !== "true") row.click();
					return document.querySelector(".answer-item")?.textContent?.includes("zygomatic reply");
				}),
			"the answer is opened in the list",
		);

		await staysWords(library, ["zygomatic question", "zygomatic reply", "doctor", "background"]);
		await staysWords(popup, ["zygomatic question", "zygomatic reply", "doctor", "specialty", "hospital", "background"]);
	});

	it("that is cancelled leaves nothing behind", async () => {
		await pick("large.jsonl", records(40_000));
		await shows("Reading “large”…");
		await press(library, "Cancel");

		await shows("Cancelled. Nothing was kept.");
		expect(await textOf(library)).not.toContain("Origin: large.jsonl");
	});

	it("whose page is closed half-way leaves nothing behind, and the reader is told", async () => {
		await pick("large.jsonl", records(40_000));
		await until(async () => /[1-9][\d,.]* answers read/.test(await textOf(library)), "it has begun");
		await library.close();
		library = await test.openBehind("library.html#packs");

		await shows("The import of “large” was interrupted. Nothing of it was kept.");
		expect(await textOf(library)).not.toContain("Origin: large.jsonl");
		await press(library, "I understand");
		await until(async () => !(await textOf(library)).includes("was interrupted"), "it is not said again");
	});

	it("that was exported is the same pack when it is imported again", async () => {
		await pick("clinic.jsonl", records(1_200));
		await shows("“clinic” is ready: 1,200 answers.");
		await press(library, "Close");
		const exported = await fileExportedOf("clinic");
		await press(library, "Remove");
		await press(library, "Remove the pack");
		await until(async () => !(await textOf(library)).includes("clinic"), "the pack is gone");

		await pick("elsewhere.json", exported);

		await shows("“clinic” is ready: 1,200 answers.");
		await press(library, "Close");
		expect(await fileExportedOf("clinic")).toBe(exported);
	});
});

describe.each([
	["light", false],
	["dark", true],
])("packs in the %s theme", (theme, isDark) => {
	it("break no rule of WCAG 2.2 AA, wide and narrow, with a report of what could not be used", async () => {
		await test.close();
		test = await startBrowser({ isDark });
		library = await test.openBehind("library.html#packs");
		await shows("Answers that came with Symptom Lens");
		await pick("clinic.jsonl", `${records(3)}\n{"question":5,"answer":"x"}\nno JSON at all\n`);
		await shows("“clinic” is ready: 3 answers.");
		await press(library, "Rename");
		await expectNoBrokenRules(library, ".packs", "packs", theme);
	});
});

/** What the browser is given to save when a pack is exported. */
async function fileExportedOf(packName: string): Promise<string> {
	await library.evaluate(() => {
		const files: Blob[] = [];
		Object.assign(window, { files });
		const { createObjectURL } = URL;
		URL.createObjectURL = (file) => {
			files.push(file as Blob);
			return createObjectURL.call(URL, file);
		};
		// A download would open a window of the browser.
		HTMLAnchorElement.prototype.click = () => undefined;
	});
	const pressExport = () =>
		library.evaluate((name) => {
			const packs = [...document.querySelectorAll(".pack")];
			const item = packs.find((pack) => pack.querySelector("h3")?.textContent === name);
			const button = [...(item?.querySelectorAll("button") ?? [])].find(({ textContent }) => textContent === "Export");
			button?.click();
			return button !== undefined;
		}, packName);
	await until(pressExport, "the pack is listed");
	const textOfFile = () => library.evaluate(() => (window as unknown as { files: Blob[] }).files[0]?.text());
	return until(textOfFile, "the file is written");
}
