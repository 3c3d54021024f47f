import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { describe, it } from "vitest";
import {
	cardText,
	findCardFrame,
	hover,
	placeOf,
	pressInCard,
	startBrowser,
	textOf,
	underlined,
	until,
} from "./test-browser";
import { serveTestPages } from "./test-pages";

/** `npm run screenshots` makes the picture anew; it proves nothing that other tests do not. */
const isForDocs = process.env.SCREENSHOTS === "1";
const imageFolder = join(import.meta.dirname, "../../docs/images");

/** What a step shows, in CSS pixels: small, so that its words can be read where four stand side by side. */
const STEP = { width: 430, height: 540 };
/** The picture has twice as many pixels, for screens that show them. */
const SCALE = 2;

/** A step of the picture: its caption, what the browser showed, and where the pointer was. */
interface Step {
	caption: string;
	shot: string;
	pointer?: { x: number; y: number };
}

const server = serveTestPages();

async function shoot(page: Page): Promise<string> {
	await page.bringToFront();
	return page.screenshot({ encoding: "base64" });
}

/** Where in the window a control of the open card stands. */
async function placeInCard(page: Page, label: string): Promise<{ x: number; y: number }> {
	const card = await page.evaluate(() => {
		const { x = 0, y = 0 } = document.querySelector(":popover-open")?.getBoundingClientRect() ?? {};
		return { x, y };
	});
	const frame = await findCardFrame(page);
	const control = await frame?.evaluate((wanted) => {
		const found = [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === wanted);
		const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
		return { x: x + width / 2, y: y + height / 2 };
	}, label);
	if (!control) throw new Error("an open card has a frame");
	return { x: card.x + control.x, y: card.y + control.y };
}

/** A page of four columns, drawn by the browser that was photographed. */
function pageOf(steps: Step[]): string {
	const columns = steps.map(({ caption, shot, pointer }, index) => {
		const arrow = pointer
			? `<svg viewBox="0 0 16 24" style="left:${(100 * pointer.x) / STEP.width}%;top:${(100 * pointer.y) / STEP.height}%"><path d="M1 1v18l4.5-4 3 7 3-1.3-3-6.7H15Z"/></svg>`
			: "";
		return `<figure><figcaption><b>${index + 1}</b> ${caption}</figcaption><div><img alt="" src="data:image/png;base64,${shot}">${arrow}</div></figure>`;
	});
	return `<!doctype html><html lang="en"><title>Steps</title><style>
		body { margin: 0; padding: 12px; display: flex; gap: 12px; background: #eef3f2; font: 600 13px/1.3 system-ui, sans-serif; color: #17312d; }
		figure { margin: 0; flex: 1; min-inline-size: 0; }
		figcaption { display: flex; gap: 6px; align-items: center; margin-block-end: 8px; }
		b { flex: none; inline-size: 20px; line-height: 20px; border-radius: 50%; text-align: center; color: #fff; background: #1f6f64; }
		div { position: relative; overflow: hidden; border: 1px solid #b9cbc7; border-radius: 8px; }
		img { display: block; inline-size: 100%; }
		svg { position: absolute; inline-size: 10px; fill: #111; stroke: #fff; stroke-width: 1.4; }
	</style>${columns.join("")}</html>`;
}

describe.runIf(isForDocs)("the picture on top of the README", () => {
	it("shows a word, its card, an answer that is saved, and the list that has it", async () => {
		mkdirSync(imageFolder, { recursive: true });
		const test = await startBrowser();
		const page = await test.newPage();
		await page.setViewport({ ...STEP, deviceScaleFactor: SCALE });
		await page.goto(`${server.origin}/practice.html`);
		await until(async () => (await underlined(page)).length > 0, "terms are underlined");
		const pointer = await placeOf(page, "lip twitching");
		const word = await shoot(page);

		await hover(page, "lip twitching");
		await until(async () => (await cardText(page))?.includes("Summary in our own words"), "the answers have come");
		const card = await shoot(page);

		await pressInCard(page, "Save");
		await until(async () => (await cardText(page))?.includes("Saved"), "the answer is saved");
		const pressed = await placeInCard(page, "Saved");
		const saved = await shoot(page);

		const library = await test.openBehind("library.html");
		await library.setViewport({ ...STEP, deviceScaleFactor: SCALE });
		await until(async () => (await textOf(library)).includes("lip twitching"), "the list has it");
		await library.evaluate(() => document.querySelector(".saved-answer")?.scrollIntoView({ block: "start" }));
		const list = await shoot(library);

		const picture = await test.newPage();
		await picture.setViewport({ width: 800, height: 10, deviceScaleFactor: SCALE });
		await picture.setContent(
			pageOf([
				{ caption: "A word is underlined", shot: word, pointer },
				{ caption: "Rest on it for a card", shot: card, pointer },
				{ caption: "Save an answer", shot: saved, pointer: pressed },
				{ caption: "It is in your list", shot: list },
			]),
		);
		await picture.screenshot({ path: join(imageFolder, "steps.png"), fullPage: true });
		await test.close();
	});
});
