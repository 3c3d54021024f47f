/** What is counted in one place at one moment. */
export type Figures = Record<string, number>;

/** Everything measured at one moment: places (the page, the worker, …) with their figures. */
export interface Sample {
	/** Simulated minutes since the warm-up. */
	minute: number;
	places: Record<string, Figures>;
}

/** One line of the verdict. */
export interface Finding {
	what: string;
	limit: string;
	measured: string;
	isBroken: boolean;
}

/** What a run brought, apart from its samples. */
export interface Outcome {
	/** What was done beside what was planned. */
	actions: Record<string, { done: number; planned: number }>;
	/** Saved answers that are no longer on the list. */
	lost: number;
	errors: string[];
}

/** How much counts may grow from the first sample to the last, as a share. */
export const MOST_GROWTH = 0.1;

/** The name of the figure that tells what JavaScript holds. */
export const HEAP = "heap, KB";

/** Figures that have to be the same on the same page. */
const EXACT = new Set(["ranges"]);

/** By how much each figure grew from the first sample to the last, as a share: 0.1 is 10 % more. */
export function growthOf(samples: readonly Sample[]): Record<string, number> {
	const [first, last] = [samples[0], samples.at(-1)];
	const growth: Record<string, number> = {};
	for (const [place, figures] of Object.entries(first?.places ?? {})) {
		for (const [name, before] of Object.entries(figures)) {
			const after = last?.places[place]?.[name] ?? Number.NaN;
			growth[`${place}: ${name}`] = after === before ? 0 : (after - before) / before;
		}
	}
	return growth;
}

/** Every limit with what was measured. A figure that could not be measured breaks its limit: it proves nothing. */
export function judge(
	samples: readonly Sample[],
	{ actions, lost, errors }: Outcome,
	heapGrowth = MOST_GROWTH,
): Finding[] {
	return [
		...Object.entries(actions).map(([what, { done, planned }]) => ({
			what,
			limit: `at least ${planned}`,
			measured: String(done),
			isBroken: done < planned,
		})),
		{ what: "saved answers lost", limit: "0", measured: String(lost), isBroken: lost !== 0 },
		{
			what: "errors of pages, worker and card",
			limit: "0",
			measured: String(errors.length),
			isBroken: errors.length > 0,
		},
		...Object.entries(growthOf(samples)).map(([what, growth]) => {
			const most = what.endsWith(HEAP) ? heapGrowth : MOST_GROWTH;
			const isExact = EXACT.has(what.split(": ").at(-1) ?? "");
			return {
				what: `growth of ${what}`,
				limit: isExact ? "none" : `${most * 100} %`,
				measured: `${(growth * 100).toFixed(1)} %`,
				isBroken: isExact ? growth !== 0 : !(growth <= most),
			};
		}),
	];
}
