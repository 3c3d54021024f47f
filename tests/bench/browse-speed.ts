import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowseRequest } from "../../lib/messaging/protocol";
import { bundle } from "./bundle";
import { median, p95, short } from "./figures";
import type { Findings } from "./findings";
import { heapMegabytes, watchHeap } from "./heap";
import type * as InPage from "./measured/browse-in-page";
import { pause, RawBrowser } from "./raw-browser";

/** Answers of two packs together, with a fifth as many doctors. */
const SIZES = [50_000, 500_000];
/** A tenth with `--quick`. */
const QUICK = 0.1;

const ROUNDS = 10;

/** MB that browsing and searching may take at 500,000 answers. */
const MEMORY_AIM = 40;

const NO_FILTER = { packId: null, site: null, doctor: null, specialty: null, year: null };
const ALL: BrowseRequest = { filter: NO_FILTER, sort: "newest", text: "", first: 0, count: 50 };

/** How long the list of all answers takes to be filtered, sorted, scrolled and searched in Chromium, and what memory. */
export async function benchBrowsing(
	{ origin, folder, isQuick }: { origin: string; folder: string; isQuick: boolean },
	findings: Findings,
): Promise<void> {
	writeFileSync(join(folder, "browse.js"), await bundle("browse-in-page.ts"));
	writeFileSync(
		join(folder, "browse.html"),
		'<!doctype html><html lang="en"><meta charset="utf-8"><title>Browse</title><body><script src="/browse.js"></script>',
	);
	const [large, huge] = SIZES.map((size) => size * (isQuick ? QUICK : 1)) as [number, number];
	const ofLarge = await measure(`${origin}/browse.html`, large, findings);
	const ofHuge = await measure(`${origin}/browse.html`, huge, findings);
	const peer = `${large} answers`;
	const [ours = Number.NaN] = ofHuge.medians.values();
	const [theirs = Number.NaN] = ofLarge.medians.values();
	findings.ratio({ what: `opening the list of ${huge} answers`, peer, ours, theirs, unit: "ms" });
	findings.ratio({ what: `memory kept by ${huge} answers`, peer, ours: ofHuge.kept, theirs: ofLarge.kept, unit: "MB" });
	findings.plot({
		file: "browse",
		title: "Browsing a library, and one ten times as large",
		unit: "ms, p50",
		bars: [...ofHuge.medians].flatMap(([what, ms]) => [
			{ label: `${what}: ${huge}`, value: ms, isOurs: true },
			{ label: `… ${large}`, value: ofLarge.medians.get(what) ?? Number.NaN, isOurs: false },
		]),
	});
}

/** Medians in milliseconds of what is asked of a library of this size, and the MB that stay. */
async function measure(
	page: string,
	size: number,
	findings: Findings,
): Promise<{ medians: Map<string, number>; kept: number }> {
	const browser = new RawBrowser();
	try {
		const importing = await open(browser, page);
		await importing.evaluate((count) => symptomLensBench.store(count), size);
		await browser.closeTab(importing);

		const tab = await open(browser, page);
		const idle = await heapMegabytes(tab);
		const rows: string[][] = [];
		const medians = new Map<string, number>();
		const note = (what: string, answers: { ms: number; total: number }[]) => {
			const times = answers.map(({ ms }) => ms);
			medians.set(what, median(times));
			rows.push([what, short(median(times)), short(p95(times)), String(answers[0]?.total ?? 0), String(times.length)]);
		};
		const times = async (what: string, request: (round: number) => BrowseRequest, isFirst = false) => {
			const asked: { ms: number; total: number }[] = [];
			for (let round = 0; round < ROUNDS; round++) {
				asked.push(await tab.evaluate((one, first) => symptomLensBench.browse(one, first), request(round), isFirst));
			}
			note(what, asked);
		};
		const { peak } = await watchHeap(tab, async () => {
			await times("first after opening, newest first", () => ALL, true);
			await times("first after opening, by title", () => ({ ...ALL, sort: "title" }), true);
			await times("scrolled", (round) => ({ ...ALL, sort: "title", first: round * 97 }));
			await times("a filter", (round) => ({ ...ALL, filter: { ...NO_FILTER, specialty: `Specialty ${round}` } }));
			await times("a filter, by title", (round) => ({
				...ALL,
				sort: "title",
				filter: { ...NO_FILTER, year: 2006 + round },
			}));
			await times("a filter, by doctor", (round) => ({
				...ALL,
				sort: "doctor",
				filter: { ...NO_FILTER, year: 2006 + round },
			}));
			await times("searched within a filter", (round) => ({
				...ALL,
				text: "lip twitching",
				filter: { ...NO_FILTER, year: 2006 + round },
			}));
			for (const [what, text] of [
				["names that begin as typed", "doc one 12"],
				["names that are misspelled", "dcotor one"],
			] as const) {
				const asked: { ms: number; total: number }[] = [];
				for (let round = 0; round < ROUNDS; round++) {
					asked.push(
						await tab.evaluate(
							(name, filter) => symptomLensBench.suggest({ facet: "doctor", text: name, filter }),
							`${text}${round}`,
							NO_FILTER,
						),
					);
				}
				note(what, asked);
			}
		});
		const kept = (await heapMegabytes(tab)) - idle;
		findings.table(`Browsing ${size} answers of two packs`, ["", "p50 ms", "p95 ms", "found", "n"], rows);
		findings.note(
			`Memory: ${short(kept)} MB kept (aim: ${MEMORY_AIM}), ${short(peak)} MB at most with what waits for the collector.`,
		);
		return { medians, kept };
	} finally {
		await browser.close();
	}
}

async function open(browser: RawBrowser, page: string) {
	const tab = await browser.openTab(page);
	while (!(await tab.evaluate(() => typeof symptomLensBench === "object"))) await pause(50);
	return tab;
}

declare const symptomLensBench: typeof InPage;
