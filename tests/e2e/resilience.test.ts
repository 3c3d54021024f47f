// Long because its rules share the ways to take something from a page and to see what is left.

import type { Frame, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stopBackground } from "./stop-background";
import {
	browserKind,
	cardText,
	hover,
	isCardOpen,
	openUnderlined,
	pause,
	press,
	pressInCard,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeEach(async () => {
	test = await startBrowser();
	page = await test.newPage();
});
afterEach(() => test.close());

const open = async (path: string) => {
	await openUnderlined(page, `${server.origin}/${path}`);
};
const untilCardSays = (words: string) =>
	until(async () => (await cardText(page))?.includes(words), `the card says "${words}"`);

/** Whether the browser's own search finds words, also in a closed shadow root. */
const finds = (frame: Page | Frame, words: string) =>
	frame.evaluate(
		(wanted) => (window as unknown as { find: (...options: unknown[]) => boolean }).find(wanted, false, false, true),
		words,
	);

describe("while the stored answers are out of reach", () => {
	it("the card explains at once, says that it is looking, and shows the answers when they come", async () => {
		await open("practice.html");
		const library = await test.openBehind("library.html");
		await until(() => holdDatabase(library), "the database is held");

		await hover(page, "lip twitching");
		await untilCardSays("What it is");
		expect(await cardText(page)).toContain("Looking for answers…");
		await takeShot(page, "card-looking");
		await library.evaluate(() => {
			(window as unknown as { isHeld: boolean }).isHeld = false;
		});

		await hover(page, "lip twitching");
		await untilCardSays("Summary in our own words");
	});

	it("the card still explains when the database cannot be read, and says so in plain words", async () => {
		await open("practice.html");
		const library = await test.openBehind("library.html");
		await library.evaluate(
			() =>
				new Promise<void>((resolve, reject) => {
					// An upgrade that never ends leaves every later opening waiting for ever.
					const request = indexedDB.open("symptom-lens", 1_000_000);
					request.onerror = () => reject(request.error);
					request.onupgradeneeded = () => {
						const store = request.transaction?.objectStore("meta");
						const goOn = () => {
							if (store) store.count().onsuccess = goOn;
						};
						goOn();
						resolve();
					};
				}),
		);

		await hover(page, "lip twitching");

		await untilCardSays("The stored answers cannot be read right now. What this card explains still holds.");
		expect(await cardText(page)).toContain("What it is");
		await takeShot(page, "card-unreadable");
	});

	it("a list that the browser cleared is called lost, not empty, and the answers come back", async () => {
		await open("practice.html");
		await hover(page, "lip twitching");
		await untilCardSays("Summary in our own words");
		await pressInCard(page, "Save");
		await untilCardSays("Saved");
		const library = await test.openBehind("library.html");
		await until(async () => (await library.$(".saved-answer")) !== null, "the answer is on the list");
		await library.evaluate(
			() =>
				new Promise<void>((resolve, reject) => {
					const request = indexedDB.deleteDatabase("symptom-lens");
					request.onerror = () => reject(request.error);
					request.onsuccess = () => resolve();
				}),
		);

		const popup = await test.openBehind("popup.html");
		await until(async () => (await textOf(popup)).includes("Your saved answers are gone."), "the popup says so");
		await press(popup, "I understand");
		await until(async () => (await textOf(popup)).includes("Nothing saved yet."), "it is said once");
	});
});

describe("the page cannot", () => {
	it("switch the lens off by forging its messages", async () => {
		await open("practice.html");
		const id = new URL(test.extensionUrl("")).host;

		await page.evaluate((extensionId) => {
			for (const name of ["wxt:content-script-started", "wxt:locationchange"]) {
				document.dispatchEvent(
					new CustomEvent(`${extensionId}:content:${name}`, {
						detail: { contentScriptName: "content", messageId: "1" },
					}),
				);
				window.postMessage({ type: `${extensionId}:content:${name}`, contentScriptName: "content" }, "*");
			}
		}, id);
		await pause(300);
		await hover(page, "lip twitching");

		await untilCardSays("What it is");
	});

	it("open a card with events of its own making", async () => {
		await open("practice.html");

		await page.evaluate(() => {
			const word = [...document.querySelectorAll("p")].find((line) => line.textContent?.includes("lip twitching"));
			const box = word?.getBoundingClientRect();
			for (const type of ["pointermove", "mousemove", "click"]) {
				for (let x = 0; x < (box?.width ?? 0); x += 20) {
					word?.dispatchEvent(
						new PointerEvent(type, {
							bubbles: true,
							clientX: (box?.x ?? 0) + x,
							clientY: (box?.y ?? 0) + 40,
							detail: 1,
						}),
					);
				}
			}
		});
		await pause(800);

		expect(await isCardOpen(page)).toBe(false);
	});

	it("make the card show anything by opening its page directly", async () => {
		const card = await test.newPage();
		void card.goto(test.extensionUrl("card.html")).catch(() => undefined);
		await until(
			async () => (await card.evaluate(() => document.readyState).catch(() => "")) === "complete",
			"it has loaded",
		);
		await card.evaluate(() => {
			const { port2 } = new MessageChannel();
			window.postMessage("symptom-lens-card", "*", [port2]);
		});
		await pause(300);

		// Firefox counts the white space of a page that it has not drawn yet.
		expect((await textOf(card)).trim()).toBe("");
	});
});

describe("the lens", () => {
	it("works above an open modal dialog", async () => {
		await open("dialog.html");

		await hover(page, "hand tremor");
		await untilCardSays("What it is");
		await pressInCard(page, "Keep this card open");
		await page.mouse.move(5, 5, { steps: 3 });
		await pause(700);

		expect(await isCardOpen(page)).toBe(true);
	});

	// Chromium keeps the card's frame out of pages with this header; Firefox lets it in.
	it.runIf(browserKind === "chromium")("shows the text of the card where the page keeps its frame out", async () => {
		await open("isolated.html");

		await hover(page, "lip twitching");

		for (const words of ["A lip twitch is a small", "Call your local emergency number now if:", "from the toolbar"]) {
			await until(() => finds(page, words), `the text of the card says “${words}”`);
		}
		expect(await page.evaluate(() => document.querySelectorAll("iframe").length)).toBe(0);
		await takeShot(page, "card-plain");
		await page.keyboard.press("Escape");
		expect(await isCardOpen(page)).toBe(false);
	});

	it("shows the text of the card in a frame in which no script may run", async () => {
		page = await test.newPage();
		await page.goto(`${server.origin}/sandboxed.html`);
		const frame = await until(async () => page.frames()[1], "the frame is there");
		await until(async () => (await underlined(frame)).length > 0, "its terms are underlined");
		const { x, y } = await page.evaluate(() => {
			const { left, top } = (document.querySelector("iframe") as Element).getBoundingClientRect();
			return { x: left + 40, y: top + 30 };
		});

		await page.mouse.move(x - 3, y);
		await page.mouse.move(x, y, { steps: 3 });

		await until(() => finds(frame, "A lip twitch is a small"), "the text of the card is shown");
	});

	it.runIf(browserKind === "firefox")("shows the card on a page that is isolated from others", async () => {
		await open("isolated.html");

		await hover(page, "lip twitching");

		await untilCardSays("What it is");
	});

	it("keeps what is said in a card on a page without encryption", async () => {
		await openUnderlined(page, `${server.insecureOrigin}/practice.html`);
		expect(await page.evaluate(() => isSecureContext)).toBe(false);
		await hover(page, "lip twitching");
		await untilCardSays("Log this");
		await pressInCard(page, "Log this");
		await untilCardSays("Save to diary");
		await pressInCard(page, "Save to diary");
		await untilCardSays("Logged in your diary.");
		await pressInCard(page, "I know this word");
		await untilCardSays("will not be marked any more");
		await page.keyboard.press("Escape");

		await until(async () => !(await underlined(page)).includes("lip twitching"), "the word is not marked");
	});

	// Firefox keeps its background page; there is no worker to stop.
	it.runIf(browserKind === "chromium")("finds answers after the browser has stopped its background", async () => {
		await open("practice.html");
		// A worker stopped while it is still being installed is a broken installation, not one that fell asleep.
		await hover(page, "lip twitching");
		await untilCardSays("Summary in our own words");
		await page.keyboard.press("Escape");
		await stopBackground(test);

		await hover(page, "eyelid twitching");

		await untilCardSays("Summary in our own words");
	});

	// A reload of a temporary add-on cannot be asked for from a Firefox page.
	it.runIf(browserKind === "chromium")("leaves no trace on an open page when the extension is updated", async () => {
		await open("practice.html");
		const library = await test.openBehind("library.html");
		await library.evaluate("chrome.runtime.reload()").catch(() => undefined);
		await pause(1_000);

		await page.bringToFront();
		await page.mouse.move(300, 300, { steps: 4 });
		await hover(page, "lip twitching");

		await until(async () => (await page.evaluate(() => CSS.highlights.size)) === 0, "the underlines are gone");
		expect(await page.evaluate(() => document.querySelector("[popover]"))).toBeNull();
	});
});

/** Keeps every table of the database locked until `isHeld` becomes false; true once it is. */
async function holdDatabase(library: Page): Promise<boolean> {
	return library.evaluate(
		() =>
			new Promise<boolean>((resolve) => {
				const scope = window as unknown as { isHeld: boolean };
				const request = indexedDB.open("symptom-lens");
				request.onerror = () => resolve(false);
				request.onsuccess = () => {
					const tables = [...request.result.objectStoreNames];
					if (tables.length === 0) {
						request.result.close();
						resolve(false);
						return;
					}
					scope.isHeld = true;
					const store = request.result.transaction(tables, "readwrite").objectStore("meta");
					const keepAlive = () => {
						if (scope.isHeld) store.count().onsuccess = keepAlive;
						else request.result.close();
					};
					keepAlive();
					resolve(true);
				};
			}),
	);
}
