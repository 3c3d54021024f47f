import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { servePages } from "../e2e/serve-pages";
import { serveWithoutScripts } from "../real-pages/serve-without-scripts";
import { pageOf } from "./bench-folder";
import { bundle } from "./bundle";
import { listedTerms } from "./detection-speed";
import { median, short } from "./figures";
import type { Findings } from "./findings";
import { blocksOf, sampleOf } from "./long-page";
import type { InPage, Scan, Walk } from "./measured/in-page";
import { RawBrowser, type Session, untilLoaded } from "./raw-browser";

const ROUNDS = 7;
const SHORT_LENGTH = 1_000_000;

/** Most that a scan may cost, in times of the walk, and the longest piece of it, in milliseconds. */
const AIM = { ratio: 2.5, longest: 8 };

/** mark.js is given up after this long, in milliseconds: it walks the page once for each term. */
const MARK_TIMEOUT_MS = 120_000;
/** Terms handed to mark.js between two looks at the clock. */
const MARK_AT_ONCE = 20;

const MARK_JS = join(import.meta.dirname, "../../node_modules/mark.js/dist/mark.es6.min.js");

/**
 * How long the product reads a whole document in Chromium, beside a walk that
 * touches the same characters and beside mark.js. `folder` is where the pages may be put.
 */
export async function benchScan(html: string, folder: string, findings: Findings): Promise<void> {
	writeFileSync(join(folder, "ten-megabytes.html"), html);
	const sample = sampleOf(blocksOf(html), SHORT_LENGTH);
	writeFileSync(join(folder, "one-megabyte.html"), pageOf("One megabyte", sample));
	const server = await servePages(folder);
	const quiet = await serveWithoutScripts(server);
	const script = await bundle("in-page.ts");
	const browser = new RawBrowser();
	try {
		const long = await openWith(browser, `${quiet.origin}/ten-megabytes.html`, script);
		await compareWithWalk(long, findings);
		await browser.closeTab(long);
		const short = await openWith(browser, `${quiet.origin}/one-megabyte.html`, script);
		await compareWithMark(short, findings);
	} finally {
		await browser.close();
		quiet.close();
		await server.close();
	}
}

async function openWith(browser: RawBrowser, url: string, script: string): Promise<Session> {
	const tab = await browser.openTab(url);
	await untilLoaded(tab);
	await tab.send("Runtime.evaluate", { expression: script });
	return tab;
}

async function compareWithWalk(tab: Session, findings: Findings): Promise<void> {
	const firstWalk = await walk(tab, true);
	const firstScan = await scan(tab);
	const scans: Scan[] = [];
	const pieces: Scan[] = [];
	const walks: Walk[] = [];
	const blindWalks: Walk[] = [];
	const bareWalks: Walk[] = [];
	// In turns, so that whatever else this machine does meets all alike.
	for (let round = 0; round < ROUNDS; round++) {
		walks.push(await walk(tab, true));
		scans.push(await scan(tab));
		blindWalks.push(await walk(tab, false));
		bareWalks.push(await walkBare(tab));
		pieces.push(await scan(tab, true));
	}
	const ours = median(scans.map(({ ms }) => ms));
	const theirs = median(walks.map(({ ms }) => ms));
	const blind = median(blindWalks.map(({ ms }) => ms));
	const bare = median(bareWalks.map(({ ms }) => ms));
	const row = (name: string, ms: number, what: string) => [name, short(ms), (ms / theirs).toFixed(2), what];
	findings.table(
		`Reading a page of 10 MB in Chromium, medians of n = ${ROUNDS}`,
		["", "ms", "x walk", ""],
		[
			row("whole scan: read, find, ask visibility, underline", ours, `${scans[0]?.ranges} ranges`),
			row("the same, first time in this page", firstScan.ms, `${firstScan.ranges} ranges`),
			row("walk: touch every character that can be seen", theirs, `${walks[0]?.characters} characters`),
			row("the same, first time in this page", firstWalk.ms, `${firstWalk.characters} characters`),
			row("walk without asking for visibility", blind, `${blindWalks[0]?.characters} characters`),
			row("bare TreeWalker: visit every text node", bare, `${bareWalks[0]?.characters} characters`),
		],
	);
	findings.note(
		`Longest piece of work, one block or one run: ${short(longestOf(pieces))} ms of ${pieces[0]?.slices.length} ` +
			`pieces (aim: at most ${AIM.longest}).`,
	);
	const what = "scanning a page of 10 MB";
	const peer = "a TreeWalker that touches every character that can be seen";
	findings.ratio({ what, peer, ours, theirs, unit: "ms", aim: AIM.ratio });
	findings.ratio({ what, peer: "a bare TreeWalker over its text nodes", ours, theirs: bare, unit: "ms" });
	findings.plot({
		file: "scan",
		title: "Reading a page of 10 MB in Chromium",
		unit: "ms",
		bars: [
			{ label: "Symptom Lens: read, find, underline", value: ours, isOurs: true, aim: theirs * AIM.ratio },
			{ label: "TreeWalker that touches what can be seen", value: theirs, isOurs: false },
			{ label: "TreeWalker that touches all", value: blind, isOurs: false },
			{ label: "bare TreeWalker", value: bare, isOurs: false },
		],
	});
}

