/**
 * How many letters have to be added, dropped, changed or swapped with their
 * neighbour to turn one word into the other (optimal string alignment).
 */
export function editDistance(one: string, other: string): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			let distance = Math.min(
				(previous[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(previous[column - 1] ?? 0) + (isSame ? 0 : 1),
			);
			const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			if (isSwap) distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
			current.push(distance);
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[other.length] ?? 0;
}
