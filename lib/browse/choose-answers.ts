import type { NameFacet } from "./answer-facets";
import type { BrowsedPack, BrowseFilter, BrowseSort } from "./browsing";
import { type FacetColumns, NO_DAY, NO_YEAR, type NumberLists } from "./facet-columns";
import { type MergedNames, placeOfName } from "./merge-names";

/** The packs that are on, and their names. */
export interface BrowsedLibrary {
	packs: readonly BrowsedPack[];
	documentCount: number;
	names: Record<NameFacet, MergedNames>;
}

/** The answers that fit a filter. */
export interface ChosenAnswers {
	/** Numbers of documents in the library, sorted. */
	order: Uint32Array;
	/** For each value of a facet, how many answers it would leave under the other filters. */
	counts: Record<NameFacet, Uint32Array> & { pack: Uint32Array; year: Map<number, number> };
}

/** Days of the years 0 to 9999 since 1970 lie between: what is added to a day to make it a key, and the key of no day. */
const BEFORE_ALL_DAYS = 800_000;
const AFTER_ALL_DAYS = 4_000_000;

/**
 * Chooses and sorts answers by their columns, which are added in the order of the
 * library. Equal ones keep that order. `titleRanks` are needed for the sort by title.
 */
export class AnswerChooser {
	readonly #library: BrowsedLibrary;
	readonly #filter: BrowseFilter;
	readonly #sort: BrowseSort;
	readonly #titleRanks: Uint32Array | undefined;
	readonly #wanted: Record<NameFacet, number | undefined>;
	readonly #counts: ChosenAnswers["counts"];
	/** Key and number of each chosen document as one float: sorting floats needs no function. */
	readonly #chosen: Float64Array;
	#size = 0;

	constructor(library: BrowsedLibrary, filter: BrowseFilter, sort: BrowseSort, titleRanks?: Uint32Array) {
		const placeOf = (facet: NameFacet) =>
			filter[facet] === null ? undefined : placeOfName(library.names[facet].names, filter[facet]);
		const countsOf = (facet: NameFacet) => new Uint32Array(library.names[facet].names.ends.length);
		this.#library = library;
		this.#filter = filter;
		this.#sort = sort;
		this.#titleRanks = titleRanks;
		this.#wanted = { site: placeOf("site"), doctor: placeOf("doctor"), specialty: placeOf("specialty") };
		this.#counts = {
			site: countsOf("site"),
			doctor: countsOf("doctor"),
			specialty: countsOf("specialty"),
			pack: new Uint32Array(library.packs.length),
			year: new Map(),
		};
		this.#chosen = new Float64Array(library.documentCount);
	}

	/** Adds the next columns of a pack, given by its place in the library. */
	add(pack: number, columns: FacetColumns): void {
		const { packId = "", first = 0 } = this.#library.packs[pack] ?? {};
		const failsPack = Number(this.#filter.packId !== null && this.#filter.packId !== packId);
		const { site, doctor, specialty } = columns.names;
		for (let index = 0; index < columns.days.length; index++) {
			const failsSite = this.#fails("site", pack, site, index);
			const failsDoctor = this.#fails("doctor", pack, doctor, index);
			const failsSpecialty = this.#fails("specialty", pack, specialty, index);
			const year = columns.years[index] as number;
			const failsYear = Number(this.#filter.year !== null && this.#filter.year !== year);
			const failures = failsPack + failsSite + failsDoctor + failsSpecialty + failsYear;
			if (failures > 1) continue;
			// A value counts what passes all filters but that of its own facet.
			if (failures === failsSite) this.#count("site", pack, site, index);
			if (failures === failsDoctor) this.#count("doctor", pack, doctor, index);
			if (failures === failsSpecialty) this.#count("specialty", pack, specialty, index);
			if (failures === failsPack) this.#counts.pack[pack] = (this.#counts.pack[pack] as number) + 1;
			if (failures === failsYear && year !== NO_YEAR)
				this.#counts.year.set(year, (this.#counts.year.get(year) ?? 0) + 1);
			if (failures > 0) continue;
			const document = first + columns.first + index;
			this.#chosen[this.#size++] = this.#keyOf(pack, columns, index) * this.#library.documentCount + document;
		}
	}

	/** What was chosen. */
	finish(): ChosenAnswers {
		const sorted = this.#chosen.subarray(0, this.#size);
		if (this.#sort !== "pack") sorted.sort();
		const order = new Uint32Array(this.#size);
		for (let place = 0; place < order.length; place++)
			order[place] = (sorted[place] as number) % this.#library.documentCount;
		return { order, counts: this.#counts };
	}

	#fails(facet: NameFacet, pack: number, { ends, numbers }: NumberLists, index: number): 0 | 1 {
		const wanted = this.#wanted[facet];
		if (wanted === undefined) return 0;
		const places = this.#library.names[facet].placesOf[pack] as Uint32Array;
		const end = ends[index] as number;
		for (let at = index === 0 ? 0 : (ends[index - 1] as number); at < end; at++) {
			if (places[numbers[at] as number] === wanted) return 0;
		}
		return 1;
	}

	#count(facet: NameFacet, pack: number, { ends, numbers }: NumberLists, index: number): void {
		const places = this.#library.names[facet].placesOf[pack] as Uint32Array;
		const counts = this.#counts[facet];
		const end = ends[index] as number;
		for (let at = index === 0 ? 0 : (ends[index - 1] as number); at < end; at++) {
			const place = places[numbers[at] as number] as number;
			counts[place] = (counts[place] as number) + 1;
		}
	}

	#keyOf(pack: number, columns: FacetColumns, index: number): number {
		const day = columns.days[index] as number;
		switch (this.#sort) {
			case "newest":
				return day === NO_DAY ? AFTER_ALL_DAYS : AFTER_ALL_DAYS - BEFORE_ALL_DAYS - day;
			case "oldest":
				return day === NO_DAY ? AFTER_ALL_DAYS : BEFORE_ALL_DAYS + day;
			case "title":
				return this.#titleRanks?.[(this.#library.packs[pack]?.first ?? 0) + columns.first + index] ?? 0;
			case "doctor": {
				const { ends, numbers } = columns.names.doctor;
				const number = numbers[index === 0 ? 0 : (ends[index - 1] as number)] as number;
				return this.#library.names.doctor.placesOf[pack]?.[number] ?? 0;
			}
			case "pack":
				return 0;
		}
	}
}
