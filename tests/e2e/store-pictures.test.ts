import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, beforeEach, describe, it } from "vitest";
import { seedDiary, seedSaved } from "./saved-rows";
import type { PageServer } from "./serve-pages";
import { freeze, openCard, openOwn, openPage, openPanel } from "./surfaces";
import { openSection, pause, startBrowser, type TestBrowser, typeInto, until } from "./test-browser";
import { serveTestPages } from "./test-pages";

/** `npm run screenshots:store` makes the pictures of `docs/store` anew. What is on them is tested elsewhere. */
const isForDocs = process.env.SCREENSHOTS === "1";
const storeFolder = join(import.meta.dirname, "../../docs/store");
const projectFolder = join(storeFolder, "../..");

/** What the stores take, in pixels. */
const PICTURE = { width: 1280, height: 800 };

/** A fourth larger than usual, so that a thumbnail can be read. */
const SCALE = 1.25;
const AS_THE_BROWSER = 0;
const WINDOW = inWindow(PICTURE);

/** The popup as the browser opens it, and the side panel; what is left of the window is the page's. */
const POPUP = inWindow({ width: 475, height: 700 });
const PANEL = inWindow({ width: 460, height: PICTURE.height });
const BESIDE_PANEL = inWindow({ width: PICTURE.width - 460, height: PICTURE.height });

/** Two windows side by side, of the usual size: more of either is seen. */
const HALF = { width: PICTURE.width / 2, height: PICTURE.height, deviceScaleFactor: 1 };

/** A name that readers would see, for our own pages on this machine. */
const SITE = "questions.example";

const SWITCHES = [
	// By the driver it would enlarge the page alone, and blur the card's frame.
	`--force-device-scale-factor=${SCALE}`,
	`--host-resolver-rules=MAP ${SITE} 127.0.0.1`,
	`--proxy-bypass-list=localhost;127.0.0.1;${SITE}`,
];

/** What a reader may have saved; nobody's. */
const SAVED = [
	{
		id: "lip",
		title: "A lip that twitches for a week",
		reply:
			"Twitches of this kind often come with tiredness and coffee. Have it looked at if it spreads or if you get weak.",
		savedAt: Date.UTC(2026, 10, 22),
		note: "Ask whether coffee matters.",
		tags: ["visit in June", "face"],
		sentence: "My upper lip has been jumping all day, and now I have an eyelid twitch as well.",
		pageTitle: "My lip has been twitching for a week",
		pageUrl: "https://forum.example/lip",
	},
	{
		id: "eye",
		title: "An eyelid that jumps in the evening",
		reply: "It mostly stops by itself within some weeks. Rest your eyes, and come if the lid closes fully.",
		tags: ["face"],
		specialty: "Ophthalmology",
		symptom: "eyelid-twitching",
	},
	{
		id: "hand",
		title: "Hands that shake before a talk",
		reply: "A fine tremor under stress is usual. If it is there at rest as well, see your doctor.",
		note: "Only before talks.",
		tags: ["work"],
		symptom: "tremor",
	},
];

const DAY_MS = 86_400_000;

/** What a reader may have logged in the last weeks: days ago, strength, note. */
const LOGGED = [
	[1, 2, ""],
	[3, 3, "after coffee"],
	[4, 2, ""],
	[9, 4, "a short night before"],
	[15, 3, ""],
	[22, 1, ""],
] as const;

const episodes = () =>
	LOGGED.map(([daysAgo, strength, note]) => ({
		id: `day-${daysAgo}`,
		symptomId: "lip-twitching",
		at: Date.now() - daysAgo * DAY_MS,
		minutes: strength * 10,
		strength,
		note,
	}));

const served = serveTestPages();
let server: PageServer;
let test: TestBrowser;

beforeAll(() => {
	mkdirSync(join(storeFolder, "screenshots"), { recursive: true });
});
beforeEach(async () => {
	server = { ...served, origin: served.origin.replace("localhost", SITE) };
	test = await startBrowser({ switches: SWITCHES });
});
afterEach(() => test.close());

function inWindow({ width, height }: { width: number; height: number }) {
	return { width: width / SCALE, height: height / SCALE, deviceScaleFactor: AS_THE_BROWSER };
}

/** The page as a picture in the form of an address. */
async function picture(page: Page): Promise<string> {
	await page.bringToFront();
	await pause(400);
	return `data:image/png;base64,${await page.screenshot({ encoding: "base64" })}`;
}

