import { type Entry, type Ratio, type Table, timesOf } from "../tests/bench/findings";
import type { PackageSize } from "../tests/build/package-sizes";
import { barPlot, type Plot } from "./bar-plot";

/** What one part of the bench found. */
export interface MeasuredPart {
	title: string;
	/** What is measured, and how. */
	about: string;
	entries: Entry[];
	ratios: Ratio[];
	/** Why it could not be measured to its end. */
	failure?: string;
}

/** A run of all parts of the bench. */
export interface PerformanceRun {
	/** As in 2026-01-31. */
	date: string;
	/** The commit that was measured, with a word on what was changed since. */
	commit: string;
	minutes: number;
	isFull: boolean;
	machine: { processor: string; cores: number; memoryGigabytes: number; system: string };
	/** Average number of processes that wanted to run in the minute before. */
	load: { start: number; end: number };
	/** Of what measures and what is measured, by name. */
	versions: Record<string, string>;
	sizes: { chromium: PackageSize[]; firefox: PackageSize[] };
	parts: MeasuredPart[];
}

/** Where the plots lie, from the report. */
export const PLOT_FOLDER = "performance";

/** From this load for each core on, something else had the machine too: the bench alone makes about one. */
const BUSY = 2;

/** From so many lines on a table is folded. */
const LONG_TABLE = 20;

/** The report in Markdown, and each plot as an SVG file by its name. Everything in them comes from the run. */
export function performanceReport(run: PerformanceRun): { markdown: string; plots: Map<string, string> } {
	const overview = ratioPlot(run.parts.flatMap(({ ratios }) => ratios));
	const plots = [overview, ...run.parts.flatMap(({ entries }) => entries.flatMap((entry) => plotOf(entry) ?? []))];
	const blocks = [
		"# Performance",
		`\`npm run bench\` wrote this page on ${run.date}, in ${run.minutes.toFixed(0)} minutes, at commit ${run.commit}. ` +
			`Sizes of libraries: ${run.isFull ? "the full ones" : "a tenth; `npm run bench -- --full` takes the full ones"}.`,
		...method(run),
		"## Ratios",
		"Ours divided by the peer's. Less is better everywhere: below 1, Symptom Lens is quicker or smaller than its peer.",
		picture(overview),
		ratioTable(run.parts.flatMap(({ ratios }) => ratios)),
		...LIMITS,
		"## Sizes",
		"Of the built packages. `npm test` fails if one is over its budget. 1 kB is 1,000 bytes.",
		sizeTable(run.sizes),
		...run.parts.flatMap(section),
	];
	return {
		markdown: `${blocks.join("\n\n")}\n`,
		plots: new Map(plots.map((plot) => [`${plot.file}.svg`, barPlot(plot)])),
	};
}

function method({ machine, load, versions }: PerformanceRun): string[] {
	return [
		"## Method",
		"Ours and its peer run on the same machine in the same run, in turns where both can be repeated, so that whatever else the " +
			"machine does meets both. Figures are medians where nothing else is said; p95 is what 95 % stay below; n is how often " +
			"something was measured. Browsers are real ones, driven over their protocol, with nothing attached that would keep " +
			"the extension awake.",
		markdownTable(
			["", ""],
			[
				["processor", `${machine.processor}, ${machine.cores} cores`],
				["memory", `${machine.memoryGigabytes.toFixed(0)} GB`],
				["system", machine.system],
				["load before and after", `${load.start.toFixed(1)}, ${load.end.toFixed(1)}`],
				...Object.entries(versions),
			],
			2,
		),
		...(Math.max(load.start, load.end) > BUSY * machine.cores
			? ["**The machine was busy with other work.** Times are too long, most of all p95; ratios hold better."]
			: []),
	];
}

const LIMITS = [
	"What the ratios do not say:",
	[
		"- They come from one machine and one browser, Chromium. Expect two runs to differ by about 5 %, and by more where the load " +
			"above is not near zero; the line called noise is a thing measured against itself.",
		"- Peers do other work. A regular expression, Aho–Corasick and mark.js find the listed words alone: no inflected forms, no " +
			"part of the body beside a complaint, nothing of what is said of a symptom. Fuse, MiniSearch and FlexSearch hold all " +
			"answers in memory; ours reads a database. An empty page or content script does nothing at all.",
		"- Quick is not good: what is found is measured by `npm run evaluate`.",
	].join("\n"),
];

function section({ title, about, entries, failure }: MeasuredPart): string[] {
	return [
		`## ${title}`,
		about,
		...entries.map((entry) => {
			if ("note" in entry) return entry.note;
			return "table" in entry ? titledTable(entry.table) : picture(entry.plot);
		}),
		...(failure === undefined ? [] : [`**Not measured to the end:** ${failure}`]),
	];
}

function titledTable({ title, head, rows }: Table): string {
	const table = markdownTable(head, rows);
	if (rows.length < LONG_TABLE) return `**${title}**\n\n${table}`;
	return `<details><summary><b>${title}</b></summary>\n\n${table}\n\n</details>`;
}

function ratioTable(ratios: Ratio[]): string {
	return markdownTable(
		["what", "peer", "ours", "peer's", "ratio", "aim: at most"],
		ratios.map(({ what, peer, ours, theirs, unit, aim }) => [
			what,
			peer,
			`${amount(ours)} ${unit}`,
			`${amount(theirs)} ${unit}`,
			`**${timesOf(ours / theirs)}**`,
			aim === undefined ? "" : `${timesOf(aim)}${ours / theirs > aim ? ", missed" : ""}`,
		]),
		2,
	);
}

function ratioPlot(ratios: Ratio[]): Plot {
	return {
		file: "ratios",
		title: "Symptom Lens beside its peers",
		unit: "ours ÷ the peer's",
		isLogarithmic: true,
		reference: { value: 1, label: "as the peer" },
		bars: ratios.map(({ what, peer, ours, theirs, aim }) => ({
			label: `${what} ÷ ${peer}`,
			value: ours / theirs,
			isOurs: true,
			...(aim !== undefined && { aim }),
		})),
	};
}

function sizeTable({ chromium, firefox }: PerformanceRun["sizes"]): string {
	return markdownTable(
		["what", "why it has a budget", "counted", "Chromium, kB", "Firefox, kB", "budget, kB", "used"],
		chromium.map(({ what, reason, counted, bytes, budget }, index) => {
			const inFirefox = firefox[index]?.bytes ?? Number.NaN;
			const share = Math.max(bytes, inFirefox) / budget;
			return [
				what,
				reason,
				counted,
				kilobytes(bytes),
				kilobytes(inFirefox),
				kilobytes(budget),
				`${(share * 100).toFixed(0)} %`,
			];
		}),
		3,
	);
}

function plotOf(entry: Entry): Plot | undefined {
	return "plot" in entry ? entry.plot : undefined;
}

function picture({ title, file }: Plot): string {
	return `![${title}](${PLOT_FOLDER}/${file}.svg)`;
}

/** The first `texts` columns stand to the left, figures to the right. */
function markdownTable(head: string[], rows: string[][], texts = 1): string {
	const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	const rule = `|${head.map((_, column) => (column < texts ? "---" : "---:")).join("|")}|`;
	return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Three digits that count, or all before the point. */
function amount(value: number): string {
	return value >= 100 ? value.toLocaleString("en", { maximumFractionDigits: 0 }) : String(Number(value.toPrecision(3)));
}

function kilobytes(bytes: number): string {
	return (bytes / 1_000).toLocaleString("en", { maximumFractionDigits: 1 });
}
