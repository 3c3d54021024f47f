/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number;

/** Numerical Recipes' generator: the same numbers in every run with the same seed. */
export function randomFrom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
