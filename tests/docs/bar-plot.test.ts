import { describe, expect, it } from "vitest";
import { type Bar, barPlot, type Plot } from "../../scripts/bar-plot";

const ours: Bar = { label: "Symptom Lens", value: 10, isOurs: true };
const peer: Bar = { label: "a peer", value: 20, isOurs: false };
const plotOf = (more: Partial<Plot>) =>
	barPlot({ file: "one", title: "Reading a page", unit: "ms", bars: [ours, peer], ...more });
const numbers = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map(([, number]) => Number(number));

describe("a plot", () => {
	it("draws a bar twice as long for a value twice as large, and writes each value beside it", () => {
		const svg = plotOf({});
		const [short = 0, long = 0] = numbers(svg, /<rect class="(?:ours|peer)"[^>]* width="([\d.]+)" height="10"/g);

		expect(long / short).toBeCloseTo(2);
		expect(svg).toMatch(/>10<\/text>.*>20<\/text>/);
	});

	it("puts the same distance between 1, 10 and 100 if some values are many times the others", () => {
		const bars = [1, 10, 100].map((value) => ({ ...ours, value }));
		const [one = 0, ten = 0, hundred = 0] = numbers(
			plotOf({ bars, isLogarithmic: true }),
			/<circle[^>]* cx="([\d.]+)"/g,
		);

		expect(ten - one).toBeGreaterThan(0);
		expect(hundred - ten).toBeCloseTo(ten - one);
	});

	it("keeps aims and values within the picture", () => {
		const svg = plotOf({ bars: [{ ...ours, aim: 500 }] });
		const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);

		for (const x of numbers(svg, / x[12]?="([\d.]+)"/g)) expect(x).toBeLessThan(width);
	});

	it("leaves out what was not measured", () => {
		const svg = plotOf({ bars: [ours, { ...peer, value: Number.NaN }] });

		expect(svg).not.toContain("NaN");
		expect(svg).not.toContain("a peer");
	});

	it("has a ground of its own, so that it can be read on a dark page, and a title for those who hear it", () => {
		const svg = plotOf({});

		expect(svg.indexOf('<rect class="ground"')).toBeLessThan(svg.indexOf("<text"));
		expect(svg).toContain("<title>Reading a page</title>");
	});

	it("shows a label as it is, whatever signs are in it", () => {
		expect(plotOf({ bars: [{ ...ours, label: "a < b & c" }] })).toContain("a &lt; b &amp; c");
	});
});
