// Long because one stage and what is measured on it: from the pointer at rest to the drawn answers.

import { Detector } from "../../lib/detection/find-mentions";
import { DWELL_MS } from "../../lib/page/hover-intent";
import { compiledLexicon } from "../../scripts/content-plugin";
import { addEmptyFrame, paintEmptyFrame } from "./empty-frame";
import { median, p95, short } from "./figures";
import type { Findings } from "./findings";
import { type ProtocolEvent, pause, RawBrowser, type Session, type TargetInfo } from "./raw-browser";
import { content } from "./repository-text";

/** What a reader notices, in milliseconds from the end of the dwell. */
const AIM = { explanation: 60, answers: 150 };

/** A card that takes longer is not slow but broken, in milliseconds. */
const CARD_TIMEOUT_MS = 10_000;

const WARM_SAMPLES = 24;
const SAMPLES = 12;

/** From the end of the dwell until it was painted in the card, in milliseconds. */
interface Latency {
	explanation: number;
	answers: number;
}

/** Measures how long after the dwell a card shows its explanation and the first doctor's answer. */
export async function benchHover(extension: string, origin: string, findings: Findings): Promise<void> {
	const rows: [string, Latency[]][] = [];
	addEmptyFrame(extension);
	const browser = new RawBrowser();
	const id = await browser.install(extension);
	const reader = await Reader.start(browser, `${origin}/practice.html`);
	await reader.openPage();
	await reader.rest();

	rows.push(["warm: later hovers on a page", await repeat(WARM_SAMPLES, () => reader.rest())]);
	const onNewPage = (prepare: () => Promise<void>) =>
		repeat(SAMPLES, async () => {
			await reader.openPage();
			await prepare();
			return reader.rest();
		});
	const emptyFrames: number[] = [];
	const cold = await repeat(SAMPLES, async () => {
		await reader.openPage();
		await wake(browser, id);
		emptyFrames.push(await reader.paintEmptyFrame(id));
		await reader.openPage();
		await wake(browser, id);
		return reader.rest();
	});
	rows.push(["cold: new page, worker awake", cold]);
	rows.push(["new page, worker asleep", await onNewPage(() => browser.stopWorker())]);
	rows.push(["new page, worker asleep, no answers stored", await onNewPage(() => forgetLibrary(browser, id))]);
	await browser.close();

	const firstEmptyFrames: number[] = [];
	const first = await repeat(SAMPLES, async () => {
		firstEmptyFrames.push(await inFreshBrowser(extension, origin, (reader, id) => reader.paintEmptyFrame(id)));
		return inFreshBrowser(extension, origin, (reader) => reader.rest());
	});
	rows.push(["fresh browser, just installed", first]);
	tellLatencies(rows, findings);
	for (const [where, cards, frames] of [
		["on a new page", cold, emptyFrames],
		["in a fresh browser", first, firstEmptyFrames],
	] as const) {
		findings.ratio({
			what: `a card ${where}, from the end of the dwell until its explanation is painted`,
			peer: "an empty page of the extension in a frame, from its making until painted",
			ours: median(cards.map(({ explanation }) => explanation)),
			theirs: median(frames),
			unit: "ms",
		});
	}
}

/** Does something on the first page that a browser opens with the extension just installed. */
async function inFreshBrowser<T>(
	extension: string,
	origin: string,
	run: (reader: Reader, extensionId: string) => Promise<T>,
): Promise<T> {
	const browser = new RawBrowser();
	const id = await browser.install(extension);
	const reader = await Reader.start(browser, `${origin}/practice.html`);
	await reader.openPage();
	const result = await run(reader, id);
	await browser.close();
	return result;
}

/** An icon of the package, opened as a page: it runs at the extension's origin and no script of ours runs in it. */
async function withExtensionTab(browser: RawBrowser, id: string, work: (tab: Session) => Promise<void>): Promise<void> {
	const tab = await browser.openTab(`chrome-extension://${id}/icons/16.png`);
	await pause(100);
	await work(tab);
	await browser.closeTab(tab);
}

async function wake(browser: RawBrowser, id: string): Promise<void> {
	if (await browser.isWorkerAwake()) return;
	await withExtensionTab(browser, id, (tab) =>
		tab.evaluate(() => {
			const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: (message: object) => void } } };
			chrome.runtime.sendMessage({ type: "wake" });
		}),
	);
	while (!(await browser.isWorkerAwake())) await pause(50);
}

async function forgetLibrary(browser: RawBrowser, id: string): Promise<void> {
	await browser.stopWorker();
	await withExtensionTab(browser, id, (tab) =>
		tab.evaluate(async () => {
			for (const { name } of await indexedDB.databases()) {
				await new Promise((resolve) => {
					indexedDB.deleteDatabase(name ?? "").onsuccess = resolve;
				});
			}
		}),
	);
}

