/** How much is done in one run. A simulated minute is a share of it, done as fast as the browser goes. */
export interface Plan {
	minutes: number;
	/** Simulated minutes before the first measurement: what is built once is built by then. */
	warmUp: number;
	/** Cards opened by resting on a term. */
	hovers: number;
	saves: number;
	/** Pages loaded. */
	visits: number;
	/** Views opened without loading a page. */
	routes: number;
	/** Posts that a feed gains. */
	posts: number;
	/** Measurements, the first and the last one included: a leak grows in all of them, a warm-up stops. */
	samples: number;
	/** By how much a heap may grow from the first sample to the last, as a share: 0.1 is 10 %. */
	heapGrowth: number;
	/** Pages of the shared folder are visited too. */
	usesShared: boolean;
}

const HALF_HOUR: Plan = {
	minutes: 30,
	// What the engine compiles and learns while it runs still grew in the fifth minute, and no longer in the tenth.
	warmUp: 8,
	hovers: 500,
	saves: 50,
	visits: 60,
	routes: 120,
	posts: 900,
	samples: 5,
	heapGrowth: 0.1,
	usesShared: true,
};

const SHORT: Plan = {
	minutes: 2,
	warmUp: 1,
	hovers: 40,
	saves: 5,
	visits: 4,
	routes: 10,
	posts: 60,
	samples: 2,
	// After one minute the engine still compiles and learns: 11 % in a tab that does not leak.
	heapGrowth: 0.25,
	usesShared: false,
};

/** The plan of a run with these arguments. Throws, in words for whoever typed them. */
export function planOf(args: readonly string[]): Plan {
	if (args.includes("--short")) return SHORT;
	const at = args.indexOf("--minutes");
	if (at < 0) return HALF_HOUR;
	const minutes = Number(args[at + 1]);
	if (!Number.isInteger(minutes) || minutes < 1) throw new Error("--minutes wants a whole number from 1 on.");
	const share = (count: number) => Math.max(1, Math.round((count * minutes) / HALF_HOUR.minutes));
	return {
		...HALF_HOUR,
		minutes,
		hovers: share(HALF_HOUR.hovers),
		saves: share(HALF_HOUR.saves),
		visits: share(HALF_HOUR.visits),
		routes: share(HALF_HOUR.routes),
		posts: share(HALF_HOUR.posts),
	};
}

/**
 * The file in `test-results` that keeps what came of a run. Only one of half an hour or more in Chromium, whose driver tells
 * of memory, is what `npm run trust` reads; what proves less overwrites none of these.
 */
export function resultFile({ minutes, usesShared }: Plan, browserKind: string): string {
	if (!usesShared) return "soak-short.json";
	if (minutes < HALF_HOUR.minutes) return `soak-${minutes}-minutes.json`;
	return browserKind === "chromium" ? "soak.json" : `soak-${browserKind}.json`;
}

/** How many of `total` fall into a minute, counted from 0; over all minutes they add up to `total`. */
export function quotaOf(total: number, minute: number, minutes: number): number {
	return Math.floor((total * (minute + 1)) / minutes) - Math.floor((total * minute) / minutes);
}

/** The minutes, counted from 0, after which is measured; the last one is always among them. */
export function sampledMinutes({ minutes, samples }: Plan): number[] {
	const later = Math.min(minutes, samples - 1);
	return Array.from({ length: later }, (_, index) => Math.round((minutes * (index + 1)) / later) - 1);
}
