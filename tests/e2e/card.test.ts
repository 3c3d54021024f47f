// Long because its rules share one browser, which takes longer to start than each of them.

import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
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
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeAll(async () => {
	test = await startBrowser();
});
afterEach(() => page.close());
afterAll(() => test.close());

const open = async (path: string, size?: { width: number; height: number }) => {
	page = await test.newPage(size);
	await openUnderlined(page, `${server.origin}/${path}`);
};
const openCard = async (words: string) => {
	await hover(page, words);
	return until(() => cardText(page), `the card of "${words}" opens`);
};

describe("resting the pointer on a term", () => {
	it("opens a card with the explanation, triggers, warning signs, doctors' answers and sources", async () => {
		await open("practice.html");

		await openCard("lip twitching");
		const text = await until(async () => {
			const now = await cardText(page);
			return now?.includes("Summary in our own words") && now;
		}, "answers come");

		for (const part of [
			"Lip twitching",
			"What it is",
			"Usual harmless triggers",
			"When to get help",
			"Call your local emergency number now if:",
			"See a doctor soon if:",
			"What doctors answered",
			"Summary in our own words",
			"Related symptoms",
			"Sources",
			"General information, not a diagnosis.",
		]) {
			expect(text).toContain(part);
		}
		await takeShot(page, "card");
	});

	it("puts the calm part first and keeps the way to the warning signs in sight", async () => {
		await open("practice.html");

		const text = await openCard("lip twitching");

		expect(text.indexOf("Usual harmless triggers")).toBeLessThan(text.indexOf("Call your local emergency number"));
		const frame = await findCardFrame(page);
		const isInSight = await frame?.evaluate(() => {
			const box = document.querySelector(".help-link")?.getBoundingClientRect();
			return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
		});
		expect(isInSight).toBe(true);
	});

	it("leads to the warning signs with one press", async () => {
		await open("practice.html");
		await openCard("lip twitching");

		await pressInCard(page, "When to get help, and emergency signs");

		const frame = await findCardFrame(page);
		await until(
			async () =>
				frame?.evaluate(() => {
					const box = document.querySelector(".help-tier.emergency h3")?.getBoundingClientRect();
					return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
				}),
			"the emergency signs are in sight",
		);
		await takeShot(page, "card-help");
	});

	it("shows the words of a term that stands in parts, and opens from each of them", async () => {
		await open("said.html");
		await until(async () => (await underlined(page)).includes("upper left"), "the middle part is underlined");

		const text = await openCard("upper left");

		expect(text).toContain("Lip twitching");
		expect(text).toContain("On this page: “twitching … upper left … lip”");
		await takeShot(page, "card-parts");
	});

	it("says it in words, and underlines faintly, when the text denies the symptom", async () => {
		await open("said.html");
		await until(async () => (await underlined(page, "denied")).length > 0, "a denied term is underlined");
		expect(await underlined(page, "denied")).toEqual(["muscle atrophy"]);
		expect(await underlined(page)).not.toContain("muscle atrophy");

		const text = await openCard("muscle atrophy");

		expect(text).toContain("The text says this is not present.");
		await takeShot(page, "card-denied");
	});

	it("says when the text speaks of someone else", async () => {
		await open("said.html");

		expect(await openCard("tremors")).toContain("The text says this of someone else.");
	});

	it("opens nothing when the pointer only passes over", async () => {
		await open("practice.html");
		const { x, y } = await placeOf(page, "lip twitching");

		await page.mouse.move(x, y);
		await pause(150);
		await page.mouse.move(x, y + 300);
		await pause(600);

		expect(await isCardOpen(page)).toBe(false);
	});

	it("opens nothing while the page scrolls under the pointer", async () => {
		await open("controls.html");
		const { x, y } = await placeOf(page, "hand tremor");
		await page.mouse.move(x, y + 100);

		await page.mouse.wheel({ deltaY: 100 });
		await pause(900);

		expect(await isCardOpen(page)).toBe(false);
	});

	it("opens nothing while text is being selected", async () => {
		await open("practice.html");
		const { x, y } = await placeOf(page, "lip twitching");

		await page.mouse.move(x - 200, y);
		await page.mouse.down();
		await page.mouse.move(x, y, { steps: 5 });
		await pause(600);
		const wasOpen = await isCardOpen(page);
		await page.mouse.up();

		expect(wasOpen).toBe(false);
	});

	it("never takes the focus", async () => {
		await open("practice.html");

		await openCard("lip twitching");

		expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
	});
});

