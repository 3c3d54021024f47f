// Long because its rules share one browser, which takes longer to start than each of them.

import type { Frame, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	cardText,
	findCardFrame,
	hover,
	isCardOpen,
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

/** Opens the card of words on the practice page, with answers and explained words in it. */
async function openCard(words = "lip twitching", size?: { width: number; height: number }): Promise<Frame> {
	page = await test.newPage(size);
	await page.goto(`${server.origin}/practice.html`);
	return openCardAgain(words);
}

async function openCardAgain(words: string): Promise<Frame> {
	await until(async () => (await underlined(page)).includes(words), `"${words}" is underlined`);
	await hover(page, words);
	await until(() => cardText(page), `the card of "${words}" opens`);
	const frame = await findCardFrame(page);
	if (!frame) throw new Error("an open card has a frame");
	await until(
		async () => frame.evaluate(() => document.querySelector("[aria-busy=true]") === null),
		"the answers have come",
	);
	return frame;
}

/** Words that can be pressed in the card on show. */
const termsIn = (frame: Frame) =>
	frame.evaluate(() =>
		[...document.querySelectorAll("button.term")].flatMap((term) =>
			term.checkVisibility() ? (term.textContent ?? "") : [],
		),
	);
const headingOf = (frame: Frame) =>
	frame.evaluate(() => [...document.querySelectorAll("h1")].find((heading) => heading.checkVisibility())?.textContent);
/** Between two cards there is none, while the next one is read. */
async function headingOtherThan(frame: Frame, name: string): Promise<string | false | undefined> {
	const heading = await headingOf(frame);
	return heading !== name && heading;
}
const statusOf = (frame: Frame) =>
	frame.evaluate(
		() => [...document.querySelectorAll(".card-status")].find((status) => status.checkVisibility())?.textContent,
	);

/** What the clipboard holds, as the page that is pasted into sees it. */
async function pasted(): Promise<string> {
	await page.evaluate(() => {
		const field = document.createElement("textarea");
		field.id = "paste-here";
		field.style.cssText = "position:fixed;inset:0 auto auto 0";
		document.body.append(field);
		field.focus();
	});
	await page.mouse.click(10, 10);
	await page.keyboard.down("Control");
	await page.keyboard.press("v");
	await page.keyboard.up("Control");
	return until(
		() =>
			page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#paste-here")?.value.replaceAll("\r\n", "\n")),
		"the clipboard is pasted",
	);
}

describe("words of a card that name another symptom", () => {
	it("open it, and Back returns to the word", async () => {
		const frame = await openCard();
		const terms = await until(async () => {
			const now = await termsIn(frame);
			return now.length > 0 && now;
		}, "words of the card can be pressed");
		const word = terms.find((term) => /anxiety/i.test(term)) ?? "";
		expect(word).not.toBe("");
		expect(terms.filter((term) => /lip twitch/i.test(term))).toEqual([]);
		await takeShot(page, "card-terms");

		await pressInCard(page, word);
		await until(async () => (await headingOf(frame)) === "Anxiety", "the symptom is shown");
		expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe("H1");
		await takeShot(page, "card-nested");
		await pressInCard(page, "Back");

		await until(async () => (await headingOf(frame)) === "Lip twitching", "the first card is back");
		expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe(word);
	});

	it("lead deep in, and step by step back to where the text stood", async () => {
		const frame = await openCard();
		await pressInCard(page, "Other causes that doctors look for");
		await until(async () => (await termsIn(frame)).some((term) => /weakness/i.test(term)), "more can be pressed");
		const word = (await termsIn(frame)).find((term) => /weakness/i.test(term)) ?? "";
		await pressInCard(page, word);
		const second = await until(() => headingOtherThan(frame, "Lip twitching"), "the second card is shown");
		const next = await until(async () => (await termsIn(frame))[0], "it names others, too");
		await pressInCard(page, next);
		await until(() => headingOtherThan(frame, second), "the third card is shown");

		await pressInCard(page, "Back");
		await until(async () => (await headingOf(frame)) === second, "the second card is back");
		await pressInCard(page, "Back");
		await until(async () => (await headingOf(frame)) === "Lip twitching", "the first card is back");

		const isInSight = await frame.evaluate(() => {
			const box = document.activeElement?.getBoundingClientRect();
			return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
		});
		expect(isInSight).toBe(true);
	});

	it("are never among the signs of an emergency, where only the call counts", async () => {
		const frame = await openCard("slurred speech");
		await until(async () => (await termsIn(frame)).length > 0, "words of the card can be pressed");

		expect(await frame.evaluate(() => document.querySelectorAll(".help-tier.emergency li").length)).toBeGreaterThan(0);
		expect(
			await frame.evaluate(
				() => document.querySelectorAll(".help-tier.emergency button, .emergency-lead button").length,
			),
		).toBe(0);
	});

	it("start anew with the next word of the page", async () => {
		const frame = await openCard();
		await until(async () => (await termsIn(frame)).length > 0, "words of the card can be pressed");
		await pressInCard(page, "Eyelid twitching");
		await until(async () => (await headingOf(frame)) === "Eyelid twitching", "the related symptom is shown");
		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(page)), "the card closes");

		const again = await openCardAgain("slurred speech");

		expect(await headingOf(again)).toBe("Slurred speech");
	});
});

