import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	cardText,
	focusedText,
	hover,
	openUnderlined,
	pause,
	placeOf,
	press,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeEach(async () => {
	test = await startBrowser();
	page = await test.newPage();
	await openUnderlined(page, `${server.origin}/practice.html`);
});
afterEach(() => test.close());

async function openCard(): Promise<void> {
	await page.bringToFront();
	await hover(page, "lip twitching");
	await until(async () => (await cardText(page))?.includes("Lip twitching"), "the card is open");
	// What is noted is noted when the card has come on show.
	await pause(500);
}

/** As if the symptom of the only look-up were known to another version of the extension alone. */
const retireLookUp = (where: Page) =>
	where.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		for (const { name = "" } of await indexedDB.databases()) {
			const database = await done(indexedDB.open(name));
			if (database.objectStoreNames.contains("lookUps")) {
				const lookUps = database.transaction("lookUps", "readwrite").objectStore("lookUps");
				const [lookUp] = await done(lookUps.getAll());
				await done(lookUps.clear());
				await done(lookUps.put({ ...lookUp, symptomId: "retired-symptom" }));
			}
			database.close();
		}
	});

async function turnOn(): Promise<Page> {
	const library = await test.openBehind("library.html#settings");
	await until(
		() =>
			library.evaluate(() => {
				const box = document.querySelector<HTMLInputElement>(".look-up-setting input");
				if (box && !box.checked) box.click();
				return box?.checked === true;
			}),
		"it is turned on",
	);
	return library;
}

describe("recent look-ups", () => {
	it("are not kept unless the reader has asked for it", async () => {
		await openCard();

		const popup = await test.openBehind("popup.html");
		await until(async () => (await textOf(popup)).includes("Saved answers"), "the popup is shown");
		expect(await textOf(popup)).not.toContain("Recent look-ups");
	});

	it("of a symptom that this version does not have says so, and leads back", async () => {
		const library = await turnOn();
		await openCard();
		await retireLookUp(library);
		const popup = await test.openBehind("popup.html");
		await press(popup, "retired-symptom");
		await until(
			async () => (await textOf(popup)).includes("Symptom Lens has no entry for this word."),
			"the popup says so",
		);
		expect(await brokenRules(popup)).toEqual([]);
		await takeShot(popup, "popup-unknown");
		await press(popup, "Back");

		await until(async () => (await textOf(popup)).includes("Recent look-ups"), "the list is back");
		// The browser itself notes that the package has no such file.
		expect(test.consoleErrors.splice(0).filter((error) => !error.includes("retired-symptom.json"))).toEqual([]);
	});

	it("show in popup and library once asked for, lead to the card, and are forgotten", async () => {
		const library = await turnOn();
		await openCard();

		const popup = await test.openBehind("popup.html");
		await until(async () => (await textOf(popup)).includes("Recent look-ups"), "the popup lists it");
		await takeShot(popup, "popup-look-ups");
		expect(await brokenRules(popup)).toEqual([]);
		await press(popup, "Lip twitching");
		await until(async () => (await textOf(popup)).includes("What it is"), "the card opens in the popup");
		await library.bringToFront();
		await until(async () => (await textOf(library)).includes("Recent look-ups"), "the library lists it");
		await library.evaluate(() => document.querySelector(".look-ups")?.scrollIntoView({ block: "center" }));
		expect(await brokenRules(library)).toEqual([]);
		await takeShot(library, "library-look-ups");
		await press(library, "Forget all");
		await until(async () => (await focusedText(library)) === "Keep them", "the focus is on the safe answer");
		expect(await textOf(library)).toContain("Forget this one?");
		await press(library, "Keep them");
		await until(async () => (await focusedText(library)) === "Forget all", "the focus is where it was");
		await press(library, "Forget all");
		await press(library, "Forget them");
		await until(async () => !(await textOf(library)).includes("Recent look-ups"), "all is forgotten");
	});

	it("hold no card that was only made ready: the pointer went on before it opened", async () => {
		await turnOn();
		await page.bringToFront();
		const { x, y } = await placeOf(page, "lip twitching");
		await page.mouse.move(x, y);
		await pause(200);
		await page.mouse.move(5, 5);
		await pause(800);
		expect(await cardText(page)).toBeUndefined();

		const popup = await test.openBehind("popup.html");
		await until(async () => (await textOf(popup)).includes("Saved answers"), "the popup is shown");
		await pause(300);
		expect(await textOf(popup)).not.toContain("Recent look-ups");
	});
});
