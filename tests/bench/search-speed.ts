// Long because one table, and what each of its rows measures.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sharedFolder } from "../real-pages/shared-pages";
import { bundle } from "./bundle";
import { median, p95, short } from "./figures";
import type { Findings } from "./findings";
import { heapMegabytes, watchHeap } from "./heap";
import type * as InPage from "./measured/search-in-page";
import type { PeerName } from "./measured/search-peers";
import { pause, RawBrowser, type Session } from "./raw-browser";
import { generatedQueries, MEDICAL_QUERIES } from "./search-queries";

const MEDQUAD = "gold/retrieval/medquad_corpus.jsonl.gz";

/** Generated answers of a usual large library, and of ten times as many. */
const SIZES = { large: 50_000, huge: 500_000 };
/** A tenth with `--quick`. */
const QUICK = 0.1;

/**
 * Ten times the answers may take a query this many times as long, an import this many times as long as bare rows, and a query
 * over the large library this share of what Fuse takes; the rest in MB.
 */
const AIM = { growth: 4, import: 4, fuse: 1 / 50, memory: 40, importMemory: 150 };

/** How often every query is asked. */
const ROUNDS = { ours: 3, peer: 2, fuse: 1 };
/** Every so manieth query is asked of Fuse, which takes seconds for each; and as the first one after opening. */
const FUSE_EVERY = 4;
const FIRST_EVERY = 3;

/** Queries after which memory is measured. */
const MEMORY_QUERIES = 50;

const PEERS: { name: PeerName; label: string }[] = [
	{ name: "fuse", label: "Fuse.js, ignoreLocation" },
	{ name: "minisearch", label: "MiniSearch, prefix and fuzzy" },
	{ name: "flexsearch", label: "FlexSearch, forward" },
];

type Script = typeof InPage;

/** What was measured of one search over one library. */
interface Measured {
	/** Milliseconds of each query, warm. */
	times: number[];
	/** Milliseconds of queries that were the first after opening. */
	first?: number[];
	/** MB above the page without it. */
	memory: number;
	found: number;
	stages?: InPage.Stages[];
}

/** How long a search and an import take in Chromium, with what memory, beside other searches and bare rows. */
export async function benchSearch(
	{ origin, folder, isQuick }: { origin: string; folder: string; isQuick: boolean },
	findings: Findings,
): Promise<void> {
	writeFileSync(join(folder, "search.js"), await bundle("search-in-page.ts"));
	writeFileSync(
		join(folder, "search.html"),
		'<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><body><script src="/search.js"></script>',
	);
	const page = `${origin}/search.html`;
	const factor = isQuick ? QUICK : 1;
	const [large, huge] = [SIZES.large * factor, SIZES.huge * factor];

	const lines = medquadLines();
	if (lines) {
		writeFileSync(join(folder, "medquad.jsonl"), lines.join("\n"));
		const source = { file: "/medquad.jsonl" };
		const { ours } = await measureOurs(page, source, MEDICAL_QUERIES);
		const library = { what: `${lines.length} answers of MedQuAD`, file: "search-medquad", source };
		await compare(page, { ...library, queries: MEDICAL_QUERIES, ours }, findings);
	} else {
		findings.note(`The part with MedQuAD is left out: the shared folder, which SHARED names, has no ${MEDQUAD}.`);
	}

	const queries = generatedQueries();
	const ofLarge = await measureOurs(page, { generated: large }, queries);
	const library = { what: `${large} generated answers`, file: "search", source: { generated: large } };
	const fuseAim = isQuick ? {} : { fuseAim: AIM.fuse };
	await compare(page, { ...library, queries, ours: ofLarge.ours, ...fuseAim }, findings);
	const ofHuge = await measureOurs(page, { generated: huge }, queries);
	findings.table(
		`Search over ${huge} generated answers beside ${large}, n = ${ofHuge.ours.times.length}`,
		["", `${huge}`, `${large}`, "ratio", `aim`],
		[
			ratioRow("p50, ms", median(ofHuge.ours.times), median(ofLarge.ours.times), `<= ${AIM.growth}`),
			ratioRow("p95, ms", p95(ofHuge.ours.times), p95(ofLarge.ours.times), ""),
			ratioRow("first after opening, p50, ms", median(ofHuge.ours.first ?? []), median(ofLarge.ours.first ?? []), ""),
			ratioRow(
				`memory after ${MEMORY_QUERIES} queries, MB`,
				ofHuge.ours.memory,
				ofLarge.ours.memory,
				`<= ${AIM.memory} MB`,
			),
		],
	);
	findings.ratio({
		what: `searching ${huge} answers`,
		peer: `${large} answers`,
		ours: median(ofHuge.ours.times),
		theirs: median(ofLarge.ours.times),
		unit: "ms",
		aim: AIM.growth,
	});
	tellStages(`${huge} generated answers`, ofHuge.ours.stages ?? [], findings);
	const libraries = [
		{ count: large, imported: ofLarge.imported },
		{ count: huge, imported: ofHuge.imported },
	];
	await compareImport(page, libraries, findings);
}