describe("an open card", () => {
	it("lets the pointer travel into it and stays", async () => {
		await open("practice.html");
		await openCard("lip twitching");
		const host = await page.evaluate(() => {
			const { x, y } = document.querySelector(":popover-open")?.getBoundingClientRect() ?? { x: 0, y: 0 };
			return { x, y };
		});

		await page.mouse.move(host.x + 60, host.y + 120, { steps: 8 });
		await pause(1_200);

		expect(await isCardOpen(page)).toBe(true);
	});

	it("closes a moment after the pointer leaves", async () => {
		await open("practice.html");
		await openCard("lip twitching");

		await page.mouse.move(5, 5, { steps: 3 });

		await until(async () => !(await isCardOpen(page)), "the card closes", 1_500);
	});

	it("closes on Escape, which the page does not get", async () => {
		await open("practice.html");
		await page.evaluate(() => {
			document.addEventListener("keydown", () => document.body.setAttribute("data-key", "yes"));
		});
		await openCard("lip twitching");

		await page.keyboard.press("Escape");

		await until(async () => !(await isCardOpen(page)), "the card closes");
		expect(await page.evaluate(() => document.body.hasAttribute("data-key"))).toBe(false);
	});

	// Only Chromium's driver shows a page as it is printed.
	it.runIf(browserKind === "chromium")("is not printed with the page", async () => {
		await open("practice.html");
		await openCard("lip twitching");
		const isDrawn = () =>
			page.evaluate(() => (document.querySelector(":popover-open") as HTMLElement).checkVisibility());
		expect(await isDrawn()).toBe(true);

		await page.emulateMediaType("print");

		expect(await isDrawn()).toBe(false);
		await page.emulateMediaType("screen");
	});

	it("that closes under the pointer lets the next term open its own", async () => {
		await open("practice.html");
		await openCard("lip twitching");
		await pressInCard(page, "Keep this card open");
		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(page)), "the card closes");

		expect(await openCard("slurred speech")).toContain("Slurred speech");
	});

	it("shows a related symptom and comes back", async () => {
		await open("practice.html");
		const text = await openCard("lip twitching");
		const related = text.slice(text.indexOf("Related symptoms")).split("\n").filter(Boolean)[1] ?? "";

		await pressInCard(page, related);
		await until(async () => (await cardText(page))?.startsWith(related), "the related symptom is shown");
		await pressInCard(page, "Back");

		await until(async () => (await cardText(page))?.startsWith("Lip twitching"), "the first symptom is back");
	});

	it("stands inside the window, off the hovered line", async () => {
		await open("controls.html");

		await openCard("slurred speech");

		const { card, term, windowSize } = await page.evaluate(() => {
			const plain = (box?: DOMRect) => ({
				left: box?.left ?? 0,
				top: box?.top ?? 0,
				right: box?.right ?? 0,
				bottom: box?.bottom ?? 0,
			});
			return {
				card: plain(document.querySelector(":popover-open")?.getBoundingClientRect()),
				term: plain(document.querySelector("p[style]")?.getBoundingClientRect()),
				windowSize: { width: innerWidth, height: innerHeight },
			};
		});
		expect(card.left).toBeGreaterThanOrEqual(0);
		expect(card.top).toBeGreaterThanOrEqual(0);
		expect(card.right).toBeLessThanOrEqual(windowSize.width);
		expect(card.bottom).toBeLessThanOrEqual(term.top + 10);
	});

	it("fits a window of 400 pixels", async () => {
		await open("practice.html", { width: 400, height: 800 });

		await openCard("lip twitching");

		const width = await page.evaluate(() => document.querySelector(":popover-open")?.getBoundingClientRect().width);
		expect(width).toBe(384);
		await takeShot(page, "card-narrow");
	});

	it("finds a term that goes over several elements", async () => {
		await open("controls.html");

		const { x, y } = await placeOf(page, "tingling");
		await page.mouse.move(x, y);
		const text = await until(() => cardText(page), "the card opens");

		expect(text).toContain("On this page: “lip tingling”");
	});
});

