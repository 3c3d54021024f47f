import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { servePages } from "../e2e/serve-pages";
import { serveWithoutScripts } from "../real-pages/serve-without-scripts";
import { sharedFolder } from "../real-pages/shared-pages";
import { median, short } from "./figures";
import type { Findings } from "./findings";
import { LONG_TASK_MS, type OwnWork, ownWork } from "./own-work";
import { pause, RawBrowser, untilLoaded } from "./raw-browser";
import { heapOf, taskDuration, traceDuring } from "./tab-cost";

const SAMPLES = 5;

/** Every so manieth page is loaded in the quick form. */
const QUICK_EVERY = 3;

const OWN_PAGES = join(import.meta.dirname, "../pages");

/** At the median over pages: CPU milliseconds and MB more than with the empty extension. */
const AIM = { task: 20, heap: 1.5 };

/** How long a loaded page is left alone, in milliseconds, and how much longer for each MB of its source. */
const SETTLE_MS = 800;
const SETTLE_MS_PER_MB = 400;

/** It takes as long as all other pages together. */
const LAST = "composite_10mb.html";

/** What one load of a page cost. */
interface Cost extends OwnWork {
	/** Everything the page's main thread did, in CPU milliseconds. */
	task: number;
	/** JavaScript heap after a collection, in KB. */
	heap: number;
	/** Length and hash of the page's source as it stood in the end. */
	source: string;
}

/** The same page with the lens and with the empty extension, medians over its loads. */
interface PageCost {
	name: string;
	lens: Cost;
	empty: Cost;
	isSame: boolean;
}

interface Visit {
	/** A page of the same site, to start from. */
	blankPage: string;
	url: string;
	/** How long the loaded page is left alone, in milliseconds. */
	settle: number;
}

interface PagesBench {
	extension: string;
	emptyExtension: string;
	/** A page that is served, to start from. */
	blankPage: string;
	/** Parts of names; none means all pages. */
	wanted: string[];
	/** Of all pages only some from everywhere in the list. */
	isQuick: boolean;
}

/**
 * What the extension costs each page of the shared folder, or the project's own pages where there is none, beside an extension
 * whose content script does nothing, and whether it leaves the page's source alone.
 */