interface Imported {
	stored: InPage.Stored;
	/** MB of heap above the idle page, at the highest. */
	peak: number;
}

async function measureOurs(
	page: string,
	source: InPage.Source,
	queries: readonly string[],
): Promise<{ ours: Measured; imported: Imported }> {
	const browser = new RawBrowser();
	try {
		const importing = await openPage(browser, page);
		const imported = await watchHeap(importing, () =>
			importing.evaluate((from) => symptomLensBench.store(from), source),
		);
		await browser.closeTab(importing);

		const tab = await openPage(browser, page);
		const idle = await heapMegabytes(tab);
		const ask = (text: string, isFirst: boolean) =>
			tab.evaluate((query, first) => symptomLensBench.search(query, first), text, isFirst);
		// What the code costs that has not been compiled is seen once, by whoever asks first after the browser started.
		const veryFirst = await ask(queries[0] ?? "", true);
		for (const query of queries) await ask(query, false);
		const stages: InPage.Stages[] = [];
		for (let round = 0; round < ROUNDS.ours; round++) {
			for (const query of queries) stages.push(await ask(query, false));
		}
		for (let asked = queries.length * (1 + ROUNDS.ours); asked < MEMORY_QUERIES; asked++) {
			await ask(queries[asked % queries.length] ?? "", false);
		}
		const memory = (await heapMegabytes(tab)) - idle;
		const first: number[] = [];
		for (const query of everyOf(queries, FIRST_EVERY)) first.push((await ask(query, true)).total);
		console.log(
			`\n${imported.result.answers} answers stored in ${short(imported.result.ms / 1_000)} s; first query of the page ` +
				`${short(veryFirst.total)} ms`,
		);
		const found = stages.filter((stage) => stage.found > 0).length / ROUNDS.ours;
		return {
			ours: { times: stages.map(({ total }) => total), first, memory, found, stages },
			imported: { stored: imported.result, peak: imported.peak },
		};
	} finally {
		await browser.close();
	}
}

async function measurePeer(
	page: string,
	{ name, source, queries }: { name: PeerName; source: InPage.Source; queries: readonly string[] },
): Promise<Measured & { filled: InPage.Stored }> {
	const browser = new RawBrowser();
	try {
		const tab = await openPage(browser, page);
		const idle = await heapMegabytes(tab);
		const filled = await tab.evaluate((peer, from) => symptomLensBench.fillPeer(peer, from), name, source);
		const ask = (text: string) => tab.evaluate((query) => symptomLensBench.searchPeer(query), text);
		await ask(queries[0] ?? "");
		const times: number[] = [];
		let found = 0;
		const rounds = name === "fuse" ? ROUNDS.fuse : ROUNDS.peer;
		for (let round = 0; round < rounds; round++) {
			for (const query of queries) {
				const asked = await ask(query);
				times.push(asked.total);
				found += Number(asked.found > 0) / rounds;
			}
		}
		return { times, memory: (await heapMegabytes(tab)) - idle, found, filled };
	} finally {
		await browser.close();
	}
}

/** A library that was searched by ours, and is to be searched by the peers. */
interface Searched {
	what: string;
	/** Name of its plot. */
	file: string;
	source: InPage.Source;
	queries: readonly string[];
	ours: Measured;
	/** Set for a library of the size that the aim is for. */
	fuseAim?: number;
}

