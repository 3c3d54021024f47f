import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { median, p95, short } from "./figures";
import type { Findings } from "./findings";
import { pause, RawBrowser, type Session } from "./raw-browser";

/** How often each page is opened, in turns, so that whatever else the machine does meets both. */
const ROUNDS = 20;

/** A page is let be before a key is pressed, in milliseconds: what it does of its own after opening is not the key's. */
const SETTLE_MS = 1_000;

/** Nothing of the popup takes longer than this, in milliseconds; what does is a fault of the bench. */
const PATIENCE_MS = 10_000;

/** A page of the same extension with no code but the least that answers a key. */
const EMPTY_PAGE = {
	html: `<!doctype html><title>Empty</title><p>Empty</p><input id="query"><div class="search-results"></div><script src="empty.js"></script>`,
	script: `query.oninput = () => { document.querySelector(".search-results").innerHTML = "<section><button class='result'>One</button></section>"; };`,
};

/** Milliseconds, each from its own beginning: the page's, or the key's. */
interface Timed {
	firstPaint: number;
	firstResult: number;
	/** Undefined where a page has no answers. */
	firstAnswer?: number;
}

/** The popup: when it is first drawn, and when results stand there after a key, beside an empty page of the extension. */
export async function benchPopup(extension: string, findings: Findings): Promise<void> {
	writeFileSync(join(extension, "empty.html"), EMPTY_PAGE.html);
	writeFileSync(join(extension, "empty.js"), EMPTY_PAGE.script);
	const browser = new RawBrowser();
	try {
		const origin = `chrome-extension://${await browser.install(extension)}`;
		// Stores the answers that come with the product, which no opening measured here is to wait for.
		await browser.closeTab(await timePopup(browser, `${origin}/popup.html`, true).then(({ page }) => page));
		const popups: Timed[] = [];
		const empties: Timed[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			for (const [path, timed, hasAnswers] of [
				["popup.html", popups, true],
				["empty.html", empties, false],
			] as const) {
				const { page, ...times } = await timePopup(browser, `${origin}/${path}`, hasAnswers);
				timed.push(times);
				await browser.closeTab(page);
			}
		}
		findings.table(
			`The popup, ${ROUNDS} times each, median/p95 in ms`,
			["", "popup", "an empty page", "ratio of medians"],
			[
				row("first paint", popups, empties, "firstPaint"),
				row("first result after a key", popups, empties, "firstResult"),
				["first stored answer after a key", both(popups.map(({ firstAnswer = Number.NaN }) => firstAnswer)), "-", "-"],
			],
		);
		for (const [what, which] of [
			["popup: first paint", "firstPaint"],
			["popup: first result after a key", "firstResult"],
		] as const) {
			const [ours, theirs] = [popups, empties].map((timed) => median(timed.map((times) => times[which])));
			if (ours === undefined || theirs === undefined) continue;
			findings.ratio({ what, peer: "an empty page of the extension", ours, theirs, unit: "ms" });
		}
	} finally {
		await browser.close();
	}
}

function row(what: string, popups: Timed[], empties: Timed[], which: "firstPaint" | "firstResult"): string[] {
	const [ours, theirs] = [popups, empties].map((timed) => timed.map((times) => times[which])) as [number[], number[]];
	return [what, both(ours), both(theirs), short(median(ours) / median(theirs))];
}

function both(figures: number[]): string {
	return `${short(median(figures))}/${short(p95(figures))}`;
}

async function timePopup(browser: RawBrowser, url: string, hasAnswers: boolean): Promise<Timed & { page: Session }> {
	const page = await browser.openTab(url);
	await pause(SETTLE_MS);
	const firstPaint = await page.evaluate(
		() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
	);
	await page.evaluate(watchResults);
	await page.send("Input.insertText", { text: "twitching" });
	const seen = () => page.evaluate(() => (window as unknown as { seen: { result?: number; answer?: number } }).seen);
	const end = performance.now() + PATIENCE_MS;
	let times = await seen();
	while (times.result === undefined || (hasAnswers && times.answer === undefined)) {
		if (performance.now() > end) throw new Error(`${url}: no results ${PATIENCE_MS} ms after a key`);
		await pause(20);
		times = await seen();
	}
	return {
		page,
		firstPaint,
		firstResult: times.result,
		...(times.answer !== undefined && { firstAnswer: times.answer }),
	};
}

/** Notes when the first result of each kind is drawn, in milliseconds after the key. */
function watchResults(): void {
	const seen: { result?: number; answer?: number } = {};
	Object.assign(window, { seen });
	const query = document.querySelector<HTMLInputElement>("#query");
	query?.focus();
	addEventListener(
		"input",
		() => {
			const pressed = performance.now();
			const look = () => {
				if (document.querySelector(".search-results .result")) seen.result ??= performance.now() - pressed;
				if (document.querySelector(".search-results .result[aria-expanded]"))
					seen.answer ??= performance.now() - pressed;
				if (seen.answer === undefined) requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		},
		{ capture: true, once: true },
	);
}
