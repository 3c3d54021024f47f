import { LONGEST_WORD } from "./search-tokens";

// Kept between calls: a vocabulary is compared word by word, and three short-lived arrays for each would cost more than the comparing.
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST_WORD + 1));

/**
 * How many letters have to be added, dropped, changed or swapped with their
 * neighbour to turn one word into the other (optimal string alignment); anything
 * above `limit` comes out as `limit + 1`. Words longer than 40 letters are as far
 * apart as can be.
 */
export function editDistance(one: string, other: string, limit = LONGEST_WORD): number {
	const beyond = limit + 1;
	if (one === other) return 0;
	if (one.length > LONGEST_WORD || other.length > LONGEST_WORD) return beyond;
	if (Math.abs(one.length - other.length) > limit) return beyond;
	let [beforePrevious, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
	for (let column = 0; column <= other.length; column++) previous[column] = column;
	for (let row = 1; row <= one.length; row++) {
		const letter = one.charCodeAt(row - 1);
		let least = row;
		current[0] = row;
		for (let column = 1; column <= other.length; column++) {
			const isSame = letter === other.charCodeAt(column - 1);
			let distance = Math.min(
				(previous[column] as number) + 1,
				(current[column - 1] as number) + 1,
				(previous[column - 1] as number) + (isSame ? 0 : 1),
			);
			const isSwap =
				row > 1 &&
				column > 1 &&
				letter === other.charCodeAt(column - 2) &&
				one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
			if (isSwap) distance = Math.min(distance, (beforePrevious[column - 2] as number) + 1);
			current[column] = distance;
			least = Math.min(least, distance);
		}
		// A swap reaches back two rows, so only the row before this one may still save it.
		if (least > beyond) return beyond;
		[beforePrevious, previous, current] = [previous, current, beforePrevious];
	}
	return Math.min(previous[other.length] as number, beyond);
}
