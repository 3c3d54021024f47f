// Long because its rules share a browser full of personal things and the page that is after them.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_SAVED_FILTER } from "../../lib/browse/saved-choice";
import { requestSchemas } from "../../lib/messaging/request-schemas";
import { SETTLE_MS } from "../../lib/press-guard";
import { type Attacks, attack, caught, forget, isolatedWorld } from "./hostile-page";
import { seedDiary, seedSaved } from "./saved-rows";
import {
	browserKind,
	cardText,
	findCardFrame,
	hover,
	isCardOpen,
	openUnderlined,
	pause,
	placeOf,
	pressInCard,
	startBrowser,
	type TestBrowser,
	takeShot,
	textOf,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

/** Words that only this reader's list and diary have, and words of the card. No page is to learn any of them. */
const PERSONAL = ["Zanzibar question", "Note about Ulan", "Diary of Quito"];
const OF_THE_CARD = ["Usual harmless triggers", "Summary in our own words", "Saved", "I know this word", "Log this"];

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeEach(async () => {
	test = await startBrowser();
});
afterEach(() => test.close());

/** Opens the hostile page, its terms underlined, and forgets what its spies have seen so far. */
async function open(): Promise<void> {
	page = await test.newPage();
	await openUnderlined(page, `${server.origin}/hostile.html`);
	await forget(page);
}

/** Opens the card of a word and waits for its answers. */
async function openCard(words = "lip twitching"): Promise<void> {
	await hover(page, words);
	await until(async () => (await cardText(page))?.includes("Summary in our own words"), "the card has answers");
}

/** Rests on a word until its card explains it. The first move may be lost in a page that is still busy with itself. */
async function untilHovered(words: string): Promise<void> {
	await until(async () => {
		await page.mouse.move(5, 5);
		await hover(page, words);
		await pause(1_500);
		return (await cardText(page))?.includes("What it is");
	}, `the card of “${words}” opens`);
}

/** Gives the reader a list and a diary, the first answer of the card among them. */
async function keepPersonalThings(): Promise<void> {
	const library = await test.openBehind("library.html#saved");
	await seedSaved(library, [
		{ id: "one", title: "Zanzibar question", note: "Note about Ulan", symptom: "lip-twitching" },
		{ id: "two", title: "Another Zanzibar question", symptom: "headache" },
	]);
	await until(async () => (await library.$(".saved-answer").catch(() => null)) !== null, "the list has them");
	await seedDiary(library, [
		{
			id: "three",
			symptomId: "lip-twitching",
			at: Date.UTC(2026, 10, 2),
			minutes: 5,
			strength: 3,
			note: "Diary of Quito",
		},
	]);
	await until(async () => (await library.$(".saved-answer").catch(() => null)) !== null, "the list is shown again");
	await library.close();
}

const savedTitles = async () => {
	const library = await test.openBehind("library.html#saved");
	await until(async () => /Nothing saved yet|Sort by/.test(await textOf(library)), "the list is read");
	const titles = await library.$$eval(".saved-answer", (rows) => rows.map(({ textContent }) => textContent));
	await library.close();
	await page.bringToFront();
	return titles;
};

describe("a hostile page learns nothing personal", () => {
	it("by reading: neither the card nor anything of the reader's is in its reach", async () => {
		await keepPersonalThings();
		await open();
		await openCard();
		await pressInCard(page, "Save");
		await until(async () => (await cardText(page))?.includes("Saved"), "it is saved");

		const read = await attack(page, "readCard");
		const found = await attack(page, "find", [...PERSONAL, ...OF_THE_CARD, "fasciculation"]);

		// What stands on the page is found, so the search itself works.
		expect(found).toEqual(["fasciculation"]);
		for (const words of [...PERSONAL, ...OF_THE_CARD, "-extension:"]) expect(read).not.toContain(words);
	});

	it("by functions it has replaced: the extension calls none of them", async () => {
		await open();
		await openCard();
		await page.mouse.move(5, 5, { steps: 3 });
		await until(async () => !(await isCardOpen(page)), "the card closes");

		expect(await caught(page, "calls")).toEqual([]);
		expect((await caught(page, "roots")).length).toBe(0);
	});

	it("by watching: before the first card nothing happens, then one empty element comes", async () => {
		await open();
		expect(await caught(page, "changes")).toEqual([]);
		expect(await caught(page, "events")).toEqual([]);

		await openCard();
		await pressInCard(page, "Keep this card open");

		const changes = new Set(await caught(page, "changes"));
		const hosts = await page.evaluate(() =>
			(window as unknown as { caught: { hosts: Element[] } }).caught.hosts.map(({ outerHTML }) =>
				outerHTML.replace(/^<x-\w+|<\/x-\w+>$/g, "").replace(/ style="[^"]*"/, ""),
			),
		);
		expect(hosts).toEqual([' popover="manual">']);
		expect([...changes].filter((change) => !/^(?:childList HTML|attributes X-\w+)$/.test(change))).toEqual([]);
		expect(await caught(page, "events")).toEqual([]);
	});

	it("by listening to keys that are typed in the card", async () => {
		await open();
		await openCard();
		await pressInCard(page, "Log this");
		const frame = await findCardFrame(page);
		await until(async () => (await frame?.$("textarea")) != null, "the form is open");
		await frame?.focus("textarea");
		await forget(page);

		await page.keyboard.type("Quito");

		expect(await frame?.$eval("textarea", (field) => field.value)).toBe("Quito");
		expect(await caught(page, "events")).toEqual([]);
	});

	it("by a policy that reports the frame it keeps out", async () => {
		await open();
		await page.evaluate(() => {
			const policy = document.createElement("meta");
			policy.httpEquiv = "Content-Security-Policy";
			policy.content = "frame-src 'none'; style-src 'self'; connect-src 'none'";
			document.head.append(policy);
		});

		await openCard();

		expect(await caught(page, "events")).toEqual([]);
	});

	it("by the size of the card: a saved answer does not change it", async () => {
		await open();
		await openCard();
		const size = () =>
			page.evaluate(() => {
				const { width, height, x, y } = document.querySelector(":popover-open")?.getBoundingClientRect() ?? {};
				return { width, height, x, y };
			});
		const before = await size();

		await pressInCard(page, "Save");
		await until(async () => (await cardText(page))?.includes("Saved"), "it is saved");

		expect(await size()).toEqual(before);
	});

	it("by asking for the extension's files, whose name it knows", async () => {
		await open();
		const files = [
			"card.html",
			"manifest.json",
			"popup.html",
			"icons/32.png",
			"content-scripts/content.css",
			"packs/bundled.json",
		];
		// The page knows Chromium's id from the store. Firefox's differs for each reader: all that a page can know is the add-on's.
		const id = browserKind === "chromium" ? new URL(test.extensionUrl("")).host : "symptom-lens@symptomlens.example";
		const origin = `${browserKind === "chromium" ? "chrome" : "moz"}-extension://${id}`;

		const loaded = await attack(
			page,
			"probe",
			files.map((file) => `${origin}/${file}`),
		);

		expect(loaded).toEqual([]);
		// The browser writes each refusal to the page's console, with the address of what was refused.
		test.consoleErrors.length = 0;
	});

	it("by framing the card's page with a port of its own", async () => {
		await keepPersonalThings();
		await open();

		const answers = (await attack(page, "frameCard", test.extensionUrl("card.html"))) as { type: string }[];

		// In Firefox only a page that has learnt the reader's own random address gets so far; what it hears is not personal.
		expect(answers.map(({ type }) => type).filter((type) => !["ready", "enter", "leave"].includes(type))).toEqual([]);
		if (browserKind === "chromium") expect(answers).toEqual([]);
		test.consoleErrors.length = 0;
	});

	it("by its highlights: two readers with other lists, packs and diaries have the same", async () => {
		await open();
		const seen = async () => ({
			highlights: await attack(page, "readHighlights"),
			layout: await attack(page, "layout"),
		});
		await pause(1_000);
		const first = await seen();
		await test.close();

		test = await startBrowser();
		await keepPersonalThings();
		await importPack();
		await open();
		await pause(1_000);

		expect(await seen()).toEqual(first);
		expect(JSON.stringify(first.highlights)).toContain("symptom-present");
	});
});

/** A pack of the reader's own about a word that no other pack has. */
async function importPack(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "lens-hostile-"));
	const library = await test.openBehind("library.html#packs");
	await until(async () => (await textOf(library)).includes("Answers that came with Symptom Lens"), "packs are listed");
	writeFileSync(join(folder, "own.jsonl"), '{"id":"1","question":"What is a jumping lip?","answer":"It is calm."}\n');
	const input = (await library.$('input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
	await input?.uploadFile(join(folder, "own.jsonl"));
	await until(async () => (await textOf(library)).includes("“own” is ready: 1 answer."), "the pack is there");
	await library.close();
	rmSync(folder, { recursive: true });
}

describe("on a hostile page nothing opens by itself, and nothing switches the lens off", () => {
	it("events that scripts make open no card", async () => {
		await open();

		await attack(page, "forgeEvents");
		await pause(1_000);

		expect(await isCardOpen(page)).toBe(false);
		expect(await caught(page, "hosts")).toEqual([]);
	});

	it("a word that the page pushes under a resting pointer opens no card", async () => {
		await open();
		await page.mouse.move(640, 700, { steps: 3 });
		await pause(200);

		await page.evaluate(() => {
			const word = document.getElementById("pushed") as HTMLElement;
			word.style.insetBlockStart = "680px";
		});
		await pause(1_200);
		expect(await isCardOpen(page)).toBe(false);

		await page.mouse.move(650, 705, { steps: 2 });
		await until(() => isCardOpen(page), "it opens once the reader's hand has moved");
	});

	it("events that scripts make neither close nor pin an open card", async () => {
		await open();
		await openCard();

		await attack(page, "forgeInCard");
		await pause(700);
		expect(await isCardOpen(page)).toBe(true);
		await page.mouse.move(5, 5, { steps: 3 });

		await until(async () => !(await isCardOpen(page)), "it was not pinned");
	});

	it.each<[string, Attacks, unknown[]]>([
		["forged ends of its script", "forgeShutdown", []],
		["a flood of messages and ports", "flood", [2_000]],
		["the loss of its highlights", "clearHighlights", []],
	])("%s does not keep cards from opening, and no port of the page is answered", async (_, name, words) => {
		await open();
		const id = new URL(test.extensionUrl("")).host;

		await attack(page, name, ...(name === "forgeShutdown" ? [id] : words));

		await untilHovered("lip twitching");
		expect((await caught(page, "events")).filter((event) => event.startsWith("port"))).toEqual([]);
	});

	it("highlights that the page takes away are not fought for", async () => {
		await open();
		await attack(page, "clearHighlights");

		await pause(1_500);

		expect(await caught(page, "changes")).toEqual([]);
		expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
	});

	it("a page that removes the card at once gets one card for each rest, no race, and can go on", async () => {
		await open();
		await attack(page, "removeHosts");

		await hover(page, "lip twitching");
		await pause(2_500);
		const removed = await page.evaluate(() => (window as unknown as { caught: { removed: number } }).caught.removed);
		expect(removed).toBeGreaterThan(0);
		expect(removed).toBeLessThanOrEqual(3);

		await page.evaluate(() => (window as unknown as { remover: MutationObserver }).remover.disconnect());
		await page.mouse.move(5, 5, { steps: 3 });
		await pause(700);
		await openCard("headache");
	});

	it("texts of a megabyte, without a space, and full of marks keep the page usable", async () => {
		await open();
		await attack(page, "addGiants");

		await until(async () => (await underlined(page)).length > 100, "the long text is underlined");
		await page.evaluate(() => document.getElementById("giant")?.scrollIntoView({ block: "start" }));
		await untilHovered("a hand tremor");
	});

	it("characters that turn the direction of text turn nothing in the card", async () => {
		await open();
		await hover(page, "slurred");
		const text = await until(() => cardText(page), "the card opens");

		expect(text).toContain("Slurred speech");
		expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
		await takeShot(page, "hostile-turned");
	});
});

describe("saving cannot be tricked", () => {
	const placeInCard = async (name: string) =>
		(await findCardFrame(page))?.evaluate((wanted) => {
			const control = [...document.querySelectorAll("button")].find(
				({ textContent }) => textContent?.trim() === wanted,
			);
			control?.scrollIntoView({ block: "center" });
			const box = control?.getBoundingClientRect();
			return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
		}, name);
	const hostPlace = () =>
		page.evaluate(() => {
			const { x, y } = document.querySelector(":popover-open")?.getBoundingClientRect() ?? { x: 0, y: 0 };
			return { x, y };
		});
	const refused = () => until(async () => (await cardText(page))?.includes("Nothing was changed."), "the card says so");

	// Firefox tells a frame nothing of what lies over it: docs/threat-model.md, T8.
	it.runIf(browserKind === "chromium")("by laying something over the card", async () => {
		await open();
		await openCard();
		await attack(page, "cover");
		await takeShot(page, "hostile-covered");

		await pressInCard(page, "Save");

		await refused();
		expect(await savedTitles()).toEqual([]);
		await attack(page, "uncover");
		await takeShot(page, "hostile-refused");
		await pressInCard(page, "Save");
		await until(async () => (await cardText(page))?.includes("Saved"), "in sight again, it saves");
		expect(await cardText(page)).not.toContain("Nothing was changed.");
	});

	it.runIf(browserKind === "chromium").each([
		["see-through", { opacity: "0.02" }],
		["blurred", { filter: "blur(20px)" }],
		["small", { transform: "scale(0.4)" }],
		["cut down to a corner", { "clip-path": "inset(0 0 90% 0)" }],
		["one with the page", { "mix-blend-mode": "multiply" }],
	])("by making the card %s", async (_, styles) => {
		await open();
		await openCard();
		const frame = await findCardFrame(page);
		await pressInCard(page, "Keep this card open");
		await attack(page, "restyle", styles);
		await pause(SETTLE_MS);

		// By its key: where a point of a card lies that was scaled is nothing to find out here.
		await frame?.$$eval("[data-keeps]", (controls) => (controls.at(-1) as HTMLElement).focus());
		await page.keyboard.press("Enter");

		await until(
			async () => frame?.evaluate(() => document.body.innerText.includes("Nothing was changed.")),
			"the card says so",
		);
		expect(await savedTitles()).toEqual([]);
	});

	it("by pushing the card under a pointer that is about to press", async () => {
		await open();
		await openCard();
		await pressInCard(page, "Keep this card open");
		const inside = (await placeInCard("Save")) ?? { x: 0, y: 0 };
		await page.mouse.move(1_200, 60, { steps: 4 });
		await pause(SETTLE_MS);

		await attack(page, "pushCard", { x: 1_200, y: 60 }, inside);
		await pause(100);
		await page.mouse.down();
		await page.mouse.up();

		await refused();
		expect(await savedTitles()).toEqual([]);
	});

	it("by a press right as the card comes up", async () => {
		await open();
		await openCard();
		await page.mouse.move(5, 5, { steps: 3 });
		await until(async () => !(await isCardOpen(page)), "the card closes");
		// The second card comes up warm, and with it what is pressed.
		await page.mouse.click(...(Object.values(await placeOf(page, "lip twitching")) as [number, number]));
		await until(() => isCardOpen(page), "the card opens");
		await until(async () => placeInCard("Save").then((place) => place?.x !== 0), "the button is there");
		const [inside, host] = [(await placeInCard("Save")) ?? { x: 0, y: 0 }, await hostPlace()];

		await page.mouse.click(host.x + inside.x, host.y + inside.y);

		await refused();
		expect(await savedTitles()).toEqual([]);
	});
});

// Only Chromium's driver reaches the world in which the content script lives.
describe.runIf(browserKind === "chromium")("someone who has taken over the content script", () => {
	const KINDS = [...Object.keys(requestSchemas), "noteLookUp"];

	/** Requests as our own pages make them; the other kinds go without one. */
	const REQUESTS = {
		listSavedAnswers: { text: "", filter: NO_SAVED_FILTER, sort: "saved", count: 50 },
		readSavedAnswers: { ids: ["one"] },
		removeSavedAnswer: { id: "one" },
		listEpisodes: { symptomId: null, from: 0, to: 1e15 },
		searchAnswers: { text: "lip twitching" },
		deleteStored: { what: "everything" },
	};

	it("is answered by the background to nothing but public words", async () => {
		await keepPersonalThings();
		await open();
		const run = await isolatedWorld(page, new URL(test.extensionUrl("")).host);

		const replies = (await run(`Promise.all(${JSON.stringify(KINDS)}.map(async (type) => {
			const data = { call: 1, request: ${JSON.stringify(REQUESTS)}[type] };
			const reply = await chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() }).catch(String);
			return [type, JSON.stringify(reply) ?? ""];
		}))`)) as [string, string][];

		expect(replies.map(([type]) => type)).toEqual(KINDS);
		expect(replies.filter(([, reply]) => /"ok":true|Zanzibar|Quito/.test(reply))).toEqual([]);
		const plain = await run(`chrome.runtime.sendMessage({ type: "plainCard", symptomId: "lip-twitching" })`);
		expect(JSON.stringify(plain)).toContain("Lip twitching");
		expect((await savedTitles()).length).toBe(2);
	});

	it("finds nothing personal in the storage that it can read, and no other", async () => {
		await keepPersonalThings();
		await open();
		await openCard();
		const run = await isolatedWorld(page, new URL(test.extensionUrl("")).host);

		const local = JSON.stringify(await run("chrome.storage.local.get()"));
		const session = await run("chrome.storage.session.get().then(() => 'read', () => 'refused')");
		const databases = await run("indexedDB.databases()");

		for (const words of [...PERSONAL, "lip-twitching"]) expect(local).not.toContain(words);
		expect(session).toBe("refused");
		expect(databases).toEqual([]);
	});
});
