import { describe, expect, it } from "vitest";
import { type PerformanceRun, performanceReport } from "../../scripts/performance-report";
import type { PackageSize } from "../build/package-sizes";

const size: PackageSize = {
	what: "popup",
	counted: "compressed",
	bytes: 80_000,
	budget: 100_000,
	reason: "opened often",
};
const nothing: PerformanceRun = {
	date: "2026-01-31",
	commit: "abc1234",
	minutes: 28.4,
	isFull: false,
	machine: { processor: "A processor", cores: 2, memoryGigabytes: 25.2, system: "Linux 6.1" },
	load: { start: 0.24, end: 1.26 },
	versions: { Chromium: "150.0", "mark.js": "8.11.1" },
	sizes: { chromium: [size], firefox: [{ ...size, bytes: 91_230 }] },
	parts: [],
};
const part = { title: "A part", about: "What it measures.", entries: [], ratios: [] };
const ratio = { what: "reading", peer: "a walk", ours: 20, theirs: 10, unit: "ms" };
const reportOf = (more: Partial<PerformanceRun>) => performanceReport({ ...nothing, ...more });
const rowsOf = (markdown: string, start: string) =>
	markdown.split("\n").filter((line) => line.startsWith(`| ${start}`));

describe("the performance report", () => {
	it("says when, where and with which versions it was measured", () => {
		const { markdown } = reportOf({});

		expect(markdown).toContain("2026-01-31, in 28 minutes, at commit abc1234");
		expect(rowsOf(markdown, "processor")).toEqual(["| processor | A processor, 2 cores |"]);
		expect(rowsOf(markdown, "load")).toEqual(["| load before and after | 0.2, 1.3 |"]);
		expect(rowsOf(markdown, "mark.js")).toEqual(["| mark.js | 8.11.1 |"]);
	});

	it("warns of times that were taken while something else had the machine", () => {
		const warning = "The machine was busy";

		expect(reportOf({}).markdown).not.toContain(warning);
		expect(reportOf({ load: { start: 0.2, end: 7.5 } }).markdown).toContain(warning);
	});

	it("lists the ratios of all parts in one table and one plot, with ours over the peer's", () => {
		const parts = [
			{ ...part, ratios: [{ ...ratio, aim: 2.5 }] },
			{ ...part, ratios: [{ ...ratio, what: "marking", ours: 4, theirs: 1_000 }] },
		];
		const { markdown, plots } = reportOf({ parts });

		expect(rowsOf(markdown, "reading")).toEqual(["| reading | a walk | 20 ms | 10 ms | **2.00** | 2.50 |"]);
		expect(rowsOf(markdown, "marking")).toEqual(["| marking | a walk | 4 ms | 1,000 ms | **1/250** |  |"]);
		expect(plots.get("ratios.svg")).toContain("marking ÷ a walk");
	});

	it("says which aim was missed", () => {
		const parts = [{ ...part, ratios: [{ ...ratio, aim: 1.5 }] }];

		expect(rowsOf(reportOf({ parts }).markdown, "reading")).toEqual([
			"| reading | a walk | 20 ms | 10 ms | **2.00** | 1.50, missed |",
		]);
	});

	it("shows each size beside its budget, by the browser that comes closer to it", () => {
		expect(rowsOf(reportOf({}).markdown, "popup")).toEqual([
			"| popup | opened often | compressed | 80 | 91.2 | 100 | 91 % |",
		]);
	});

	it("tells each part in the order in which it was measured, and has a file for every plot that it shows", () => {
		const table = { title: "Times", head: ["", "ms"], rows: [["a|b", "1"]] };
		const plot = { file: "times", title: "Times drawn", unit: "ms", bars: [{ label: "ours", value: 1, isOurs: true }] };
		const { markdown, plots } = reportOf({
			parts: [{ ...part, entries: [{ table }, { note: "A remark." }, { plot }] }],
		});

		expect(markdown).toContain(
			"## A part\n\nWhat it measures.\n\n**Times**\n\n|  | ms |\n|---|---:|\n| a\\|b | 1 |\n\nA remark.\n\n![Times drawn](performance/times.svg)",
		);
		const shown = [...markdown.matchAll(/\(performance\/([^)]+)\)/g)].map(([, file]) => file);
		expect([...plots.keys()].sort()).toEqual(shown.sort());
	});

	it("folds a table that nobody reads from top to bottom", () => {
		const rows = Array.from({ length: 30 }, (_, index) => [`page ${index}`, "1"]);
		const { markdown } = reportOf({
			parts: [{ ...part, entries: [{ table: { title: "Pages", head: ["", "ms"], rows } }] }],
		});

		expect(markdown).toContain("<details><summary><b>Pages</b></summary>\n\n|  | ms |");
	});

	it("says of a part that failed why, and keeps what it had found", () => {
		const { markdown } = reportOf({
			parts: [{ ...part, entries: [{ note: "A remark." }], failure: "no card appeared" }],
		});

		expect(markdown).toContain("A remark.\n\n**Not measured to the end:** no card appeared");
	});
});
