import type { Detector, Mention } from "../detection/find-mentions";

/** Most that is read of a pasted text, in characters: a long hospital letter has 20,000. */
export const LONGEST_PASTE = 200_000;

/** Paragraphs are read in parts of at most so many characters, so that each takes a few milliseconds. */
const LONGEST_PART = 4_000;

/** A piece of a pasted text, with the symptoms that it names. */
export interface PastedParagraph {
	text: string;
	mentions: Mention[];
}

/**
 * The paragraphs of a text: what stands between empty lines, or between any lines where lines are short, as in lists and
 * messages. Line breaks that only a PDF has put into its sentences become spaces; a paragraph without end is cut between
 * words. Empty paragraphs are left out.
 */
export function paragraphsOf(text: string): string[] {
	return text
		.replace(/\r\n?/g, "\n")
		.split(/\n\s*\n/)
		.flatMap(joinBrokenLines)
		.flatMap(cutLong)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== "");
}

/**
 * Finds the symptoms of paragraphs one after the other; `shown` are those whose card has something to say. A generator,
 * so that whoever calls it can rest between two of them. The paragraphs are judged by their beginning, as pages are.
 */
export function* readParagraphs(
	paragraphs: readonly string[],
	detector: Detector,
	shown: ReadonlySet<string>,
): Generator<PastedParagraph> {
	detector.judgePage(paragraphs.join("\n"));
	for (const text of paragraphs) {
		yield { text, mentions: detector.findMentions(text).filter(({ symptomId }) => shown.has(symptomId)) };
	}
}

/** Shorter lines are lines of their own: entries of a list, or of a message. PDF lines have 60 characters and more. */
const SHORT_LINE = 50;

// A line belongs to the one before where that is as long as the lines of a page are and ends in no full stop.
function joinBrokenLines(block: string): string[] {
	const joined: string[] = [];
	let isOpen = false;
	for (const line of block.split("\n")) {
		if (isOpen) joined.push(`${joined.pop()} ${line.trim()}`);
		else joined.push(line);
		isOpen = line.trim().length >= SHORT_LINE && !/[.!?:]["”’)]?\s*$/.test(line);
	}
	return joined;
}

function cutLong(paragraph: string): string[] {
	const parts: string[] = [];
	let rest = paragraph;
	while (rest.length > LONGEST_PART) {
		const head = rest.slice(0, LONGEST_PART);
		// Between sentences if it can be, else between words, else anywhere.
		const ends = [head.lastIndexOf(". ") + 1, head.lastIndexOf(" "), LONGEST_PART];
		const at = ends.find((end) => end > 0) ?? LONGEST_PART;
		parts.push(rest.slice(0, at));
		rest = rest.slice(at);
	}
	return [...parts, rest];
}
