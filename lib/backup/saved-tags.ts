import { LONGEST_TAG, MOST_TAGS } from "./record-limits";

/**
 * Tags as they are kept: white space collapsed, cut to the longest length, none empty, each once
 * whatever its capitals (the first spelling stays), at most `most`.
 */
export function tidyTags(tags: readonly string[], most = MOST_TAGS): string[] {
	const bySpelling = new Map<string, string>();
	for (const tag of tags) {
		const tidy = tag.replace(/\s+/g, " ").trim().slice(0, LONGEST_TAG).trim();
		const key = tagKey(tidy);
		if (tidy !== "" && !bySpelling.has(key)) bySpelling.set(key, tidy);
	}
	return [...bySpelling.values()].slice(0, most);
}

/** The same for two spellings of one tag. */
export function tagKey(tag: string): string {
	return tag.toLowerCase();
}