describe("clicking a term", () => {
	it("pins its card until Escape", async () => {
		await open("practice.html");
		const { x, y } = await placeOf(page, "fasciculation");

		await page.mouse.click(x, y);
		await until(() => isCardOpen(page), "the card opens");
		await page.mouse.move(5, 5, { steps: 3 });
		await pause(1_000);
		expect(await isCardOpen(page)).toBe(true);
		await page.keyboard.press("Escape");

		await until(async () => !(await isCardOpen(page)), "the card closes");
	});

	it.each([
		["link", "facial numbness", () => location.hash === "#reached"],
		["button", "muscle cramps", () => (window as unknown as { pressed?: boolean }).pressed === true],
		["label", "double vision", () => (document.getElementById("box") as HTMLInputElement).checked],
	])(
		"inside a %s leaves the click to the page, and the card can be pinned from itself",
		async (_control, words, wasReached) => {
			await open("controls.html");
			await openCard(words);

			const { x, y } = await placeOf(page, words);
			await page.mouse.click(x, y);
			expect(await page.evaluate(wasReached)).toBe(true);
			await page.mouse.move(5, 5);
			await until(async () => !(await isCardOpen(page)), "the unpinned card closes", 1_500);
			await openCard(words);
			await pressInCard(page, "Keep this card open");
			await page.mouse.move(5, 5, { steps: 3 });
			await pause(900);

			expect(await isCardOpen(page)).toBe(true);
		},
	);
});

describe("the page", () => {
	it("cannot read the card, and finds no trace before the first hover", async () => {
		await open("practice.html");
		const before = await page.evaluate(() => document.documentElement.outerHTML);
		await openCard("lip twitching");

		const seen = await page.evaluate(() => ({
			frames: window.length,
			found: (window as unknown as { find: (text: string) => boolean }).find("Usual harmless triggers"),
			root: document.querySelector(":popover-open")?.shadowRoot ?? null,
			resources: performance.getEntriesByType("resource").filter(({ name }) => name.includes("extension")).length,
		}));
		const after = await page.evaluate(() => {
			const copy = document.documentElement.cloneNode(true) as Element;
			for (const host of copy.querySelectorAll("[popover]")) host.remove();
			return copy.outerHTML;
		});

		expect(seen).toEqual({ frames: 0, found: false, root: null, resources: 0 });
		expect(after).toBe(before);
	});

	it("cannot restyle the card", async () => {
		await open("practice.html");
		await page.addStyleTag({
			content: `[popover], iframe {
				inline-size: 5px !important;
				opacity: 0 !important;
				transform: scale(0.1) !important;
				visibility: hidden !important;
			}`,
		});

		await openCard("lip twitching");

		const looks = await page.evaluate(() => {
			const host = document.querySelector(":popover-open") as Element;
			const { opacity, transform, visibility } = getComputedStyle(host);
			return { opacity, transform, visibility, isWide: host.getBoundingClientRect().width > 300 };
		});
		expect(looks).toEqual({ opacity: "1", transform: "none", visibility: "visible", isWide: true });
	});

	it(`is not changed in any other way in ${browserKind}`, async () => {
		page = await test.newPage();
		await page.evaluateOnNewDocument(() => {
			const records: string[] = [];
			(window as unknown as { records: string[] }).records = records;
			document.addEventListener("DOMContentLoaded", () => {
				new MutationObserver((changes) => {
					for (const { target, addedNodes, removedNodes, type, attributeName } of changes) {
						const isHost = [...addedNodes, ...removedNodes, target].some((node) => node.nodeName.startsWith("X-"));
						if (!isHost) records.push(`${type} ${target.nodeName} ${attributeName}`);
					}
				}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
			});
		});
		await openUnderlined(page, `${server.origin}/practice.html`);

		await openCard("lip twitching");
		await page.mouse.move(5, 5);
		await pause(600);

		expect(await page.evaluate(() => (window as unknown as { records: string[] }).records)).toEqual([]);
	});
});
