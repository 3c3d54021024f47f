import { describe, expect, it } from "vitest";
import { growthOf, judge, type Sample } from "./verdict";

const outcome = { actions: { hovers: { done: 40, planned: 40 } }, lost: 0, errors: [] };
const sampleOf = (minute: number, figures: Record<string, number>): Sample => ({ minute, places: { page: figures } });
const brokenBy = (before: Record<string, number>, after: Record<string, number>, more: object = {}) =>
	judge([sampleOf(0, before), sampleOf(30, after)], { ...outcome, ...more })
		.filter(({ isBroken }) => isBroken)
		.map(({ what }) => what);

describe("the verdict of a soak", () => {
	it("is good where nothing grew by more than a tenth", () => {
		expect(
			brokenBy({ ranges: 8, listeners: 30, "heap, KB": 1_000 }, { ranges: 8, listeners: 33, "heap, KB": 900 }),
		).toEqual([]);
	});

	it("names what grew by more", () => {
		expect(brokenBy({ listeners: 30, nodes: 100 }, { listeners: 34, nodes: 105 })).toEqual([
			"growth of page: listeners",
		]);
	});

	it("lets the ranges of a page neither grow nor shrink", () => {
		expect(brokenBy({ ranges: 100 }, { ranges: 101 })).toEqual(["growth of page: ranges"]);
		expect(brokenBy({ ranges: 100 }, { ranges: 99 })).toEqual(["growth of page: ranges"]);
	});

	it("lets heaps grow by more where the run is too short for the engine to have learned all", () => {
		const samples = [sampleOf(0, { "heap, KB": 100, nodes: 100 }), sampleOf(2, { "heap, KB": 120, nodes: 120 })];
		const broken = judge(samples, outcome, 0.25).filter(({ isBroken }) => isBroken);
		expect(broken.map(({ what }) => what)).toEqual(["growth of page: nodes"]);
	});

	it("takes a figure that is missing at the end for broken", () => {
		expect(brokenBy({ listeners: 30 }, {})).toEqual(["growth of page: listeners"]);
	});

	it("counts what was lost, what failed and what was not done", () => {
		expect(brokenBy({}, {}, { lost: 1 })).toEqual(["saved answers lost"]);
		expect(brokenBy({}, {}, { errors: ["TypeError"] })).toEqual(["errors of pages, worker and card"]);
		expect(brokenBy({}, {}, { actions: { hovers: { done: 39, planned: 40 } } })).toEqual(["hovers"]);
	});

	it("compares the end with the beginning, whatever was between", () => {
		const samples = [sampleOf(0, { nodes: 100 }), sampleOf(15, { nodes: 500 }), sampleOf(30, { nodes: 110 })];
		expect(growthOf(samples)).toEqual({ "page: nodes": 0.1 });
	});
});