/** Whatever interrupts the browser makes any piece look long once, so each counts with its median. */
function longestOf(scans: Scan[]): number {
	const slices = scans[0]?.slices ?? [];
	return slices.reduce(
		(longest, _, index) => Math.max(longest, median(scans.map((scan) => scan.slices[index] ?? Number.NaN))),
		0,
	);
}

async function compareWithMark(tab: Session, findings: Findings): Promise<void> {
	const scans: Scan[] = [];
	for (let round = 0; round < ROUNDS; round++) scans.push(await scan(tab));
	const ours = median(scans.map(({ ms }) => ms));
	const terms = listedTerms();
	await tab.send("Runtime.evaluate", { expression: readFileSync(MARK_JS, "utf8") });
	const { ms, done, marked } = await tab.evaluate(mark, terms, MARK_AT_ONCE, MARK_TIMEOUT_MS);
	const isDone = done === terms.length;
	const whole = (ms / done) * terms.length;
	findings.table(
		"Marking a page of 1 MB of text in Chromium",
		["", "ms", "x scan", ""],
		[
			[`whole scan, median of n = ${ROUNDS}`, short(ours), "1.0", `${scans[0]?.ranges} ranges`],
			["mark.js, once", short(ms), short(ms / ours), `${marked} marks, ${done} of ${terms.length} terms`],
		],
	);
	if (!isDone) {
		findings.note(
			`mark.js was given up after ${MARK_TIMEOUT_MS / 1_000} s. At its pace all terms take ${short(whole / 1_000)} s, ` +
				`${short(whole / ours)} times as long as the scan.`,
		);
	}
	findings.ratio({
		what: "marking all terms on a page of 1 MB of text",
		peer: isDone ? "mark.js" : "mark.js, at the pace it had when it was given up",
		ours,
		theirs: whole,
		unit: "ms",
	});
}

/** Runs in the page. */
function mark(terms: string[], atOnce: number, timeout: number): { ms: number; done: number; marked: number } {
	const { Mark } = globalThis as unknown as {
		Mark: new (root: Element) => { mark: (terms: string[], options: object) => void };
	};
	const marker = new Mark(document.body);
	const start = performance.now();
	let done = 0;
	while (done < terms.length && performance.now() - start < timeout) {
		marker.mark(terms.slice(done, done + atOnce), {
			separateWordSearch: false,
			acrossElements: false,
			accuracy: "exactly",
		});
		done = Math.min(terms.length, done + atOnce);
	}
	return { ms: performance.now() - start, done, marked: document.querySelectorAll("mark").length };
}

function scan(tab: Session, isPieceByPiece = false): Promise<Scan> {
	return tab.evaluate(
		(pieces) => (globalThis as unknown as { symptomLensBench: InPage }).symptomLensBench.scan(pieces),
		isPieceByPiece,
	);
}

function walkBare(tab: Session): Promise<Walk> {
	return tab.evaluate(() => (globalThis as unknown as { symptomLensBench: InPage }).symptomLensBench.walkBare());
}

function walk(tab: Session, asksVisibility: boolean): Promise<Walk> {
	return tab.evaluate(
		(asks) => (globalThis as unknown as { symptomLensBench: InPage }).symptomLensBench.walk(asks),
		asksVisibility,
	);
}
