/** Sorted words in one string: a hundred thousand of them take a megabyte, and no object each. */
export interface PackedWords {
	text: string;
	/** Where each word ends in the text. */
	ends: Uint32Array;
}

/** Packs words in the order given; to be looked up they have to be sorted and different. */
export function packWords(sorted: readonly string[]): PackedWords {
	let end = 0;
	return {
		text: sorted.join(""),
		ends: Uint32Array.from(sorted, (word) => {
			end += word.length;
			return end;
		}),
	};
}

/** The word at a place. */
export function wordAt({ text, ends }: PackedWords, place: number): string {
	return text.slice(place === 0 ? 0 : ends[place - 1], ends[place]);
}

/** The place of the first word that does not come before this one. */
export function firstNotBefore(words: PackedWords, word: string): number {
	let low = 0;
	let high = words.ends.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (wordAt(words, middle) < word) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The place of a word, -1 if it is not among them. */
export function placeOf(words: PackedWords, word: string): number {
	const place = firstNotBefore(words, word);
	return place < words.ends.length && wordAt(words, place) === word ? place : -1;
}
