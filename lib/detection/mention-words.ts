import type { Mention } from "./find-mentions";

/** The words of a mention, as they stand in its text; "…" for what stands between its parts. */
export function wordsOf(text: string, { parts }: Pick<Mention, "parts">): string {
	return parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")).join(" … ");
}
