import { describe, expect, it } from "vitest";
import { type Accuracy, accuracyPage } from "../../scripts/accuracy/accuracy-page";
import { accuracyPlot, PALETTES } from "../../scripts/accuracy/accuracy-plot";
import type { Figure } from "../../scripts/accuracy/figure";

const precision: Figure = {
	name: "psytar: precision",
	set: "psytar",
	measure: "precision",
	value: 0.905,
	n: 2_190,
	interval: [0.89, 0.92],
	texts: 358,
};
const falses: Figure = {
	name: "news: false per 10,000 words",
	set: "news_general",
	measure: "falsePerWords",
	value: 2.5,
	n: 60_751,
	interval: [1.5, 3.5],
	texts: 75,
};
const synonyms: Figure = {
	name: "hover synonyms: hit@1",
	set: "hover_terms",
	measure: "hitAt1",
	part: "synonyms",
	value: 1,
	n: 17,
	interval: [1, 1],
	texts: 40,
};

const pageOf = (figures: Figure[], changed: Partial<Accuracy> = {}) =>
	accuracyPage({
		date: "2026-11-27",
		figures,
		librarySize: 17_896,
		emergencies: { emergencies: 30, posts: 60, led: 58, nearMisses: 61, silent: 57 },
		...changed,
	});
const lineWith = (page: string, start: string) => page.split("\n").find((line) => line.startsWith(start));

describe("the page of accuracy", () => {
	it("gives a figure with interval, number, every baseline with the best marked, and whether the aim is met", () => {
		expect(lineWith(pageOf([precision]), "| precision")).toBe(
			"| precision | **.905** | .890 – .920 | 2,190 | SYMP **.920**, + HPO lay .913, + all .866 | ≥ .90, met |",
		);
	});

	it("knows where less is better", () => {
		expect(lineWith(pageOf([falses]), "| false per")).toBe(
			"| false per 10,000 words | **2.50** | 1.50 – 3.50 | 60,751 | SYMP **1.98**, + HPO lay 2.63, + all 18.80 | ≤ 1.00, **missed** |",
		);
	});

	it("names the part of a set that was measured", () => {
		expect(lineWith(pageOf([synonyms]), "| hit@1")).toContain("| hit@1, synonyms | **1.000** |");
	});

	it("lists where a baseline is better, and only there", () => {
		const page = pageOf([precision, falses, synonyms]);

		expect(page).toContain("- PsyTAR, precision: .905, SYMP .920.");
		expect(page).toContain("- General news, false per 10,000 words: 2.50, SYMP 1.98.");
		expect(page).not.toContain("- Hover terms, hit@1, synonyms: 1.000, BM25");
	});

	it("lists aims that are missed or that chance alone could miss, and no other", () => {
		const page = pageOf([precision, falses, synonyms]);

		expect(page).toContain("- PsyTAR, precision: .905, aim ≥ .90, met by little.");
		expect(page).toContain("- General news, false per 10,000 words: 2.50, aim ≤ 1.00, **missed**.");
		expect(page).not.toContain("- Hover terms, hit@1");
	});

	it("describes the sets that were scored and explains the measures that were taken, and no others", () => {
		const page = pageOf([precision]);

		expect(lineWith(page, "| PsyTAR")).toContain("| 358 reviews |");
		expect(page).toContain("- **precision**: ");
		expect(page).not.toContain("| RareDis");
		expect(page).not.toContain("- **recall**: ");
	});

	it("tells what comes of the posts of emergencies as it was counted", () => {
		expect(pageOf([precision])).toContain("The card leads in 58 of 60 posts, and in 4 of 61 near misses.");
	});

	it("says when it was measured, and on how large a library", () => {
		expect(pageOf([precision])).toContain("measured all of it on 2026-11-27");
		expect(pageOf([precision])).toContain("17,896 answers");
	});
});

describe("the plot of accuracy", () => {
	it("draws shares only, each with its number", () => {
		const plot = accuracyPlot([precision, falses, synonyms], PALETTES.light);

		expect(plot).toContain("PsyTAR: precision");
		expect(plot).toContain(">.905<");
		expect(plot).not.toContain("10,000 words");
	});

	it("has a ground of its own for each theme", () => {
		expect(accuracyPlot([precision], PALETTES.dark)).toContain(`fill="${PALETTES.dark.ground}"`);
		expect(accuracyPlot([precision], PALETTES.light)).toContain(`fill="${PALETTES.light.ground}"`);
	});
});
