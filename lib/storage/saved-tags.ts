/** Longest tag, in characters: a few words. Longer ones break the row they stand in. */
export const LONGEST_TAG = 40;

/** Most tags of one saved answer: more than this sorts nothing. */
export const MOST_TAGS = 20;

/** Longest note of one saved answer, in characters: about four printed pages. */
export const LONGEST_NOTE = 10_000;

/**
 * Tags as they are kept: white space collapsed, cut to the longest length, none empty, each once
 * whatever its capitals (the first spelling stays), at most `MOST_TAGS`.
 */
export function tidyTags(tags: readonly string[]): string[] {
	const bySpelling = new Map<string, string>();
	for (const tag of tags) {
		const tidy = tag.replace(/\s+/g, " ").trim().slice(0, LONGEST_TAG).trim();
		const key = tagKey(tidy);
		if (tidy !== "" && !bySpelling.has(key)) bySpelling.set(key, tidy);
	}
	return [...bySpelling.values()].slice(0, MOST_TAGS);
}

/** The same for two spellings of one tag. */
export function tagKey(tag: string): string {
	return tag.toLowerCase();
}
