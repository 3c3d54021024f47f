import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readContent } from "../../data/read-content";
import { type PageServer, servePages } from "../e2e/serve-pages";
import {
	browserKind,
	cardText,
	isCardOpen,
	pause,
	startBrowser,
	type TestBrowser,
	underlined,
	until,
} from "../e2e/test-browser";
import { serveWithoutScripts } from "./serve-without-scripts";
import { realPages, requireSharedPages, sharedFolder } from "./shared-pages";

const shotFolder = join(import.meta.dirname, "../../test-results/screenshots/real");
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 400, height: 800 };

const symptomNames = readContent(join(import.meta.dirname, "../../data")).symptoms.map(({ name }) => name);

let server: PageServer;
let serverWithoutScripts: Awaited<ReturnType<typeof serveWithoutScripts>>;
let light: TestBrowser;
let dark: TestBrowser;
/** The same browser without the extension: what it shows is what the page does by itself. */
let bare: TestBrowser;

beforeAll(async () => {
	requireSharedPages();
	mkdirSync(shotFolder, { recursive: true });
	server = await servePages(sharedFolder);
	serverWithoutScripts = await serveWithoutScripts(server);
	light = await startBrowser({ visitsOthers: true });
	dark = await startBrowser({ isDark: true, visitsOthers: true });
	bare = await startBrowser({ isInstalledLate: true, visitsOthers: true });
});
afterAll(async () => {
	await Promise.all([light?.close(), dark?.close(), bare?.close()]);
	serverWithoutScripts?.close();
	await server?.close();
});

describe.each(realPages)("$path", ({ path, mustUnderline, hasTerms }) => {
	const open = async (test: TestBrowser, { size = WIDE, origin = server.origin, isRecorded = false } = {}) => {
		const page = await test.newPage(size);
		if (isRecorded) await recordChanges(page);
		await page.goto(`${origin}/${path}`, { waitUntil: "domcontentloaded" });
		await page.evaluate(() => {
			for (const chapter of document.querySelectorAll("details")) chapter.open = true;
		});
		if (test === bare || !hasTerms) await pause(2_500);
		else await untilRead(page);
		return page;
	};

	it("has its symptoms underlined, and nothing else", async () => {
		const page = await open(light);

		const words = (await underlined(page)).map((found) => found.replace(/\s+/g, " "));
		console.log(`${browserKind} ${path}: ${words.length} underlined\n${describeWords(words)}`);
		await page.close();

		expect(words.map((found) => found.toLowerCase())).toEqual(
			expect.arrayContaining(mustUnderline.map((wanted) => expect.stringContaining(wanted.toLowerCase()))),
		);
		expect(words.length > 0).toBe(hasTerms);
	});

	it("is byte-identical with and without the extension, before, during and after a card", async () => {
		const { origin } = serverWithoutScripts;
		const untouched = await open(bare, { origin });
		const wanted = await htmlOf(untouched);
		await untouched.close();

		const page = await open(light, { origin });
		expect(await htmlOf(page)).toBe(wanted);
		if (hasTerms) {
			await restOnFirstTerm(page);
			await until(() => cardText(page), "a card opens");
			expect(await htmlOf(page)).toBe(wanted);
			await page.mouse.move(2, 2);
			await until(async () => !(await isCardOpen(page)), "the card closes");
			expect(await htmlOf(page)).toBe(wanted);
		}
		await page.close();
	});

	it("sees no change of its own document that it does not make itself", async () => {
		const page = await open(light, { isRecorded: true });
		const term = hasTerms ? await restOnFirstTerm(page) : { x: 300, y: 300, scrollY: 0 };
		await pause(1_200);
		expect(await isCardOpen(page)).toBe(hasTerms);
		await page.mouse.move(2, 2);
		await pause(900);
		const changes = await page.evaluate(readChanges);
		await page.close();

		const untouched = await open(bare, { isRecorded: true });
		// The page may answer to the pointer; it gets the same one here.
		if (hasTerms) await untouched.evaluate((y) => scrollTo(0, y), term.scrollY);
		await untouched.mouse.move(term.x, term.y);
		await pause(1_200);
		await untouched.mouse.move(2, 2);
		await pause(900);
		const ownChanges = await untouched.evaluate(readChanges);
		await untouched.close();

		expect(changes.host).toBe(hasTerms ? 1 : 0);
		expect(changes.others.filter((change) => !ownChanges.others.includes(change))).toEqual([]);
	});

	it.runIf(hasTerms).each([
		["light", "wide", WIDE],
		["light", "narrow", NARROW],
		["dark", "wide", WIDE],
		["dark", "narrow", NARROW],
	])("opens a readable card on its first visible term, %s and %s", async (theme, width, size) => {
		const page = await open(theme === "dark" ? dark : light, { size });

		await restOnFirstTerm(page);
		const card = await until(() => cardText(page), "a card opens");
		await pause(400);
		await page.bringToFront();
		await page.screenshot({
			path: join(shotFolder, `${browserKind}-${basename(path, ".html")}-${theme}-${width}.png`),
		});
		await page.close();

		expect(symptomNames).toContain(card.split("\n")[0]);
		expect(card).toContain("What it is");
	});
});

