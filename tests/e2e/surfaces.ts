// Long because it is the list of all that the product shows, and the way to each.

import type { Frame, Page } from "puppeteer-core";
import { seedDiary, seedSaved } from "./saved-rows";
import type { PageServer } from "./serve-pages";
import {
	browserKind,
	cardText,
	findCardFrame,
	hover,
	openSection,
	openUnderlined,
	pause,
	placeOf,
	press,
	pressInCard,
	type TestBrowser,
	textOf,
	typeInto,
	until,
} from "./test-browser";

/** One thing that a reader looks at, as they meet it when they use it. */
export interface Surface {
	name: string;
	/** Sizes of the window it is seen in; `wide` is the usual one. */
	wide: { width: number; height: number };
	/** Brings it on show. */
	open: (test: TestBrowser, server: PageServer, size: { width: number; height: number }) => Promise<Shown>;
	/** Where a browser's driver cannot bring it on show. */
	isSkipped?: boolean;
}

/** The tab it is seen in, and the document it consists of: the tab's, or that of the card's frame. */
export interface Shown {
	page: Page;
	surface: Page | Frame;
}

const PAGE = { width: 900, height: 900 };
const NARROW_COLUMN = { width: 380, height: 700 };

/** Every surface of the product. */
export const surfaces: Surface[] = [
	{ name: "card", wide: PAGE, open: async (...at) => openCard("practice.html", "lip twitching", ...at) },
	{
		name: "card-menu",
		wide: PAGE,
		open: async (...at) => {
			const shown = await openCard("practice.html", "lip twitching", ...at);
			await pressInCard(shown.page, "More");
			await pressInCard(shown.page, "Report this mark");
			return shown;
		},
	},
	{
		name: "card-nested",
		wide: PAGE,
		open: async (...at) => {
			const shown = await openCard("practice.html", "lip twitching", ...at);
			await until(() => shown.surface.evaluate(() => document.querySelector("button.term") !== null), "words lead on");
			await pressInCard(shown.page, "Anxiety");
			await until(async () => (await cardText(shown.page))?.startsWith("Anxiety"), "the other symptom is shown");
			await complete(shown.surface);
			return shown;
		},
	},
	{ name: "card-emergency", wide: PAGE, open: async (...at) => openCard("emergency.html", "chest pain", ...at) },
	{
		name: "card-sheet",
		wide: { width: 390, height: 800 },
		// Firefox's driver has no touch screen: the events that it makes have no `pointerType`.
		isSkipped: browserKind === "firefox",
		open: async (test, server, size) => {
			const page = await openPage(test, server, "practice.html", size);
			await page.setViewport({ ...size, hasTouch: true });
			const { x, y } = await placeOf(page, "lip twitching");
			await pause(300);
			await page.touchscreen.tap(x, y);
			return cardOn(page);
		},
	},
	{
		name: "popup",
		wide: { width: 380, height: 560 },
		open: async (test, server, size) => {
			await openPage(test, server, "practice.html", PAGE);
			const shown = await openOwn(test, "popup.html", size, "symptoms here");
			await freeze(shown.page);
			return shown;
		},
	},
	{
		name: "popup-results",
		wide: { width: 380, height: 560 },
		open: async (test, _, size) => {
			const shown = await openOwn(test, "popup.html", size, "Search symptoms and answers");
			await typeInto(shown.page, "#query", "my lip keeps twiching");
			await until(async () => (await textOf(shown.page)).includes("Dr."), "results are there");
			return shown;
		},
	},
	{
		name: "popup-card",
		wide: { width: 380, height: 560 },
		open: async (test, _, size) => {
			const shown = await openOwn(test, "popup.html", size, "Search symptoms and answers");
			await typeInto(shown.page, "#query", "lip twitching");
			await press(shown.page, "Lip twitching");
			await complete(shown.surface);
			return shown;
		},
	},
	{ name: "panel", wide: NARROW_COLUMN, open: async (...at) => openPanel("said.html", "4 symptoms", ...at) },
	{
		name: "panel-emergency",
		wide: NARROW_COLUMN,
		open: async (...at) => openPanel("emergency.html", "This text describes", ...at),
	},
	{
		name: "panel-card",
		wide: NARROW_COLUMN,
		open: async (test, server, size) => {
			await openPage(test, server, "practice.html", PAGE);
			const shown = await openOwn(test, "sidepanel.html", size, "symptoms");
			await press(shown.page, "Explain: Lip twitching");
			await complete(shown.surface);
			await freeze(shown.page);
			return shown;
		},
	},
	{
		name: "saved",
		wide: PAGE,
		open: async (test, _, size) => {
			const shown = await openOwn(test, "library.html", size, "Nothing saved yet.");
			await fillList(shown.page);
			return shown;
		},
	},
	{
		name: "answers",
		wide: PAGE,
		open: async (test, _, size) => {
			const shown = await openOwn(test, "library.html#answers", size, "answers");
			await until(() => shown.page.$(".answer-row, .answer-list li"), "answers are listed");
			return shown;
		},
	},
	section("packs", "Answers that came with Symptom Lens"),
	{
		name: "paste",
		wide: PAGE,
		open: async (test, _, size) => {
			const shown = await openOwn(test, "library.html#paste", size, "forgotten when you close it");
			await typeInto(
				shown.page,
				"textarea",
				"Dear patient,\nthe fasciculation of your upper lip is harmless. There is no sign of muscle atrophy.\nCome again if you get weakness or slurred speech.",
			);
			await until(async () => (await textOf(shown.page)).includes("symptoms were found"), "its words are marked");
			return shown;
		},
	},
	{
		name: "diary",
		wide: PAGE,
		open: async (test, _, size) => {
			const shown = await openOwn(test, "library.html#diary", size, "Nothing logged yet.");
			await fillDiary(shown.page);
			return shown;
		},
	},
	section("backup", "Download a backup"),
	section("settings", "Where Symptom Lens reads"),
	section("privacy", "What is stored"),
	section("about", "Content as of"),
	{
		name: "visit",
		wide: { width: 900, height: 1_200 },
		open: async (test, _, size) => {
			const library = await openOwn(test, "library.html", size, "Nothing saved yet.");
			await fillList(library.page);
			await openSection(library.page, "diary");
			await fillDiary(library.page);
			const shown = await openOwn(test, `visit.html#${SAVED.map(({ id }) => id).join()}`, size, "What I logged");
			await typeInto(shown.page, ".visit-choices textarea", "Could it be the coffee?\nWhen should I come back?");
			return shown;
		},
	},
	{ name: "welcome", wide: PAGE, open: async (test, _, size) => openOwn(test, "welcome.html", size, "Start reading") },
];

