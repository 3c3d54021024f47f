import { Gap, type Words } from "./scan-words";

/** A stretch of scanned words: word numbers, `to` exclusive. */
export interface WordRange {
	from: number;
	to: number;
}

/** The first words of the sentences of a text, and the number of its words at the end. */
export function sentenceStarts(words: Words): number[] {
	const starts: number[] = [];
	for (let at = 0; at < words.count; at++) if (at === 0 || words.gap[at] === Gap.SENTENCE) starts.push(at);
	starts.push(words.count);
	return starts;
}

/** The sentence that a word stands in. */
export function sentenceAt(starts: number[], at: number): WordRange {
	const next = lowerBound(starts.length, (index) => (starts[index] as number) > at);
	return { from: starts[next - 1] ?? 0, to: starts[next] ?? at + 1 };
}

/** Those of the ranges, which are in order, that begin inside another range. */
export function rangesIn<Range extends WordRange>(ranges: Range[], { from, to }: WordRange): Range[] {
	const first = lowerBound(ranges.length, (index) => (ranges[index] as Range).from >= from);
	const last = lowerBound(ranges.length, (index) => (ranges[index] as Range).from >= to);
	return ranges.slice(first, last);
}

/** Sorts ranges and joins those that touch or overlap. */
export function joinRanges(ranges: WordRange[], words: Words): WordRange[] {
	const joined: WordRange[] = [];
	for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
		const last = joined.at(-1);
		if (last && from <= last.to && (from < last.to || words.gap[from] === Gap.JOINED)) last.to = Math.max(last.to, to);
		else joined.push({ from, to });
	}
	return joined;
}

/** The first index below `length` from which on a condition holds, or `length`. */
export function lowerBound(length: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
