import type { Frame, Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { brokenRules } from "./broken-rules";
import {
	cardText,
	findCardFrame,
	hover,
	openUnderlined,
	pause,
	placeOf,
	pressInCard,
	startBrowser,
	type TestBrowser,
	takeShot,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

afterEach(() => test.close());

/** The card of a lip twitch with its answers, and words in it that can be pressed. */
async function openCard(options: Parameters<typeof startBrowser>[0] = {}, size?: { width: number; height: number }) {
	test = await startBrowser(options);
	page = await test.newPage(size);
	await openUnderlined(page, `${server.origin}/practice.html`);
	// In a low window the words have to be scrolled to, and nothing opens while a page scrolls.
	await placeOf(page, "lip twitching");
	await pause(300);
	await hover(page, "lip twitching");
	await until(async () => (await cardText(page))?.includes("Summary in our own words"), "the card is complete");
	const frame = await findCardFrame(page);
	if (!frame) throw new Error("an open card has a frame");
	await until(() => frame.evaluate(() => document.querySelector("button.term") !== null), "words can be pressed");
	return frame;
}

const openMenuWithReport = async () => {
	await pressInCard(page, "More");
	await pressInCard(page, "Report this mark");
};

/** What sticks out of the card sideways. */
const tooWide = (frame: Frame) =>
	frame.evaluate(() => {
		const isTooWide = ({ left, right }: DOMRect) => left < -1 || right > innerWidth + 1;
		return [...document.querySelectorAll("body *")]
			.filter((element) => element.checkVisibility() && !element.closest(".visually-hidden"))
			.filter((element) => isTooWide(element.getBoundingClientRect()))
			.map((element) => element.outerHTML.slice(0, 100));
	});

describe.each([
	["light", {}],
	["dark", { isDark: true }],
	["forced colours", { forcesColours: true }],
])("in %s", (theme, options) => {
	it("the card, with its menu open and every part unfolded, breaks no rule of WCAG 2.2 AA", async () => {
		const frame = await openCard(options);
		expect(await frame.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe("forcesColours" in options);
		await frame.evaluate(() => {
			for (const part of document.querySelectorAll("details")) part.open = true;
		});

		expect(await brokenRules(frame)).toEqual([]);
		await takeShot(page, `card-looks-${theme.replace(" ", "-")}`);
		await frame.evaluate(() => document.querySelector(".help-tier")?.scrollIntoView());
		await takeShot(page, `card-looks-help-${theme.replace(" ", "-")}`);
		await frame.evaluate(() => document.querySelector(".answer")?.scrollIntoView());
		await takeShot(page, `card-looks-answer-${theme.replace(" ", "-")}`);
		await openMenuWithReport();
		expect(await brokenRules(frame)).toEqual([]);
		await takeShot(page, `card-looks-menu-${theme.replace(" ", "-")}`);
	});
});

it.each([
	["light", false],
	["dark", true],
])("the card and our own pages are %s where the system is", async (_, isDark) => {
	const isDarkGround = (where: Page | Frame) =>
		where.evaluate(() => {
			const brightness = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number) ?? [];
			return Math.max(...brightness) < 128;
		});
	const frame = await openCard({ isDark });

	expect(await isDarkGround(frame)).toBe(isDark);
	for (const path of ["popup.html", "library.html"]) {
		expect(await isDarkGround(await test.openBehind(path))).toBe(isDark);
	}
});

describe.each([
	["a window of 320 pixels", { width: 320, height: 640 }],
	["a window magnified by 400 %", { width: 320, height: 256 }],
])("in %s", (name, size) => {
	it.each([["normal"], ["largest"]])("nothing of the card sticks out, with %s text", async (textSize) => {
		const frame = await openCard({}, size);
		if (textSize === "largest") {
			await pressInCard(page, "More");
			for (const _ of "12") await pressInCard(page, "Larger text");
			await pressInCard(page, "More");
		}
		await frame.evaluate(() => {
			for (const part of document.querySelectorAll("details")) part.open = true;
		});
		const shot = `card-looks-${size.width}x${size.height}-${textSize}`;
		await takeShot(page, shot);

		expect(await tooWide(frame)).toEqual([]);
		await openMenuWithReport();
		expect(await tooWide(frame)).toEqual([]);
		await takeShot(page, `${shot}-menu`);
		expect(name).toBeTruthy();
	});
});

it("everything to press is at least 24 pixels high and wide, but for words in a text", async () => {
	const frame = await openCard();
	await openMenuWithReport();

	const small = await frame.evaluate(() =>
		[...document.querySelectorAll("button:not(.term), summary, input")]
			.filter((control) => control.checkVisibility())
			.filter((control) => {
				const { width, height } = control.getBoundingClientRect();
				return width < 24 || height < 24;
			})
			.map((control) => control.outerHTML.slice(0, 100)),
	);

	expect(small).toEqual([]);
});

it("nothing in the card moves by itself", async () => {
	const frame = await openCard();

	const moving = await frame.evaluate(() =>
		[...document.querySelectorAll("*")]
			.filter((element) => {
				const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
				return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
			})
			.map((element) => element.outerHTML.slice(0, 100)),
	);

	expect(moving).toEqual([]);
});

it("words that can be pressed are told from the text by a line under them, not by colour", async () => {
	const frame = await openCard({ forcesColours: true });

	expect(
		await frame.evaluate(() => {
			const { textDecorationLine, borderTopWidth } = getComputedStyle(document.querySelector("button.term") as Element);
			return { textDecorationLine, borderTopWidth };
		}),
	).toEqual({ textDecorationLine: "underline", borderTopWidth: "0px" });
});

it("speaks to a screen reader in headings and named controls", async () => {
	const frame = await openCard();
	await openMenuWithReport();

	const named = await frame.evaluate(() =>
		[
			...document.querySelectorAll<HTMLElement>(
				"h1, h2, button, summary, textarea, input, [role=group], article, [role=status]",
			),
		]
			.filter((element) => element.checkVisibility() || element.role === "status")
			.map((element) => {
				const label = element.getAttribute("aria-labelledby");
				const name =
					element.ariaLabel ??
					(label ? document.getElementById(label)?.textContent : undefined) ??
					(element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent);
				const state = element.ariaExpanded === null ? "" : ` (expanded: ${element.ariaExpanded})`;
				return `${element.role ?? element.localName} ${name?.trim()}${state}`;
			}),
	);

	for (const wanted of [
		"article Lip twitching",
		"h1 Lip twitching",
		"button More (expanded: true)",
		"button Keep this card open",
		"button Close",
		"button When to get help, and emergency signs",
		"button Copy this card",
		"group Text size",
		"button Smaller text",
		"button Larger text",
		"button Report this mark (expanded: true)",
		"textarea The report",
		`input Name the site, ${new URL(server.origin).host}`,
		"button Copy the report",
		"h2 Is it usually harmless?",
		"button Copy “Is it usually harmless?”",
		"h2 What it is",
		"h2 Usual harmless triggers",
		"button Anxiety",
		"h2 What helps",
		"h2 When to get help",
		"summary What an appointment may involve",
		"summary What doctors answered",
		"summary Other causes that doctors look for",
		"summary Related symptoms",
		"h2 Sources",
		"status ",
	]) {
		expect(named).toContain(wanted);
	}
	expect(named.filter((name) => /^(?:button|summary|input|textarea) ?(?:undefined)?$/.test(name))).toEqual([]);
});
