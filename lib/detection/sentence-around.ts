/** The longest sentence that is kept with a saved answer, in characters. */
const LONGEST_SENTENCE = 400;

/**
 * The sentence of a text in which the range from `start` to `end` stands, with
 * runs of white space as one space. A very long sentence is cut around the range
 * and marked with "…".
 */
export function sentenceAround(text: string, start: number, end: number): string {
	const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
	// Segmenting a whole article to find one sentence is slow, so only a window is read.
	const from = Math.max(0, start - 2 * LONGEST_SENTENCE);
	// A line break in the source ends no sentence, but to the segmenter it does.
	const window = text.slice(from, end + 2 * LONGEST_SENTENCE).replace(/\s/g, " ");
	let sentence = { start: 0, end: window.length };
	for (const { index, segment } of segmenter.segment(window)) {
		if (index <= start - from) sentence = { start: index, end: index + segment.length };
	}
	sentence.end = Math.max(sentence.end, end - from);
	const cutStart = Math.max(
		sentence.start,
		Math.min(start - from - LONGEST_SENTENCE / 2, sentence.end - LONGEST_SENTENCE),
	);
	const cutEnd = Math.min(sentence.end, Math.max(cutStart, sentence.start) + LONGEST_SENTENCE);
	const kept = window.slice(cutStart, cutEnd).replace(/ +/g, " ").trim();
	return `${cutStart > sentence.start ? "…" : ""}${kept}${cutEnd < sentence.end ? "…" : ""}`;
}
