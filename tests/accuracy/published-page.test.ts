import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withWeakSpots } from "../../scripts/accuracy/accuracy-page";
import { EXPECTATIONS } from "../../scripts/accuracy/expectations";
import { GOLD_SETS } from "../../scripts/accuracy/gold-sets";
import { KNOWN_WEAK_SPOTS } from "../../scripts/accuracy/known-weak-spots";
import { MEASURES } from "../../scripts/accuracy/measures";

const docsFolder = join(import.meta.dirname, "../../docs");
const page = readFileSync(join(docsFolder, "accuracy.md"), "utf8");

/** The lines of a section, without the heading. */
function sectionOf(heading: string): string[] {
	const [, section = ""] = page.split(`\n### ${heading}\n`);
	return section.split(/\n##/)[0]?.split("\n") ?? [];
}

/** A line of a table of figures: measure, ours, interval, n, baselines, aim. */
const FIGURE = /^\| [^|]+ \| \*\*\d*\.\d+\*\* \| \d*\.\d+ – \d*\.\d+ \| [\d,]+ \| ([^|]*) \| [^|]* \|$/;

describe("the published page of accuracy", () => {
	it.each(Object.values(GOLD_SETS))("gives what was measured on $name, with intervals and numbers", ({ name }) => {
		const figures = sectionOf(name).filter((line) => FIGURE.test(line));

		expect(figures.length).toBeGreaterThan(0);
		expect(figures).toEqual(sectionOf(name).filter((line) => /^\| (?!measure|---)/.test(line)));
	});

	it("sets ours beside every baseline that is known", () => {
		const known = Object.values(EXPECTATIONS).filter(({ baselines }) => baselines).length;
		const beside = page.split("\n").filter((line) => (FIGURE.exec(line)?.[1] ?? "") !== "").length;

		expect(beside).toBe(known);
	});

	it("explains every measure", () => {
		expect(
			Object.values(MEASURES).filter(({ label, means }) => !page.includes(`**${label}**`) || !page.includes(means)),
		).toEqual([]);
	});

	it("tells every known weak spot, with its examples", () => {
		expect(withWeakSpots(page, KNOWN_WEAK_SPOTS)).toBe(page);
	});

	it("shows plots that are there, for light and for dark", () => {
		const plots = [...page.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path = ""]) => path);

		expect(plots).toHaveLength(4);
		expect(plots.filter((path) => !existsSync(join(docsFolder, path)))).toEqual([]);
	});
});
