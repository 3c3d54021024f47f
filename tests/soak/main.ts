import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printTable, short } from "../bench/figures";
import { browserKind, startBrowser } from "../e2e/test-browser";
import { Browsing } from "./browsing";
import type { CpuShare } from "./cpu";
import { ErrorLog } from "./errors";
import { type Plan, planOf, resultFile, sampledMinutes } from "./plan";
import { lostOf } from "./saved-on-list";
import { openSite } from "./site";
import { type Finding, growthOf, judge, type Outcome, type Sample } from "./verdict";

const resultFolder = join(import.meta.dirname, "../../test-results");

/** Browses as planned, prints what came of it, and writes its file in `test-results`; true if no limit was broken. */
export async function soak(args: readonly string[]): Promise<boolean> {
	const plan = planOf(args);
	const start = Date.now();
	const site = await openSite(plan.usesShared);
	const test = await startBrowser({ forgetsLeftPages: true, visitsOthers: plan.usesShared });
	try {
		const errors = new ErrorLog(test);
		await errors.watchWorker();
		const browsing = await Browsing.start(test, site);
		errors.watchOwnPage(browsing.app);
		const samples = await browse(browsing, plan);
		const cpu = await browsing.cpuShare();
		const lost = await lostOf(test, browsing.saved);
		const planned: Record<keyof Browsing["done"], number> = plan;
		const actions = Object.fromEntries(
			Object.entries(browsing.done).map(([name, done]) => [
				name,
				{ done, planned: planned[name as keyof Browsing["done"]] },
			]),
		);
		const outcome = { actions, lost: lost.length, errors: errors.all };
		for (const error of errors.all) console.error(`Error: ${error}`);
		for (const { title } of lost) console.error(`Lost: ${title}`);
		printSamples(samples);
		printCpu(cpu);
		write(plan, samples, outcome, cpu);
		return printVerdict(judge(samples, outcome, plan.heapGrowth), (Date.now() - start) / 1_000);
	} finally {
		await test.close();
		await site.close();
	}
}

async function browse(browsing: Browsing, plan: Plan): Promise<Sample[]> {
	const say = (what: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
	if (plan.usesShared) await browsing.seeEveryPage();
	for (let minute = 0; minute < plan.warmUp; minute++) await browsing.live(plan, minute % plan.minutes);
	say("warm");
	// What the warm-up did is not what was asked for; what it saved has to be there in the end all the same.
	browsing.done.hovers = browsing.done.saves = browsing.done.visits = browsing.done.routes = browsing.done.posts = 0;
	const samples = [await browsing.sample(0)];
	const sampled = sampledMinutes(plan);
	for (let minute = 0; minute < plan.minutes; minute++) {
		await browsing.live(plan, minute);
		if (sampled.includes(minute)) samples.push(await browsing.sample(minute + 1));
		const { hovers, saves, visits } = browsing.done;
		say(`minute ${minute + 1} of ${plan.minutes}: ${visits} visits, ${hovers} hovers, ${saves} saves`);
	}
	return samples;
}

function printSamples(samples: Sample[]): void {
	const growth = growthOf(samples);
	const rows = Object.entries(samples[0]?.places ?? {}).flatMap(([place, figures]) =>
		Object.keys(figures).map((name) => [
			`${place}: ${name}`,
			...samples.map(({ places }) => String(places[place]?.[name] ?? "")),
			`${((growth[`${place}: ${name}`] ?? Number.NaN) * 100).toFixed(1)} %`,
		]),
	);
	const heads = samples.map(({ minute }) => `min ${minute}`);
	printTable("After a forced collection; a leak grows all the way, a warm-up stops", ["", ...heads, "growth"], rows);
}

function printCpu(cpu: CpuShare | undefined): void {
	if (!cpu) {
		console.log("\nCPU, heaps and counts: this browser's driver does not measure them.");
		return;
	}
	console.log(
		`\nCPU: the extension took ${(cpu.share * 100).toFixed(1)} % of what the browser used: ${short(cpu.ownProcess)} s in its ` +
			`own process (worker and cards) and ${short(cpu.inPages)} s in pages, of ${short(cpu.browser)} s. ` +
			`Of the ${short(cpu.pages)} s that pages' main threads were busy, ${((cpu.inPages / cpu.pages) * 100).toFixed(1)} % ran our scripts.`,
	);
}

function printVerdict(findings: Finding[], seconds: number): boolean {
	printTable(
		`Soak in ${browserKind}, ${Math.round(seconds)} s`,
		["", "limit", "measured", ""],
		findings.map(({ what, limit, measured, isBroken }) => [what, limit, measured, isBroken ? "BROKEN" : "ok"]),
	);
	const broken = findings.filter(({ isBroken }) => isBroken).length;
	console.log(broken === 0 ? "\nAll limits hold." : `\n${broken} limits broken.`);
	return broken === 0;
}

function write(plan: Plan, samples: Sample[], { actions, lost, errors }: Outcome, cpu: CpuShare | undefined): void {
	mkdirSync(resultFolder, { recursive: true });
	const result = {
		browser: browserKind,
		minutes: plan.minutes,
		actions: Object.fromEntries(Object.entries(actions).map(([name, { done }]) => [name, done])),
		lost,
		pageErrors: errors,
		growth: growthOf(samples),
		cpuShare: cpu?.share ?? null,
		cpu: cpu ?? null,
		samples,
	};
	writeFileSync(join(resultFolder, resultFile(plan, browserKind)), `${JSON.stringify(result, undefined, "\t")}\n`);
}