describe("how the reader likes cards", () => {
	const isPartOpen = (frame: Frame, title: string) =>
		frame.evaluate(
			(wanted) =>
				[...document.querySelectorAll("details")].find(
					(part) => part.checkVisibility() && part.querySelector("summary")?.textContent === wanted,
				)?.open,
			title,
		);

	const keptParts = async () => {
		const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get: () => Promise<object> } } } })
			.chrome;
		return JSON.stringify(await storage.local.get()).includes('"tests":true');
	};

	it("a part left open is open in the next card, of whatever symptom", async () => {
		const frame = await openCard();
		expect(await isPartOpen(frame, "What an appointment may involve")).toBe(false);

		await pressInCard(page, "What an appointment may involve");
		await until(() => isPartOpen(frame, "What an appointment may involve"), "the part is open");
		await until(() => frame.evaluate(keptParts), "that is kept");
		await page.keyboard.press("Escape");
		await until(async () => !(await isCardOpen(page)), "the card closes");
		await page.close();

		const next = await openCard("fasciculation");
		await until(() => isPartOpen(next, "What an appointment may involve"), "it is open here, too");
		await pressInCard(page, "What an appointment may involve");
		await until(async () => (await isPartOpen(next, "What an appointment may involve")) === false, "it is closed");
	});

	it("the text grows step by step, here, in the popup and in the library, and stays so", async () => {
		const letters = (where: Page | Frame) =>
			where.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
		const frame = await openCard();
		const before = await letters(frame);

		await pressInCard(page, "More");
		await pressInCard(page, "Larger text");
		await until(async () => (await letters(frame)) > before, "the text is larger");
		await pressInCard(page, "Larger text");
		await pressInCard(page, "Larger text");

		await until(async () => (await letters(frame)) > before * 1.4, "the text is largest");
		await takeShot(page, "card-largest-text");
		for (const path of ["popup.html", "library.html"]) {
			const other = await test.openBehind(path);
			await until(async () => (await letters(other)) > before * 1.4, `the text of ${path} is as large`);
			await takeShot(other, `${path}-largest-text`);
			await other.close();
		}
		await page.close();
		const again = await openCard();
		expect(await letters(again)).toBeGreaterThan(before * 1.4);
		await pressInCard(page, "More");
		for (const _ of "123") await pressInCard(page, "Smaller text");
		await until(async () => (await letters(again)) < before, "the text is smallest");
		await pressInCard(page, "Larger text");
		await until(async () => (await letters(again)) === before, "the text is as it was");
	});
});