/** A term on the page and the heading that its card must have. */
interface Term {
	heading: string;
	box: { left: number; top: number; width: number; height: number };
}

/** Somebody with a pointer in one tab. Rests it on one term after the other, each time in another place. */
class Reader {
	readonly #browser: RawBrowser;
	readonly #tab: Session;
	readonly #url: string;
	#card: Session | undefined;
	#terms: Term[] = [];
	#restCount = 0;

	private constructor(browser: RawBrowser, tab: Session, url: string) {
		this.#browser = browser;
		this.#tab = tab;
		this.#url = url;
		browser.listen((event) => this.#noteFrame(event));
	}

	static async start(browser: RawBrowser, url: string): Promise<Reader> {
		const tab = await browser.openTab("about:blank");
		const reader = new Reader(browser, tab, url);
		await tab.send("Page.enable");
		await tab.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${notePointer})()` });
		// Frames of the card run in a process of their own; they are watched, never held up.
		await tab.send("Target.setAutoAttach", {
			autoAttach: true,
			waitForDebuggerOnStart: false,
			flatten: true,
			filter: [{ type: "iframe" }],
		});
		return reader;
	}

	/** Loads the page anew and waits until its terms are underlined. */
	async openPage(): Promise<void> {
		this.#card = undefined;
		await this.#move(5, 5);
		await this.#tab.send("Page.navigate", { url: this.#url });
		for (;;) {
			const underlined = await this.#tab.evaluate(readUnderlined).catch(() => []);
			this.#terms = underlined.flatMap(({ text, start, box }) => {
				const heading = headingOf(text, start);
				return heading ? [{ heading, box }] : [];
			});
			if (this.#terms.length > 0) break;
			await pause(20);
		}
		// The page comes to rest, as it has when somebody starts to read.
		await pause(400);
	}

	/** Rests on the next term, and tells when its card was painted. */
	async rest(): Promise<Latency> {
		const count = this.#restCount++;
		const term = this.#terms[count % this.#terms.length];
		if (!term) throw new Error("The page has no terms.");
		// Multiples of the golden ratio spread evenly, and every run gets the same places.
		const [across, down] = [0.15 + 0.7 * ((count * 0.618) % 1), 0.3 + 0.4 * ((count * 0.382) % 1)];
		const x = term.box.left + across * term.box.width;
		const y = term.box.top + down * term.box.height;

		// A warm frame is watched anew before the pointer moves: what it showed last does not count.
		await this.#card?.evaluate(watchCard, term.heading).catch(() => {
			this.#card = undefined;
		});
		// One move from beside the text: the dwell begins with the first move on the term, not with the last.
		await this.#move(x, y);
		const painted = await (await this.#watchedCard(term.heading)).evaluate(awaitCard, CARD_TIMEOUT_MS);
		if (painted.answers === 0)
			throw new Error(`The card "${term.heading}" was not complete after ${CARD_TIMEOUT_MS} ms.`);
		const dwellEnd = (await this.#tab.evaluate(lastPointerMove)) + DWELL_MS;
		await this.#leave();
		return { explanation: painted.explanation - dwellEnd, answers: painted.answers - dwellEnd };
	}

	paintEmptyFrame(extensionId: string): Promise<number> {
		return paintEmptyFrame(this.#tab, extensionId);
	}

	async #leave(): Promise<void> {
		await this.#move(5, 5);
		while (await this.#tab.evaluate(() => document.querySelector(":popover-open") !== null)) await pause(50);
		await pause(100);
	}

	async #move(x: number, y: number): Promise<void> {
		await this.#tab.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
	}

	/** The frame of the card, watched since it went from its empty first document to the card's page. */
	async #watchedCard(heading: string): Promise<Session> {
		const end = Date.now() + CARD_TIMEOUT_MS;
		while (Date.now() < end) {
			const card = this.#card;
			// Asked this often, the watch begins long before a frame made ready in the dwell is shown.
			if (await card?.evaluate(watchCard, heading).catch(() => false)) return card as Session;
			await pause(5);
		}
		throw new Error(`No card appeared within ${CARD_TIMEOUT_MS} ms.`);
	}

	#noteFrame({ method, params, sessionId }: ProtocolEvent): void {
		if (method !== "Target.attachedToTarget" || sessionId !== this.#tab.id) return;
		const { sessionId: id, targetInfo } = params as { sessionId: string; targetInfo: TargetInfo };
		this.#card = this.#browser.session(id, targetInfo.targetId);
	}
}

const detector = new Detector(compiledLexicon());

// The words of one underline may be half a mention, and mean something else alone: "twitches" of "eye … twitches".
// Where two mentions share words, either card is right and neither is waited for.
function headingOf(text: string, at: number): string | undefined {
	const [mention, ...others] = detector
		.findMentions(text)
		.filter(({ parts }) => parts.some(({ start, end }) => start <= at && at < end));
	if (others.length > 0) return undefined;
	return content.symptoms.find(({ id }) => id === mention?.symptomId)?.name;
}

interface BenchWindow {
	/** When the pointer moved last, in milliseconds since 1970. */
	lastMove: number;
	watched?: { heading: string; explanation: number; answers: number; done: Promise<void> };
}

// The functions below run in the browser: in the page (the first three) and in the card (the others).

function notePointer(): void {
	const bench = window as unknown as BenchWindow;
	addEventListener("pointermove", (event) => {
		bench.lastMove = performance.timeOrigin + event.timeStamp;
	});
}

function lastPointerMove(): number {
	return (window as unknown as BenchWindow).lastMove;
}

function readUnderlined() {
	return [...(CSS.highlights.get("symptom-present") ?? [])].map(
		({ startContainer, startOffset, endContainer, endOffset }) => {
			const range = document.createRange();
			range.setStart(startContainer, startOffset);
			range.setEnd(endContainer, endOffset);
			const [first] = range.getClientRects();
			const { left, top, width, height } = first ?? range.getBoundingClientRect();
			return { text: startContainer.textContent ?? "", start: startOffset, box: { left, top, width, height } };
		},
	);
}

/** Begins to watch for a card with this heading; false in a document that is not the card's. */
function watchCard(heading: string): boolean {
	if (location.protocol !== "chrome-extension:") return false;
	const bench = window as unknown as BenchWindow;
	if (bench.watched?.heading === heading && bench.watched.answers === 0) return true;
	const { promise: done, resolve } = Promise.withResolvers<void>();
	const watched = { heading, explanation: 0, answers: 0, done };
	bench.watched = watched;
	// A frame that is not shown gets no animation frames: whatever is noted here was on the screen.
	const look = () => {
		if (bench.watched !== watched) return;
		const isExplained =
			document.querySelector("h1")?.textContent === heading && document.querySelector(".symptom-card-body p") !== null;
		// For a few terms there is no answer; then the card says so, as soon as it knows.
		const isAnswered = isExplained && document.querySelector(".answers[aria-busy=false]") !== null;
		// A message is handled after the frame has been styled, laid out and painted.
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			const now = performance.timeOrigin + performance.now();
			if (isExplained) watched.explanation ||= now;
			if (isAnswered) watched.answers ||= now;
			if (isAnswered) resolve();
			port1.close();
		};
		port2.postMessage(undefined);
		if (!isAnswered) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	return true;
}

async function awaitCard(timeoutMs: number): Promise<{ explanation: number; answers: number }> {
	const { watched } = window as unknown as BenchWindow;
	if (!watched) return { explanation: 0, answers: 0 };
	await Promise.race([watched.done, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
	return { explanation: watched.explanation, answers: watched.answers };
}

async function repeat<T>(count: number, run: () => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	while (results.length < count) results.push(await run());
	return results;
}

function tellLatencies(rows: [string, Latency[]][], findings: Findings): void {
	const cells = (figures: number[], aim: number) => [
		short(median(figures)),
		short(p95(figures)),
		`${(p95(figures) / aim).toFixed(2)}`,
	];
	findings.table(
		`From the end of the dwell (${DWELL_MS} ms) until painted, in ms; aims for p95: explanation ${AIM.explanation}, answer ${AIM.answers}`,
		["", "explanation median", "p95", "p95/aim", "answer median", "p95", "p95/aim", "n"],
		rows.map(([name, latencies]) => [
			name,
			...cells(
				latencies.map(({ explanation }) => explanation),
				AIM.explanation,
			),
			...cells(
				latencies.map(({ answers }) => answers),
				AIM.answers,
			),
			String(latencies.length),
		]),
	);
	findings.plot({
		file: "hover",
		title: "From the end of the dwell until it is painted, p95",
		unit: "ms",
		bars: rows.flatMap(([name, latencies]) => [
			{
				label: `${name}: explanation`,
				value: p95(latencies.map(({ explanation }) => explanation)),
				isOurs: true,
				aim: AIM.explanation,
			},
			{
				label: `${name}: answer`,
				value: p95(latencies.map(({ answers }) => answers)),
				isOurs: true,
				aim: AIM.answers,
			},
		]),
	});
}
