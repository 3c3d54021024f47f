import type { Bar } from "../../scripts/bar-plot";
import { median } from "./figures";
import type { Findings } from "./findings";
import { pause, RawBrowser } from "./raw-browser";
import { heapOf, isOfExtension, type TraceEvent, taskDuration, traceDuring } from "./tab-cost";

const SAMPLES = 8;

/** After this long, in milliseconds, a page of 10,000 words has been read and painted. */
const SETTLE_MS = 1_300;

const MAIN_THREAD = "main thread, CPU ms";

/** What one load of a page cost. */
interface Cost {
	/** Compiling and first run of the content scripts, in CPU milliseconds. */
	start: number;
	/** Everything the page's main thread did, ours and its own, in CPU milliseconds. */
	mainThread: number;
	/** JavaScript heap after a collection, in KB. */
	heap: number;
}

/** Measures what the content script costs a page, beside an extension whose content script does nothing. */
export async function benchContent(
	{ extension, emptyExtension, origin }: { extension: string; emptyExtension: string; origin: string },
	findings: Findings,
): Promise<void> {
	const lens = new RawBrowser();
	const empty = new RawBrowser();
	await lens.install(extension);
	await empty.install(emptyExtension);
	// The answers are stored when the extension is installed; that is over by now.
	await pause(1_500);
	const rows: string[][] = [];
	const bars: Bar[] = [];
	for (const [name, path] of [
		["blank page", "blank.html"],
		["practice page", "practice.html"],
		["10,000 words full of terms", "long.html"],
	]) {
		const costs: { lens: Cost[]; empty: Cost[] } = { lens: [], empty: [] };
		// In turns, so that whatever else this machine does meets both alike.
		for (let sample = 0; sample < SAMPLES; sample++) {
			costs.empty.push(await costOf(empty, `${origin}/${path}`));
			costs.lens.push(await costOf(lens, `${origin}/${path}`));
		}
		for (const [what, key, digits] of [
			["compile + evaluate, CPU ms", "start", 1],
			[MAIN_THREAD, "mainThread", 1],
			["heap, KB", "heap", 0],
		] as const) {
			const [ours, theirs] = [costs.lens, costs.empty].map((all) => median(all.map((cost) => cost[key])));
			if (ours === undefined || theirs === undefined) continue;
			rows.push([
				`${name}: ${what}`,
				ours.toFixed(digits),
				theirs.toFixed(digits),
				(ours - theirs).toFixed(digits),
				(ours / theirs).toFixed(1),
			]);
			if (what !== MAIN_THREAD) continue;
			const peer = "an empty content script";
			findings.ratio({ what: `main thread while loading: ${name}`, peer, ours, theirs, unit: "CPU ms" });
			bars.push({ label: `${name}: Symptom Lens`, value: ours, isOurs: true });
			bars.push({ label: `${name}: empty extension`, value: theirs, isOurs: false });
		}
	}
	await Promise.all([lens.close(), empty.close()]);
	findings.table(
		`Cost of the content script per page load, medians of n = ${SAMPLES}`,
		["", "lens", "empty extension", "difference", "ratio"],
		rows,
	);
	findings.plot({ file: "content", title: "Main thread of a page while it loads", unit: "CPU ms", bars });
}

async function costOf(browser: RawBrowser, url: string): Promise<Cost> {
	// A page of the same site first: the process is there, and the load itself is what is measured.
	const tab = await browser.openTab(new URL("/blank.html", url).href);
	await pause(300);
	await tab.send("Page.enable");
	await tab.send("Performance.enable", { timeDomain: "threadTicks" });
	const before = await taskDuration(tab);
	const events = await traceDuring(browser, ["devtools.timeline", "v8"], async () => {
		await tab.send("Page.navigate", { url });
		await pause(SETTLE_MS);
	});
	const mainThread = (await taskDuration(tab)) - before;
	const heap = await heapOf(tab);
	await browser.closeTab(tab);
	return { start: startCost(events), mainThread, heap };
}

function startCost(events: TraceEvent[]): number {
	const micros = events
		.filter(({ name, ph }) => ph === "X" && (name === "EvaluateScript" || name === "v8.compile"))
		.filter(isOfExtension)
		.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0);
	return micros / 1_000;
}
