import { foldText } from "./fold-text";
import { bestPassage } from "./passage";
import type { Question } from "./question";
import { searchWords } from "./search-tokens";

/** Shorter texts are read at a glance, so nothing has to be taken out of them. */
const SHORTEST_TEXT = 240;

/** Longest passage in characters: two or three lines of the popup. */
const LONGEST_PASSAGE = 220;

/** How far a sentence's beginning is looked for, in characters. */
const LONGEST_LEAD = 100;

/**
 * The stretch of a long text that says most of the question, word for word as it stands
 * there, from the beginning of a sentence where one is near; null for a short text and
 * for one that says nothing of it.
 */
export function foundPassage(question: Question, text: string): string | null {
	if (text.length < SHORTEST_TEXT) return null;
	const words = searchWords(text);
	const { first, last } = bestPassage(
		question,
		words.map(({ stem }) => stem),
	);
	const from = words[first];
	const to = words[last];
	if (!from || !to) return null;
	const start = beginningBefore(text, from.start);
	const end = Math.min(text.length, start + LONGEST_PASSAGE);
	const cut = end < text.length ? foldText(text).lastIndexOf(" ", end) : end;
	const passage = text.slice(start, cut > to.start ? cut : end).trim();
	return `${start > 0 ? "\u2026" : ""}${passage}${end < text.length ? "\u2026" : ""}`;
}

function beginningBefore(text: string, place: number): number {
	const lead = text.slice(Math.max(0, place - LONGEST_LEAD), place);
	const sentence = Math.max(
		lead.lastIndexOf("\n") + 1,
		...[". ", "? ", "! "].map((mark) => lead.lastIndexOf(mark) + 2),
	);
	// `lastIndexOf` gives -1 for none, which would be the first or second character.
	if (sentence > 1) return place - lead.length + sentence;
	if (place <= LONGEST_LEAD) return 0;
	return place - lead.length + lead.indexOf(" ") + 1;
}