/** Rows of one person; the bundled answers lend their words. */
const SAVED = [
	{
		id: "lip",
		title: "A lip that twitches for a week",
		note: "Ask whether coffee matters.",
		tags: ["visit in June", "face"],
		sentence: "I searched for lip twitching and read about fasciculation.",
		pageTitle: "My lip won’t stop twitching",
		pageUrl: "https://forum.example/lip",
	},
	{ id: "eye", title: "An eyelid that jumps in the evening", specialty: "Ophthalmology", symptom: "eyelid-twitching" },
	{ id: "hand", title: "Hands that shake before a talk", tags: ["work"], symptom: "tremor", repliedOn: "2019-02-03" },
];

const DAY_MS = 86_400_000;

async function fillList(page: Page): Promise<void> {
	await seedSaved(page, SAVED);
	await until(async () => (await page.$(".saved-answer").catch(() => null)) !== null, "the list is shown");
}

async function fillDiary(page: Page): Promise<void> {
	const now = Date.now();
	await seedDiary(
		page,
		[2, 4, 1, 3, 2, 5, 2].map((strength, index) => ({
			id: `episode-${index}`,
			symptomId: index === 5 ? "tremor" : "lip-twitching",
			at: now - (index * 4 + 1) * DAY_MS,
			minutes: [5, 20, null, 90, 10, 30, 2][index] ?? null,
			strength,
			note: ["after coffee", "", "", "a short night before", "", "before a talk", ""][index] ?? "",
		})),
	);
	await until(async () => (await page.$(".diary-symptom").catch(() => null)) !== null, "the diary is shown");
}

function section(name: string, words: string): Surface {
	return { name, wide: PAGE, open: async (test, _, size) => openOwn(test, `library.html#${name}`, size, words) };
}

/** A page of the extension behind the page in front, once it says these words. */
export async function openOwn(test: TestBrowser, path: string, size: Surface["wide"], words: string): Promise<Shown> {
	const page = await test.openBehind(path);
	await page.setViewport(size);
	await until(async () => (await textOf(page)).includes(words), `it says “${words}”`);
	return { page, surface: page };
}

/** A page of `tests/pages`, once its terms are underlined. */
export async function openPage(
	test: TestBrowser,
	server: PageServer,
	path: string,
	size: Surface["wide"],
): Promise<Page> {
	const page = await test.newPage(size);
	await openUnderlined(page, `${server.origin}/${path}`);
	return page;
}

/** A page of `tests/pages` with the whole card of these words over it. */
export async function openCard(
	path: string,
	words: string,
	test: TestBrowser,
	server: PageServer,
	size: Surface["wide"],
): Promise<Shown> {
	const page = await openPage(test, server, path, size);
	// In a low window the words have to be scrolled to, and nothing opens while a page scrolls.
	await placeOf(page, words);
	await pause(300);
	await hover(page, words);
	return cardOn(page);
}

async function cardOn(page: Page): Promise<Shown> {
	await until(() => cardText(page), "the card opens");
	const surface = await findCardFrame(page);
	if (!surface) throw new Error("an open card has a frame");
	await complete(surface);
	return { page, surface };
}

const complete = (card: Page | Frame) =>
	until(
		() =>
			card.evaluate(() => {
				const shown = [...document.querySelectorAll(".symptom-card")].find((each) => each.checkVisibility());
				return shown?.querySelector("[aria-busy=true]") === null && shown.querySelector("button.term") !== null;
			}),
		"the answers have come, and its words lead on",
	);

/** The panel as a tab of its own: no driver reaches into the browser's panel. What it shows is of the page behind it. */
export async function openPanel(
	path: string,
	words: string,
	test: TestBrowser,
	server: PageServer,
	size: Surface["wide"],
): Promise<Shown> {
	await openPage(test, server, path, PAGE);
	const shown = await openOwn(test, "sidepanel.html", size, words);
	await freeze(shown.page);
	return shown;
}

/** From here on the page is what it showed: in front it would be the very page that it tells of. */
export function freeze(page: Page): Promise<void> {
	return page.evaluate(() => {
		const root = document.querySelector("#root");
		root?.replaceWith(root.cloneNode(true));
	});
}
