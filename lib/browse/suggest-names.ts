import Fuse from "fuse.js/basic";
import { type PackedWords, packWords, wordAt } from "../search/packed-words";
import { placesOfHighest } from "../search/places-of-highest";
import type { FacetOption } from "./browsing";
import { foldName } from "./name-order";

/** How far Fuse may stray (0 exact, 1 anything): two mistakes in a name of eight letters. */
const FUSE_THRESHOLD = 0.3;

/** Names that Fuse looks at together: it makes an object for each. */
const NAMES_AT_ONCE = 2_000;

/** Fuse cannot take longer patterns whole. */
const LONGEST_MISSPELLED = 32;

/** The names as they are looked up, in the same order. */
export function foldNames(names: PackedWords): PackedWords {
	return packWords(Array.from(names.ends, (_, place) => foldName(wordAt(names, place))));
}

/**
 * The names in which every word of the text begins a word, those with the most answers
 * first; where there is none, the names that are spelled most like it. Names without an
 * answer are left out. An empty text suggests the most common names.
 */
export function suggestNames(
	names: PackedWords,
	{ folded, counts, text, limit }: { folded: PackedWords; counts: Uint32Array; text: string; limit: number },
): FacetOption<string>[] {
	const query = foldName(text);
	const beginnings = query.split(" ").map((word) => ` ${word}`);
	const fitting = counts.map((count, place) => {
		if (count === 0) return 0;
		const name = ` ${wordAt(folded, place)}`;
		return beginnings.every((beginning) => name.includes(beginning)) ? count : 0;
	});
	const found = placesOfHighest(fitting, limit);
	const places = found.length > 0 ? found : spelledLike(folded, { counts, query, limit });
	return places.map((place) => ({ value: wordAt(names, place), count: counts[place] as number }));
}

function spelledLike(
	folded: PackedWords,
	{ counts, query, limit }: { counts: Uint32Array; query: string; limit: number },
): number[] {
	let best: { place: number; score: number }[] = [];
	for (let first = 0; first < counts.length; first += NAMES_AT_ONCE) {
		const batch = Array.from({ length: Math.min(NAMES_AT_ONCE, counts.length - first) }, (_, index) => ({
			place: first + index,
			name: wordAt(folded, first + index),
		})).filter(({ place }) => (counts[place] as number) > 0);
		const fuse = new Fuse(batch, {
			keys: ["name"],
			threshold: FUSE_THRESHOLD,
			ignoreLocation: true,
			includeScore: true,
		});
		const like = fuse.search(query.slice(0, LONGEST_MISSPELLED), { limit });
		best = [...best, ...like.map(({ item, score = 1 }) => ({ place: item.place, score }))]
			.sort((one, other) => one.score - other.score)
			.slice(0, limit);
	}
	return best.map(({ place }) => place);
}
