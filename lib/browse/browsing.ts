import type { NameFacet } from "./answer-facets";

/** What a list of answers is narrowed to; null where it is not. */
export interface BrowseFilter extends Record<NameFacet, string | null> {
	packId: string | null;
	year: number | null;
}

export const SORTS = ["newest", "oldest", "title", "doctor", "pack"] as const;
/** `doctor`: by the first who replied. `pack`: as the packs have them. */
export type BrowseSort = (typeof SORTS)[number];

/** A value of a facet, and how many answers choosing it would leave. */
export interface FacetOption<T> {
	value: T;
	count: number;
}

/** The most common values of a facet, and how many different ones there are. */
export interface NameOptions {
	options: FacetOption<string>[];
	total: number;
}

/** What each filter has to offer while the other filters stay. */
export interface BrowseFacets extends Record<NameFacet, NameOptions> {
	pack: (FacetOption<string> & { name: string })[];
	year: FacetOption<number>[];
}

/** A pack that is browsed, in the order of the list. */
export interface BrowsedPack {
	packId: string;
	name: string;
	edition: string;
	/** Number in the library of its first document. */
	first: number;
	documentCount: number;
}