describe("the card's menu", () => {
	it("closes on Escape and leaves the card open; the next Escape closes the card", async () => {
		const frame = await openCard();
		await pressInCard(page, "More");
		await until(() => frame.evaluate(() => document.querySelector(".card-menu") !== null), "the menu is open");

		await page.keyboard.press("Escape");
		await until(() => frame.evaluate(() => document.querySelector(".card-menu") === null), "the menu is closed");
		expect(await isCardOpen(page)).toBe(true);
		expect(await frame.evaluate(() => document.activeElement?.ariaLabel)).toBe("More");
		await page.keyboard.press("Escape");

		await until(async () => !(await isCardOpen(page)), "the card closes");
	});

	it("copies a part of the card with the names and addresses of its sources", async () => {
		const frame = await openCard();

		await pressInCard(page, "Copy “What helps”");
		await until(async () => (await statusOf(frame)) === "Copied.", "it says so");

		const text = await pasted();
		expect(text).toContain("Lip twitching: What helps\n\n• Note how often it happens and how long it lasts.");
		expect(text).toContain("https://doctorqna.com/en/article/164804");
	});

	it("copies an answer with who gave it and where it stands", async () => {
		const frame = await openCard();
		const name = await until(
			() => frame.evaluate(() => document.querySelector<HTMLElement>(".answer-actions .copy")?.ariaLabel ?? undefined),
			"an answer can be copied",
		);

		await pressInCard(page, name);
		await until(async () => (await statusOf(frame)) === "Copied.", "it says so");

		const text = await pasted();
		expect(text).toMatch(/^Dr\. .+ · .+$/m);
		expect(text).toContain("Summary in our own words:");
		expect(text).toMatch(/^From .+:\nhttps:\/\//m);
	});

	it("copies the whole card", async () => {
		const frame = await openCard();

		await pressInCard(page, "More");
		await pressInCard(page, "Copy this card");
		await until(async () => (await statusOf(frame)) === "Copied.", "it says so");

		const text = await pasted();
		for (const part of [
			"Lip twitching",
			"What it is",
			"What helps",
			"Call your local emergency number now if:",
			"Dr.",
		]) {
			expect(text).toContain(part);
		}
	});

	it("copies a report of the highlight, which names the site only if it is ticked", async () => {
		const frame = await openCard();
		await pressInCard(page, "More");
		await pressInCard(page, "Report this mark");
		await takeShot(page, "card-report");
		await pressInCard(page, "Copy the report");
		await until(async () => (await statusOf(frame)) === "Copied.", "it says so");
		const text = await pasted();

		expect(text).toContain("Words: lip twitching");
		expect(text).toContain("I searched for lip twitching and read about fasciculation");
		expect(text).toContain("Taken for: lip-twitching");
		expect(text).not.toContain("localhost");
		await page.close();

		await openCard();
		await pressInCard(page, "More");
		await pressInCard(page, "Report this mark");
		await pressInCard(page, `Name the site, ${new URL(server.origin).host}`);
		await pressInCard(page, "Copy the report");
		expect(await pasted()).toContain(`Site: ${new URL(server.origin).host}`);
	});

	// A browser under test has no voice; this one stands where the browser's own would.
	it("reads the essentials aloud with a voice of the device, and stops when asked", async () => {
		const frame = await openCard();
		await frame.evaluate(() => {
			const spoken: string[] = [];
			const voice = { lang: "en-GB", localService: true, default: true };
			class Utterance {
				voice?: unknown;
				lang?: string;
				constructor(readonly text: string) {}
			}
			const speech = {
				getVoices: () => [voice],
				speak: ({ text }: Utterance) => spoken.push(text),
				cancel: () => spoken.push("(stopped)"),
			};
			for (const [name, value] of Object.entries(speech)) Object.defineProperty(speechSynthesis, name, { value });
			Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance, spoken });
		});
		const spoken = () => frame.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

		await pressInCard(page, "More");
		await until(
			() => frame.evaluate(() => document.querySelector(".card-menu")?.textContent?.includes("Read aloud")),
			"it is offered",
		);
		await pressInCard(page, "Read aloud");
		await until(async () => (await spoken()).includes("Lip twitching"), "the name of the symptom is read");
		expect((await spoken()).join(" ")).toContain("A lip twitch is a small");
		await pressInCard(page, "Stop reading");

		await until(async () => (await spoken()).at(-1) === "(stopped)", "it stops");
	});

	it("offers reading aloud only with a voice of the device", async () => {
		const frame = await openCard();

		await pressInCard(page, "More");
		const { voices, offered } = await frame.evaluate(() => ({
			voices:
				globalThis.speechSynthesis?.getVoices().filter((voice) => voice.localService && /^en/i.test(voice.lang))
					.length ?? 0,
			offered: document.querySelector(".card-menu")?.textContent?.includes("Read aloud"),
		}));

		expect(offered).toBe(voices > 0);
		await takeShot(page, "card-menu");
	});
});
