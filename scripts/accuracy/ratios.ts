/** A part of a whole, 0 to 1; 0 of nothing. */
export function share(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole;
}

/** The harmonic mean of precision and recall, 0 to 1. */
export function f1(hits: number, falses: number, misses: number): number {
	return share(2 * hits, 2 * hits + falses + misses);
}
