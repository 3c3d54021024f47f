import type { PackedWords } from "../search/packed-words";
import type { NameFacet } from "./answer-facets";

/** Stands for "no date" among days and years. */
export const NO_DAY = -(2 ** 31);
export const NO_YEAR = -1;

/** For each document some numbers: those of document `i` end at `ends[i]`. */
export interface NumberLists {
	ends: Uint32Array;
	numbers: Uint32Array;
}

/** The facets of consecutive documents of an edition, by column. */
export interface FacetColumns {
	/** Number of the first document. */
	first: number;
	/** Days since 1970-01-01. */
	days: Int32Array;
	years: Int16Array;
	/** Names by their numbers in the edition's `FacetNames`. */
	names: Record<NameFacet, NumberLists>;
}

/** The different names of an edition, A to Z, and where among them each number stands. */
export interface FacetNames {
	names: PackedWords;
	places: Uint32Array;
}

/** Some of a run's folded titles, A to Z; equal ones in the order of their documents. */
export interface TitleBlock {
	titles: PackedWords;
	documents: Uint32Array;
}
