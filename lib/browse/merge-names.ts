import { type PackedWords, packWords, wordAt } from "../search/packed-words";
import type { FacetNames } from "./facet-columns";
import { byName, type FoldedName, foldName } from "./name-order";

/** The names of several editions as one list: a name's place is its number from here on. */
export interface MergedNames {
	/** All different names, A to Z. */
	names: PackedWords;
	/** For each edition the places of its numbers. */
	placesOf: Uint32Array[];
}

/** Merges the names of editions. */
export function mergeNames(editions: readonly FacetNames[]): MergedNames {
	const [only] = editions;
	if (only && editions.length === 1) return { names: only.names, placesOf: [only.places] };
	const merged: string[] = [];
	const mergedPlaces = editions.map(({ places }) => new Uint32Array(places.length));
	const next = editions.map(() => 0);
	const heads = editions.map((edition) => headOf(edition, 0));
	for (;;) {
		const least = heads.reduce((best, head) => (head && (!best || byName(head, best) < 0) ? head : best), undefined);
		if (!least) break;
		for (const [index, edition] of editions.entries()) {
			if (heads[index]?.name !== least.name) continue;
			const place = next[index] as number;
			(mergedPlaces[index] as Uint32Array)[place] = merged.length;
			next[index] = place + 1;
			heads[index] = headOf(edition, place + 1);
		}
		merged.push(least.name);
	}
	return {
		names: packWords(merged),
		placesOf: editions.map(({ places }, index) => places.map((place) => mergedPlaces[index]?.[place] as number)),
	};
}

/** The place of a name, -1 if it is not among them. */
export function placeOfName(names: PackedWords, name: string): number {
	const wanted = { name, folded: foldName(name) };
	let low = 0;
	let high = names.ends.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = wordAt(names, middle);
		const order = byName({ name: found, folded: foldName(found) }, wanted);
		if (order === 0) return middle;
		if (order < 0) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

function headOf({ names }: FacetNames, place: number): FoldedName | undefined {
	if (place >= names.ends.length) return undefined;
	const name = wordAt(names, place);
	return { name, folded: foldName(name) };
}