export async function benchPages(
	{ extension, emptyExtension, blankPage, wanted, isQuick }: PagesBench,
	findings: Findings,
): Promise<void> {
	const saved = join(sharedFolder, "pages");
	const folder = existsSync(saved) ? saved : OWN_PAGES;
	findings.note(
		folder === saved
			? "The pages are saved ones of other people's sites, so they are not part of the project."
			: "The pages are the project's own, of tests/pages; saved pages of other sites are read if SHARED names their folder.",
	);
	const all = readdirSync(folder)
		.filter((name) => name.endsWith(".html") && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
		.sort((one, other) => Number(one === LAST) - Number(other === LAST) || one.localeCompare(other));
	const names = isQuick ? all.filter((name, index) => name !== LAST && index % QUICK_EVERY === 0) : all;
	const server = await servePages(folder);
	const quiet = await serveWithoutScripts(server);
	const lens = new RawBrowser();
	const empty = new RawBrowser();
	const costs: PageCost[] = [];
	try {
		await lens.install(extension);
		await empty.install(emptyExtension);
		// The answers are stored when the extension is installed; that is over by now.
		await pause(1_500);
		for (const name of names) {
			const visit = {
				blankPage,
				url: `${quiet.origin}/${name}`,
				settle: SETTLE_MS + (SETTLE_MS_PER_MB * statSync(join(folder, name)).size) / 1_000_000,
			};
			const cost = await compare(name, { lens, empty }, visit);
			costs.push(cost);
			console.log(
				`${costs.length} of ${names.length}: ${name} ${short(extraTask(cost))} ms, ${extraHeap(cost).toFixed(2)} MB more`,
			);
		}
	} finally {
		await Promise.all([lens.close(), empty.close()]);
		quiet.close();
		await server.close();
	}
	tell(costs, findings);
}

async function compare(
	name: string,
	{ lens, empty }: { lens: RawBrowser; empty: RawBrowser },
	visit: Visit,
): Promise<PageCost> {
	const ours: Cost[] = [];
	const theirs: Cost[] = [];
	// In turns, so that whatever else this machine does meets both alike.
	for (let sample = 0; sample < SAMPLES; sample++) {
		theirs.push(await costOf(empty, visit));
		ours.push(await costOf(lens, visit));
	}
	const isSame = new Set([...ours, ...theirs].map(({ source }) => source)).size === 1;
	return { name, lens: medianCost(ours), empty: medianCost(theirs), isSame };
}

async function costOf(browser: RawBrowser, { blankPage, url, settle }: Visit): Promise<Cost> {
	// A page of the same site first: the process is there, and the load itself is what is measured.
	const tab = await browser.openTab(blankPage);
	await untilLoaded(tab);
	await tab.send("Page.enable");
	await tab.send("Performance.enable", { timeDomain: "threadTicks" });
	const before = await taskDuration(tab);
	const events = await traceDuring(
		browser,
		["devtools.timeline", "disabled-by-default-devtools.timeline"],
		async () => {
			await tab.send("Page.navigate", { url });
			await untilLoaded(tab);
			await pause(settle);
		},
	);
	const task = (await taskDuration(tab)) - before;
	const heap = await heapOf(tab);
	const html = await tab.evaluate(() => document.documentElement.outerHTML);
	await browser.closeTab(tab);
	const source = `${html.length} ${createHash("sha256").update(html).digest("hex")}`;
	return { task, heap, ...ownWork(events), source };
}

function medianCost(costs: Cost[]): Cost {
	const of = (key: Exclude<keyof Cost, "source">) => median(costs.map((cost) => cost[key]));
	return {
		task: of("task"),
		heap: of("heap"),
		own: of("own"),
		longTasks: of("longTasks"),
		longestOwn: of("longestOwn"),
		source: costs[0]?.source ?? "",
	};
}

function extraTask({ lens, empty }: PageCost): number {
	return lens.task - empty.task;
}

/** In MB. */
function extraHeap({ lens, empty }: PageCost): number {
	return (lens.heap - empty.heap) / 1_000;
}

function tell(costs: PageCost[], findings: Findings): void {
	findings.table(
		`Cost per page, scripts blocked, medians of n = ${SAMPLES} loads each, in turns with the empty extension`,
		[
			"",
			"task ms",
			"empty",
			"extra",
			"our scripts",
			"ratio",
			"heap MB",
			"extra",
			"long tasks",
			"our longest ms",
			"source",
		],
		costs.map((cost) => [
			cost.name,
			short(cost.lens.task),
			short(cost.empty.task),
			short(extraTask(cost)),
			short(cost.lens.own),
			(cost.lens.task / cost.empty.task).toFixed(2),
			(cost.lens.heap / 1_000).toFixed(1),
			extraHeap(cost).toFixed(2),
			String(cost.lens.longTasks),
			short(cost.lens.longestOwn),
			cost.isSame ? "same" : "DIFFERS",
		]),
	);
	const over = (figure: (cost: PageCost) => number) => median(costs.map(figure));
	findings.note(
		`Extra task time ${short(over(extraTask))} ms at the median over pages (aim: at most ${AIM.task}), extra heap ` +
			`${over(extraHeap).toFixed(2)} MB (aim: at most ${AIM.heap}).`,
	);
	findings.note(
		`Tasks over ${LONG_TASK_MS} ms with scripts of ours: ${costs.reduce((sum, { lens }) => sum + lens.longTasks, 0)} ` +
			`on ${costs.filter(({ lens }) => lens.longTasks > 0).length} of ${costs.length} pages.`,
	);
	findings.note(
		`Same source with and without: ${costs.filter(({ isSame }) => isSame).length} of ${costs.length} pages.`,
	);
	const peer = "an empty content script";
	findings.ratio({
		what: "main thread while a page loads, median over pages",
		peer,
		ours: over(({ lens }) => lens.task),
		theirs: over(({ empty }) => empty.task),
		unit: "CPU ms",
	});
	findings.ratio({
		what: "heap after a page loaded, median over pages",
		peer,
		ours: over(({ lens }) => lens.heap / 1_000),
		theirs: over(({ empty }) => empty.heap / 1_000),
		unit: "MB",
	});
	findings.plot({
		file: "pages",
		title: "Main thread of a page while it loads: what Symptom Lens adds",
		unit: "CPU ms",
		bars: [...costs]
			.sort((one, other) => extraTask(other) - extraTask(one))
			.map((cost) => ({ label: cost.name, value: Math.max(0, extraTask(cost)), isOurs: true })),
	});
}
