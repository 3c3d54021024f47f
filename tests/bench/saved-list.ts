import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, SymptomSummary } from "../../data/schema";
import { short } from "./figures";
import type { Findings } from "./findings";
import { AnswerGenerator } from "./generated-answers";
import { pause, RawBrowser, type Session } from "./raw-browser";

const COUNT = 10_000;
const QUICK = 0.1;

/** From here on a task is long: the browser's own limit, https://w3c.github.io/longtasks/. */
const LONG_TASK_MS = 50;

/** A page is let be before it is measured, in milliseconds: what it does of its own after opening belongs to opening. */
const SETTLE_MS = 3_000;

/** How long the list is scrolled, in milliseconds, and how far with each frame, in pixels: as fast as a wheel is spun. */
const SCROLL_MS = 10_000;
const SCROLL_STEP = 300;

/** What a page did while it was watched. */
interface Seen {
	/** Long tasks, in milliseconds. */
	long: number[];
	/** Longest time between two frames, in milliseconds. */
	frame: number;
}

/**
 * The library page with a long personal list: long tasks while it opens, while it is scrolled and searched, beside the same
 * page with nothing saved and an empty page of the extension.
 */
export async function benchSavedList(
	{ extension, symptoms, isQuick }: { extension: string; symptoms: readonly SymptomSummary[]; isQuick: boolean },
	findings: Findings,
): Promise<void> {
	const count = COUNT * (isQuick ? QUICK : 1);
	writeFileSync(join(extension, "empty.html"), "<!doctype html><title>Empty</title>");
	const browser = new RawBrowser();
	try {
		const origin = `chrome-extension://${await browser.install(extension)}`;
		// Stores the answers that come with the product, which no opening measured here is to wait for.
		await browser.closeTab(await openSettled(browser, `${origin}/library.html`));
		const empty = await openSettled(browser, `${origin}/empty.html`);
		const rows = [row("an empty page, opening", await tasksSeen(empty))];
		await scroll(empty, "html");
		const idle = await tasksSeen(empty);
		rows.push(row("an empty page, the same loop", idle));
		const without = await openSettled(browser, `${origin}/library.html`);
		rows.push(row("the library with nothing saved, opening", await tasksSeen(without)));
		await fill(without, new AnswerGenerator(symptoms), count);
		await browser.closeTab(without);

		const page = await openSettled(browser, `${origin}/library.html`);
		const openedMs = await page.evaluate(() => (window as unknown as { listedAt: number }).listedAt);
		rows.push(row(`the library with ${count} saved, opening`, await tasksSeen(page)));
		const pixels = await scroll(page, ".saved-scroller");
		const scrolling = await tasksSeen(page);
		rows.push(row("… scrolling", scrolling));
		const searchMs = await search(page);
		rows.push(row("… searching", await tasksSeen(page)));
		await page.evaluate(() => document.querySelector<HTMLElement>(".saved-bulk > label input")?.click());
		await pause(SETTLE_MS);
		rows.push(row("… selecting all that was found", await tasksSeen(page)));
		findings.table(
			"The personal list in the library page",
			["", `tasks > ${LONG_TASK_MS} ms`, "longest, ms", "longest frame, ms"],
			rows,
		);
		findings.note(
			`First rows after ${short(openedMs)} ms; scrolled ${short(pixels)} pixels in ${SCROLL_MS / 1_000} s; found after ${short(searchMs)} ms.`,
		);
		findings.ratio({
			what: `longest time between two frames, scrolling ${count} saved answers`,
			peer: "an empty page in the same loop",
			ours: scrolling.frame,
			theirs: idle.frame,
			unit: "ms",
		});
	} finally {
		await browser.close();
	}
}

function row(what: string, { long, frame }: Seen): string[] {
	return [what, `${long.length}`, long.length === 0 ? "-" : short(Math.max(...long)), short(frame)];
}

/** Opens a page that is watched from its first moment on: a browser notes long tasks only while somebody asks for them. */
async function openSettled(browser: RawBrowser, url: string): Promise<Session> {
	const page = await browser.openTab("about:blank");
	await page.send("Page.enable");
	await page.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });
	await page.send("Page.navigate", { url });
	await pause(SETTLE_MS);
	return page;
}

function watch(): void {
	const seen: Seen = { long: [], frame: 0 };
	Object.assign(window, { seen });
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) seen.long.push(duration);
	}).observe({ type: "longtask" });
	let last = performance.now();
	const draw = (now: number) => {
		seen.frame = Math.max(seen.frame, now - last);
		last = now;
		if (!("listedAt" in window) && document.querySelector(".saved-answer")) Object.assign(window, { listedAt: now });
		requestAnimationFrame(draw);
	};
	requestAnimationFrame(draw);
}

/** What was seen since the last look. */
async function tasksSeen(page: Session): Promise<Seen> {
	return page.evaluate(() => {
		const { seen } = window as unknown as { seen: Seen };
		const taken = { ...seen };
		Object.assign(seen, { long: [], frame: 0 });
		return taken;
	});
}

/** Scrolls down for a while; returns how far it came, in pixels. */
async function scroll(page: Session, selector: string): Promise<number> {
	return page.evaluate(
		(wanted, forMs, step) =>
			new Promise<number>((resolve) => {
				const scroller = document.querySelector(wanted);
				const end = performance.now() + forMs;
				const move = (now: number) => {
					if (now > end) return resolve(scroller?.scrollTop ?? 0);
					scroller?.scrollBy(0, step);
					requestAnimationFrame(move);
				};
				requestAnimationFrame(move);
			}),
		selector,
		SCROLL_MS,
		SCROLL_STEP,
	);
}

/** Types a word and returns how long it took until the list was another one. */
async function search(page: Session): Promise<number> {
	const shown = () => page.evaluate(() => document.querySelector(".saved-bulk > label")?.textContent ?? "");
	const before = await shown();
	await page.evaluate(() => document.querySelector<HTMLElement>("#query")?.focus());
	const started = performance.now();
	await page.send("Input.insertText", { text: "twitching" });
	while ((await shown()) === before) await pause(20);
	return performance.now() - started;
}

async function fill(page: Session, generator: AnswerGenerator, count: number): Promise<void> {
	for (const answers of generator.batches(count, 500)) await page.evaluate(store, answers);
}

async function store(answers: Answer[]): Promise<void> {
	const opening = indexedDB.open("symptom-lens");
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const transaction = database.transaction("savedAnswers", "readwrite");
	for (const snapshot of answers) {
		const savedAt = Date.now();
		transaction.objectStore("savedAnswers").put({
			id: crypto.randomUUID(),
			packId: "generated",
			packName: "Generated",
			answerId: snapshot.id,
			snapshot,
			context: {
				symptomId: snapshot.symptoms[0] ?? null,
				sentence: `${snapshot.title}, it began on Monday.`,
				pageTitle: "A page that was read",
				pageUrl: `https://example.org/${snapshot.id}`,
			},
			note: savedAt % 3 === 0 ? "A note of a line or so, as readers write them." : "",
			tags: [`tag ${savedAt % 20}`],
			savedAt,
			updatedAt: savedAt,
			deletedAt: null,
		});
	}
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onerror = () => reject(transaction.error);
	});
	database.close();
}
