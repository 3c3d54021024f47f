import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
	cardText,
	hover,
	openUnderlined,
	pause,
	startBrowser,
	type TestBrowser,
	takeShot,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

const LEAD =
	"This text describes chest pain that spreads, feels tight or heavy, or comes with breathlessness, sweating or sickness.";

const server = serveTestPages();
let test: TestBrowser;
let page: Page;

beforeAll(async () => {
	test = await startBrowser();
});
afterEach(() => page.close());
afterAll(() => test.close());

const openCard = async (words: string, includes: string) => {
	page = await test.newPage();
	await openUnderlined(page, `${server.origin}/emergency.html`);
	await hover(page, words);
	return until(async () => {
		const text = await cardText(page);
		return text?.includes(includes) && text.replace(/\s+/g, " ");
	}, `the card of "${words}" says "${includes}"`);
};

describe("a card over a post that describes an emergency", () => {
	it("leads with it, in words about the text, before the calm part", async () => {
		const text = await openCard("chest pain", "This text describes");

		expect(text).toContain(`${LEAD} If this is happening to you now, call your local emergency number.`);
		expect(text.indexOf(LEAD)).toBeLessThan(text.indexOf("Is it usually harmless?"));
		await takeShot(page, "card-emergency");
	});

	it("says that nobody has reviewed it where its urgency is inferred", async () => {
		const text = await openCard("dizzy", "This text describes");

		expect(text).toMatch(
			/This text describes overheating .* call your local emergency number\. Not yet reviewed by a clinician\./,
		);
	});

	it("calls the number that the reader has set", async () => {
		const library = await test.openBehind("library.html#settings");
		await library.select(".emergency-number select", "999");
		await until(() => library.evaluate(() => document.body.innerText.includes("Cards say “call 999”.")), "it is set");
		await takeShot(library, "library-settings");
		await library.close();

		expect(await openCard("chest pain", "This text describes")).toContain("If this is happening to you now, call 999.");
		expect(await cardText(page)).toContain("Call 999 now if:");
	});
});

describe("a card over another post of the same page", () => {
	it.each(["eyelid twitches", "palpitations"])("stays calm: %s", async (words) => {
		await openCard(words, "Sources");
		// The detector of a card may still be loading.
		await pause(500);

		expect(await cardText(page)).not.toContain("This text describes");
	});
});