async function compare(
	page: string,
	{ what, file, source, queries, ours, fuseAim }: Searched,
	findings: Findings,
): Promise<void> {
	const rows = [comparedRow("ours, from the database", ours, ours, queries.length)];
	const memories: { peer: string; theirs: number }[] = [];
	const bars = [{ label: "Symptom Lens, from the database", value: median(ours.times), isOurs: true }];
	for (const { name, label } of PEERS) {
		const asked = name === "fuse" ? everyOf(queries, FUSE_EVERY) : queries;
		const measured = await measurePeer(page, { name, source, queries: asked });
		rows.push(comparedRow(`${label}, in memory`, measured, ours, asked.length));
		bars.push({ label: `${label}, in memory`, value: median(measured.times), isOurs: false });
		findings.ratio({
			what: `searching ${what}`,
			peer: label,
			ours: median(ours.times),
			theirs: median(measured.times),
			unit: "ms",
			...(name === "fuse" && fuseAim !== undefined && { aim: fuseAim }),
		});
		memories.push({ peer: label, theirs: measured.memory });
	}
	for (const memory of memories) {
		findings.ratio({ what: `memory for searching ${what}`, ...memory, ours: ours.memory, unit: "MB" });
	}
	const { bytes, words } = await describe(page, source);
	findings.table(
		`Search over ${what} of ${short(bytes)} bytes, ${words} different words in the first ${SAMPLE}`,
		["", "p50 ms", "p95 ms", "first p50 ms", "x ours p50", "x ours p95", "memory MB", "answered", "n"],
		rows,
	);
	findings.plot({ file, title: `One query over ${what}`, unit: "ms, p50", isLogarithmic: true, bars });
	tellStages(what, ours.stages ?? [], findings);
}

/** Answers whose bytes and words are counted. */
const SAMPLE = 5_000;

async function describe(page: string, source: InPage.Source) {
	const browser = new RawBrowser();
	try {
		const tab = await openPage(browser, page);
		return await tab.evaluate((from, sample) => symptomLensBench.describe(from, sample), source, SAMPLE);
	} finally {
		await browser.close();
	}
}

function comparedRow(label: string, measured: Measured, ours: Measured, asked: number): string[] {
	const { times, first, memory, found } = measured;
	return [
		label,
		short(median(times)),
		short(p95(times)),
		first ? short(median(first)) : "",
		short(median(times) / median(ours.times)),
		short(p95(times) / p95(ours.times)),
		short(memory),
		`${Math.round(found)} of ${asked}`,
		String(times.length),
	];
}

function ratioRow(label: string, huge: number, large: number, aim: string): string[] {
	return [label, short(huge), short(large), (huge / large).toFixed(2), aim];
}

function tellStages(what: string, stages: InPage.Stages[], findings: Findings): void {
	const names = ["open", "query", "postings", "score", "documents", "judge", "fetch", "total"] as const;
	const row = (label: string, figure: (figures: number[]) => number) => [
		label,
		...names.map((name) => figure(stages.map((stage) => stage[name])).toFixed(1)),
	];
	findings.table(
		`Where a query over ${what} spends its time, ms`,
		["", ...names],
		[row("p50", median), row("mean", mean), row("p95", p95)],
	);
}

async function compareImport(
	page: string,
	libraries: { count: number; imported: Imported }[],
	findings: Findings,
): Promise<void> {
	const rows: string[][] = [];
	for (const { count, imported } of libraries) {
		const browser = new RawBrowser();
		try {
			const tab = await openPage(browser, page);
			const bare = await watchHeap(tab, () =>
				tab.evaluate((from) => symptomLensBench.storeBare(from), { generated: count }),
			);
			rows.push([
				String(count),
				short(imported.stored.ms / 1_000),
				short(bare.result.ms / 1_000),
				(imported.stored.ms / bare.result.ms).toFixed(2),
				short(imported.peak),
				short(bare.peak),
			]);
			findings.ratio({
				what: `importing ${count} answers with their index`,
				peer: "bulkPut of the bare answers",
				ours: imported.stored.ms / 1_000,
				theirs: bare.result.ms / 1_000,
				unit: "s",
				aim: AIM.import,
			});
		} finally {
			await browser.close();
		}
	}
	findings.table(
		`Import of generated answers (aims: at most ${AIM.import} times bulkPut, ${AIM.importMemory} MB)`,
		["answers", "storePack s", "bulkPut s", "ratio", "storePack peak MB", "bulkPut peak MB"],
		rows,
	);
}

async function openPage(browser: RawBrowser, page: string): Promise<Session> {
	const tab = await browser.openTab(page);
	while (!(await tab.evaluate(() => typeof symptomLensBench === "object"))) await pause(50);
	return tab;
}

/** The lines of the answered part of MedQuAD; undefined if the folder is not there. */
function medquadLines(): string[] | undefined {
	const file = join(sharedFolder, MEDQUAD);
	if (!existsSync(file)) return undefined;
	const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
	// What has no kind of question is a pool for judging, drawn from the others.
	return lines.filter((line) => (JSON.parse(line) as { qtype: string }).qtype !== "");
}

function everyOf<T>(all: readonly T[], step: number): T[] {
	return all.filter((_, place) => place % step === 0);
}

function mean(figures: number[]): number {
	return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

declare const symptomLensBench: Script;