async function keep(page: Page, name: string): Promise<void> {
	await page.bringToFront();
	await pause(400);
	await page.screenshot({ path: join(storeFolder, "screenshots", `${name}.png`) });
}

/** A picture of several windows, each where the browser puts it: a driver sees one of them at a time. */
async function keepTogether(name: string, html: string): Promise<void> {
	const page = await test.newPage(WINDOW);
	await page.setContent(
		`<style>body{margin:0;display:flex;background:#fff;zoom:${1 / SCALE}}img{display:block}</style>${html}`,
	);
	await keep(page, name);
}

describe.skipIf(!isForDocs)("the stores show", () => {
	it("a card over a doctor's answer", async () => {
		const { page } = await openCard("store/answer.html#answer", "Fasciculation", test, server, WINDOW);

		await keep(page, "1-card");
	});

	it("a card that leads with an emergency", async () => {
		const { page } = await openCard("store/emergency.html", "chest pain", test, server, WINDOW);

		await keep(page, "2-emergency");
	});

	it("a search with a typing error in the toolbar's popup, over the page", async () => {
		const page = await openPage(test, server, "store/answer.html", WINDOW);
		const popup = (await openOwn(test, "popup.html", POPUP, "symptoms here")).page;
		await typeInto(popup, "#query", "fasiculation");
		await until(() => popup.evaluate(() => document.body.innerText.includes("Muscle twitching")), "it is found");
		await freeze(popup);

		await keepTogether(
			"3-search",
			`<img src="${await picture(page)}"><img src="${await picture(popup)}" style="position:absolute;inset-block-start:0;inset-inline-end:24px;border:1px solid #c4c9ce;border-start-start-radius:0;border-radius:0 0 10px 10px;box-shadow:0 8px 28px #0005">`,
		);
	});

	it("the saved answers, beside the sheet for a visit that is made of them", async () => {
		const library = (await openOwn(test, "library.html", HALF, "Nothing saved yet.")).page;
		await seedSaved(library, SAVED);
		await until(
			() =>
				library.$(".saved-answer").then(
					(row) => row !== null,
					() => false,
				),
			"the list is shown",
		);
		await openSection(library, "diary");
		await seedDiary(library, episodes());
		await until(
			() =>
				library.$(".diary-symptom").then(
					(row) => row !== null,
					() => false,
				),
			"the diary is shown",
		);
		await openSection(library, "saved");
		const sheet = (await openOwn(test, `visit.html#${SAVED.map(({ id }) => id).join()}`, HALF, "What I logged")).page;
		await typeInto(sheet, ".visit-choices textarea", "Could it be the coffee?\nWhen should I come back?");
		await sheet.evaluate(() => document.querySelector(".visit-sheet")?.scrollIntoView());

		await keepTogether(
			"4-library",
			`<img src="${await picture(library)}"><img src="${await picture(sheet)}" style="box-shadow:-1px 0 #c4c9ce">`,
		);
	});

	it("the side panel beside the page", async () => {
		const panel = (await openPanel("store/answer.html", "symptoms, in", test, server, PANEL)).page;
		const page = await openPage(test, server, "store/answer.html", BESIDE_PANEL);

		await keepTogether(
			"5-panel",
			`<img src="${await picture(page)}"><img src="${await picture(panel)}" style="box-shadow:-1px 0 #c4c9ce">`,
		);
	});

	it.each([
		["tile-440x280", { width: 440, height: 280 }],
		["tile-1400x560", { width: 1400, height: 560 }],
	])("the promotional tile %s", async (name, size) => {
		const page = await test.newPage();
		await page.setViewport({ ...size, deviceScaleFactor: 1 });
		await page.goto(pathToFileURL(join(storeFolder, "tile.html")).href);
		await page.screenshot({ path: join(storeFolder, `${name}.png`) });
	});

	// Chrome's icon has a margin of 16 pixels on every side: https://developer.chrome.com/docs/webstore/images
	it.each([
		["icon-128", { width: 128, height: 128 }, 16],
		["logo-300", { width: 300, height: 300 }, 0],
	])("the icon %s", async (name, size, margin) => {
		const page = await test.newPage();
		await page.setViewport({ ...size, deviceScaleFactor: 1 });
		await page.goto(pathToFileURL(join(projectFolder, "assets/icon.svg")).href);
		await page.evaluate((pixels) => {
			document.documentElement.style.cssText = `position:fixed;inset:${pixels}px;width:auto;height:auto`;
		}, margin);
		await page.screenshot({ path: join(storeFolder, `${name}.png`), omitBackground: true });
	});
});
