import { describe, expect, it } from "vitest";
import { bootstrapMean, bootstrapSums } from "../../scripts/accuracy/bootstrap";

/** Hits and marks of a hundred documents, every other of which has its one mark hit. */
const documents = Array.from({ length: 100 }, (_, index) => [index % 2, 1]);
const recall = ([hits = 0, marks = 1]: number[]) => hits / marks;

describe("the interval of a measure", () => {
	it("holds its value, and is about as wide as chance makes it", () => {
		const { value, sums, interval } = bootstrapSums(documents, recall);

		expect(value).toBe(0.5);
		expect(sums).toEqual([50, 100]);
		// 1.96 × √(0.5 × 0.5 / 100) = 0.098 to either side.
		expect(interval[0]).toBeCloseTo(0.402, 1);
		expect(interval[1]).toBeCloseTo(0.598, 1);
	});

	it("is the same in every run and version, so that two compare the code and not the dice", () => {
		// Of different lengths, so that hardly two draws give the same value.
		const uneven = documents.map(([hit = 0], index) => [hit, 1 + (index % 7)]);

		expect(bootstrapSums(uneven, recall).interval).toEqual([0.09974424552429667, 0.15538847117794485]);
		expect(bootstrapMean(uneven.map(recall)).interval).toEqual([0.1369285714285714, 0.24538095238095242]);
	});

	it("has no width where all documents agree", () => {
		expect(bootstrapMean([1, 1, 1])).toEqual({ value: 1, interval: [1, 1] });
	});
});
