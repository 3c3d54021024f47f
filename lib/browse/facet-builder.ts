import { packWords } from "../search/packed-words";
import type { AnswerFacets, NameFacet } from "./answer-facets";
import {
	type FacetColumns,
	type FacetNames,
	NO_DAY,
	NO_YEAR,
	type NumberLists,
	type TitleBlock,
} from "./facet-columns";
import { byName, foldName } from "./name-order";

/** Documents of a chunk: some hundred kilobytes of columns, a megabyte of titles. */
const LARGEST_CHUNK = 16_384;

/** Titles of a block: a merge holds one block of every run. */
const TITLES_IN_BLOCK = 2_048;

/** By how many characters titles are sorted; what differs later stays in the order of the pack. */
const SORTED_CHARACTERS = 64;

const MS_PER_DAY = 86_400_000;

/** The columns of consecutive documents, and their titles as a sorted run. */
export interface FacetChunk {
	columns: FacetColumns;
	titles: TitleBlock[];
}

/**
 * Turns the facets of an edition's answers into columns, chunk by chunk. What it
 * keeps grows with the number of different names only.
 */
export class FacetBuilder {
	readonly #largestChunk: number;
	readonly #numberOf: Record<NameFacet, Map<string, number>> = {
		site: new Map(),
		doctor: new Map(),
		specialty: new Map(),
	};
	#first = 0;
	#chunk: AnswerFacets[] = [];

	constructor(largestChunk = LARGEST_CHUNK) {
		this.#largestChunk = largestChunk;
	}

	/** True if the chunk has to be taken before more is added. */
	get isFull(): boolean {
		return this.#chunk.length >= this.#largestChunk;
	}

	/** Adds the next document. */
	add(facets: AnswerFacets): void {
		this.#chunk.push(facets);
	}

	/** The documents since the last call; the builder holds none of them any more. */
	takeChunk(): FacetChunk {
		const chunk = this.#chunk;
		const first = this.#first;
		this.#chunk = [];
		this.#first += chunk.length;
		return {
			columns: {
				first,
				days: Int32Array.from(chunk, ({ day }) => (day === null ? NO_DAY : Date.parse(day) / MS_PER_DAY)),
				years: Int16Array.from(chunk, ({ day }) => (day === null ? NO_YEAR : Number(day.slice(0, 4)))),
				names: {
					site: this.#listsOf("site", chunk),
					doctor: this.#listsOf("doctor", chunk),
					specialty: this.#listsOf("specialty", chunk),
				},
			},
			titles: sortTitles(chunk, first),
		};
	}

	/** The names of all documents so far. */
	names(): Record<NameFacet, FacetNames> {
		const { site, doctor, specialty } = this.#numberOf;
		return { site: sortNames(site), doctor: sortNames(doctor), specialty: sortNames(specialty) };
	}

	#listsOf(facet: NameFacet, chunk: readonly AnswerFacets[]): NumberLists {
		const numberOf = this.#numberOf[facet];
		const numbers: number[] = [];
		const ends = Uint32Array.from(chunk, ({ names }) => {
			for (const name of names[facet]) {
				let number = numberOf.get(name);
				if (number === undefined) {
					number = numberOf.size;
					numberOf.set(name, number);
				}
				numbers.push(number);
			}
			return numbers.length;
		});
		return { ends, numbers: Uint32Array.from(numbers) };
	}
}

function sortNames(numberOf: ReadonlyMap<string, number>): FacetNames {
	const sorted = [...numberOf].map(([name, number]) => ({ name, folded: foldName(name), number })).sort(byName);
	const places = new Uint32Array(sorted.length);
	for (const [place, { number }] of sorted.entries()) places[number] = place;
	return { names: packWords(sorted.map(({ name }) => name)), places };
}

function sortTitles(chunk: readonly AnswerFacets[], first: number): TitleBlock[] {
	const titles = chunk.map(({ title }) => foldName(title).slice(0, SORTED_CHARACTERS));
	const order = [...titles.keys()].sort((one, other) => {
		const [title, otherTitle] = [titles[one] as string, titles[other] as string];
		return title === otherTitle ? one - other : title < otherTitle ? -1 : 1;
	});
	return Array.from({ length: Math.ceil(order.length / TITLES_IN_BLOCK) }, (_, block) => {
		const places = order.slice(block * TITLES_IN_BLOCK, (block + 1) * TITLES_IN_BLOCK);
		return {
			titles: packWords(places.map((place) => titles[place] as string)),
			documents: Uint32Array.from(places, (place) => first + place),
		};
	});
}
