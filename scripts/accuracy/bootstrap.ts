import { fractionsFrom } from "../../tests/random-from";

/** Counts of one document; a measure is computed from their sums. */
export type Counts = number[];

const ROUNDS = 1_000;

/**
 * The value of a measure over all documents, and the interval that holds 95 % of its values when as many documents are
 * drawn from them with replacement. The same documents always give the same interval.
 */
export function bootstrapSums(
	documents: Counts[],
	value: (sums: Counts) => number,
): { value: number; sums: Counts; interval: [number, number] } {
	const size = documents[0]?.length ?? 0;
	const sum = (pick: (index: number) => Counts) => {
		const sums: Counts = new Array(size).fill(0);
		for (let index = 0; index < documents.length; index++) {
			pick(index).forEach((count, at) => {
				sums[at] = (sums[at] as number) + count;
			});
		}
		return sums;
	};
	const random = fractionsFrom(1);
	const sums = sum((index) => documents[index] as Counts);
	const samples = Array.from({ length: ROUNDS }, () =>
		value(sum(() => documents[Math.floor(random() * documents.length)] as Counts)),
	);
	return { value: value(sums), sums, interval: middle95(samples) };
}

/** The mean of values, and the interval of the mean, drawn as above. */
export function bootstrapMean(values: number[]): { value: number; interval: [number, number] } {
	const random = lehmer(1);
	const means = Array.from({ length: ROUNDS }, () =>
		mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
	);
	return { value: mean(values), interval: middle95(means) };
}

function middle95(samples: number[]): [number, number] {
	const sorted = samples.sort((one, other) => one - other);
	return [sorted[Math.floor(ROUNDS * 0.025)] ?? 0, sorted[Math.floor(ROUNDS * 0.975)] ?? 0];
}

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/*
 * Two kinds of dice, each with the same numbers in every run: two runs compare the code and not the dice. Detection and
 * search each keep the kind they began with, so that their intervals compare with those of earlier versions.
 */

function lehmer(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}
