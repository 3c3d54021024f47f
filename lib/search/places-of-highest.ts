/** The places of the highest numbers above 0, highest first, the earlier of equal ones. */
export function placesOfHighest(numbers: Float32Array | Uint32Array, limit: number): number[] {
	const places: number[] = [];
	let least = 0;
	// A loop, because a call for each of half a million answers takes longer than all the scoring.
	for (let place = 0; place < numbers.length; place++) {
		const number = numbers[place] as number;
		if (number <= least) continue;
		let at = places.length;
		while (at > 0 && (numbers[places[at - 1] as number] as number) < number) at--;
		places.splice(at, 0, place);
		if (places.length > limit) places.pop();
		if (places.length === limit) least = numbers[places[limit - 1] as number] as number;
	}
	return places;
}