/** Waits until no more words become underlined. */
async function untilRead(page: Page): Promise<void> {
	let before = -1;
	await until(async () => {
		const now = (await underlined(page)).length;
		const isSettled = now > 0 && now === before;
		before = now;
		await pause(700);
		return isSettled;
	}, "terms are underlined");
}

function describeWords(words: string[]): string {
	const counts = new Map<string, number>();
	for (const found of words) counts.set(found.toLowerCase(), (counts.get(found.toLowerCase()) ?? 0) + 1);
	return [...counts].map(([found, count]) => `  ${String(count).padStart(3)} ${found}`).join("\n");
}

/** Rests the pointer on the first term that a reader can see, and tells where that was. */
async function restOnFirstTerm(page: Page): Promise<{ x: number; y: number; scrollY: number }> {
	const place = await page.evaluate(() => {
		for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get("symptom-present") ??
			[]) {
			const range = document.createRange();
			range.setStart(startContainer, startOffset);
			range.setEnd(endContainer, endOffset);
			const holder = startContainer.parentElement;
			holder?.scrollIntoView({ block: "center", behavior: "instant" });
			const [box] = range.getClientRects();
			if (!box) continue;
			const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
			// Not under a banner, and not clipped away by the element it stands in.
			if (holder?.contains(document.elementFromPoint(x, y))) return { x, y, scrollY };
		}
		return undefined;
	});
	if (!place) throw new Error("no underlined word of this page can be seen");
	// Moves right after scrolling do not count as the reader's.
	await pause(400);
	await page.mouse.move(place.x - 2, place.y);
	await page.mouse.move(place.x, place.y);
	return place;
}

/** The page's source as it stands now, without the one element that is ours. */
async function htmlOf(page: Page): Promise<string> {
	return page.evaluate(() => {
		const copy = document.documentElement.cloneNode(true) as Element;
		for (const host of copy.querySelectorAll("[popover]")) if (/^X-[0-9A-Z]+$/.test(host.nodeName)) host.remove();
		return copy.outerHTML;
	});
}

interface Changes {
	/** How often our host element was put into the document. */
	host: number;
	/** Everything else that changed, described so that two loads can be compared. */
	others: string[];
}

/** Notes every change of the document from before the first script of the page on. */
async function recordChanges(page: Page): Promise<void> {
	await page.evaluateOnNewDocument(() => {
		const changes: Changes = { host: 0, others: [] };
		(window as unknown as { changes: Changes }).changes = changes;
		const isHost = (node: Node) => /^X-[0-9A-Z]+$/.test(node.nodeName) && (node as Element).hasAttribute("popover");
		const namesOf = (nodes: NodeList) => [...nodes].map(({ nodeName }) => nodeName).join();
		new MutationObserver((records) => {
			for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
				if (isHost(target)) continue;
				const isOurs = [...addedNodes, ...removedNodes].every(isHost) && addedNodes.length + removedNodes.length > 0;
				if (isOurs) changes.host += addedNodes.length;
				else {
					changes.others.push(
						`${type} ${target.nodeName} ${attributeName} +${namesOf(addedNodes)} -${namesOf(removedNodes)}`,
					);
				}
			}
		}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
	});
}

function readChanges(): Changes {
	return (window as unknown as { changes: Changes }).changes;
}
