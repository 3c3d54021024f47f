/**
 * Opens the built extension in a browser on the practice page. Without a display
 * it runs headless instead: hovers the first term, writes a screenshot and prints
 * the text of the card. Started by `start.mjs`, with the project's own Node.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { projectFolder } from "./ensure-installed.mjs";

const { BROWSER_KIND: kind, BROWSER_PATH: executablePath } = process.env;
const isHeadless =
	process.env.HEADLESS === "1" ||
	(process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);
const extension = join(projectFolder, ".output", kind === "firefox" ? "firefox-mv3" : "chrome-mv3");
const screenshot = join(projectFolder, ".output", "practice.png");

/** Time for the first card: a cold browser on a slow machine, in milliseconds. */
const CARD_TIMEOUT_MS = 20_000;

const practicePage = readFileSync(join(projectFolder, "tests", "pages", "practice.html"));
const server = createServer((_request, response) => {
	response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(practicePage);
});
await new Promise((resolve) => server.listen(0, "localhost", resolve));
const address = `http://localhost:${server.address().port}/`;

const browser = await puppeteer.launch({
	browser: kind === "firefox" ? "firefox" : "chrome",
	executablePath,
	headless: isHeadless,
	timeout: 60_000,
	defaultViewport: isHeadless ? { width: 1280, height: 800 } : null,
	...(kind === "firefox"
		? { args: ["--remote-allow-system-access"] }
		: { pipe: true, enableExtensions: [extension], args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] }),
});
if (kind === "firefox") await browser.installExtension(extension);
const [firstTab] = await browser.pages();
const page = firstTab ?? (await browser.newPage());
await page.goto(address);

if (isHeadless) {
	const text = await hoverFirstTerm();
	await page.screenshot({ path: screenshot });
	console.log(`\n${text}\n\nNo display here, so nothing was opened. Screenshot: ${screenshot}`);
	await browser.close();
	server.close();
} else {
	console.log(
		`\nThe practice page is open at ${address}\nRest the pointer on an underlined word. Close the browser to end.`,
	);
	browser.once("disconnected", () => server.close());
}

async function hoverFirstTerm() {
	const end = Date.now() + CARD_TIMEOUT_MS;
	let nudge = 0;
	while (Date.now() < end) {
		const place = await page.evaluate(() => {
			const [range] = CSS.highlights.get("symptom-present") ?? [];
			if (!range) return undefined;
			const live = document.createRange();
			live.setStart(range.startContainer, range.startOffset);
			live.setEnd(range.endContainer, range.endOffset);
			const { x, y, width, height } = live.getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		});
		nudge = nudge === 0 ? 2 : 0;
		if (place) await page.mouse.move(place.x + nudge, place.y);
		await new Promise((resolve) => setTimeout(resolve, 700));
		const text = await readCard();
		if (text) return text;
	}
	throw new Error("The card did not open within 20 seconds.");
}

async function readCard() {
	if (!(await page.evaluate(() => document.querySelector(":popover-open") !== null))) return undefined;
	for (const frame of page.frames()) {
		const text = await frame
			.evaluate(() =>
				location.protocol.endsWith("extension:") && document.querySelector("[aria-busy=false]")
					? document.body.innerText
					: "",
			)
			.catch(() => "");
		if (text) return text;
	}
	return undefined;
}
