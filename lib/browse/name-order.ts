const PLAIN = /^[\x20-\x7e]*$/;

/** A text as it is sorted and looked up: lower case, without accents, words of letters and digits with one space between. */
export function foldName(text: string): string {
	const bare = PLAIN.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "");
	return bare
		.toLowerCase()
		.replace(/['\u2019]/g, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** A name with its folded form, so that it is folded once. */
export interface FoldedName {
	name: string;
	folded: string;
}

/** A to Z by the folded name; names that fold alike by their spelling, so that different names are never equal. */
export function byName(one: FoldedName, other: FoldedName): number {
	return compare(one.folded, other.folded) || compare(one.name, other.name);
}

function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
