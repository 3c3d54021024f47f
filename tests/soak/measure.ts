import type { Browser, CDPSession, Frame, Page } from "puppeteer-core";
import { findCardFrame, pause, until } from "../e2e/test-browser";
import { rangeCount } from "./reader";
import { type Figures, HEAP } from "./verdict";

/** Collections before a measurement: what one of them frees lets the next one free more. */
const COLLECTIONS = 4;

/** Between two of them, in milliseconds: the browser clears up on its own thread. */
const COLLECTION_PAUSE_MS = 250;

/** What a page's process holds after a collection: its page's scripts and ours together. Counts are of the whole process. */
export async function measurePage(page: Page, session: CDPSession): Promise<Figures> {
	const figures = await countsOf(session, ["listeners", "nodes", "documents", "frames"]);
	return { ranges: await rangeCount(page), ...figures };
}

/** What all pages of the extension hold together: the card frames of all tabs run in one process. */
export async function measureCard(page: Page): Promise<Figures> {
	const frame = await until(() => findCardFrame(page), "the card is there");
	return countsOf(sessionOf(frame), ["listeners", "nodes"]);
}

/** What the background worker holds. */
export async function measureWorker(browser: Browser): Promise<Figures> {
	return { [HEAP]: await heapOf(await workerSession(browser)) };
}

/** The session of the background worker; while it is attached, the worker does not fall asleep. */
export async function workerSession(browser: Browser): Promise<CDPSession> {
	const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker");
	const worker = await target.worker();
	if (!worker) throw new Error("The background worker cannot be reached.");
	return worker.client;
}

// A frame of another process has a session of its own, which the types do not know.
function sessionOf(frame: Frame): CDPSession {
	return (frame as unknown as { client: CDPSession }).client;
}

/** Names of https://chromedevtools.github.io/devtools-protocol/tot/Performance/ */
const METRICS = { listeners: "JSEventListeners", nodes: "Nodes", documents: "Documents", frames: "Frames" };

async function countsOf(session: CDPSession, names: (keyof typeof METRICS)[]): Promise<Figures> {
	const heap = await heapOf(session);
	await session.send("Performance.enable");
	const { metrics } = await session.send("Performance.getMetrics");
	const metricOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
	return { ...Object.fromEntries(names.map((name) => [name, metricOf(METRICS[name])])), [HEAP]: heap };
}

async function heapOf(session: CDPSession): Promise<number> {
	for (let count = 0; count < COLLECTIONS; count++) {
		await session.send("HeapProfiler.collectGarbage");
		await pause(COLLECTION_PAUSE_MS);
	}
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	return Math.round(usedSize / 1_000);
}
