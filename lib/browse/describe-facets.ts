import { type PackedWords, wordAt } from "../search/packed-words";
import { placesOfHighest } from "../search/places-of-highest";
import type { NameFacet } from "./answer-facets";
import type { BrowseFacets, BrowseFilter, FacetOption, NameOptions } from "./browsing";
import type { BrowsedLibrary, ChosenAnswers } from "./choose-answers";
import { placeOfName } from "./merge-names";

/** Most names of a facet that are listed: who looks for another one types it. */
export const MOST_LISTED = 50;

/** What each filter has to offer: names and packs by count, then in their order; years from the newest on. What is chosen is always among them. */
export function describeFacets(
	library: BrowsedLibrary,
	filter: BrowseFilter,
	counts: ChosenAnswers["counts"],
): BrowseFacets {
	const describe = (facet: NameFacet) =>
		describeNames(library.names[facet].names, counts[facet], filter[facet] ?? undefined);
	const years = [...counts.year].map(([value, count]) => ({ value, count }));
	return {
		pack: library.packs
			.map(({ packId, name }, place) => ({ value: packId, name, count: counts.pack[place] ?? 0 }))
			.sort(byCount),
		site: describe("site"),
		doctor: describe("doctor"),
		specialty: describe("specialty"),
		year: withChosen(years, filter.year ?? undefined).sort((one, other) => other.value - one.value),
	};
}

function describeNames(names: PackedWords, counts: Uint32Array, chosen: string | undefined): NameOptions {
	const options = placesOfHighest(counts, MOST_LISTED).map((place) => ({
		value: wordAt(names, place),
		count: counts[place] as number,
	}));
	const total = counts.reduce((sum, count) => sum + Number(count > 0), 0);
	const countOfChosen = chosen === undefined ? 0 : counts[placeOfName(names, chosen)];
	return { options: withChosen(options, chosen, countOfChosen), total };
}

function withChosen<T>(options: FacetOption<T>[], chosen: T | undefined, count = 0): FacetOption<T>[] {
	if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
	return [...options, { value: chosen, count }];
}

function byCount(one: { count: number }, other: { count: number }): number {
	return other.count - one.count;
}
