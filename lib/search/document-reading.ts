import { foldText } from "./fold-text";
import { kindsOfHeading, type QuestionKind, tellsKind } from "./question-kinds";
import type { SearchDocument } from "./search-document";
import { stemOf, wordWorthSearching } from "./search-tokens";
import { tokenize } from "./tokenize";

/** What the fit to a question is judged by. */
export interface DocumentReading {
	/** Stems of the title, or of the heading with which an answer without a title begins. */
	heading: Set<string>;
	/** Those of them that say what the answer is about. */
	topic: string[];
	/** What the heading promises to tell. */
	kinds: Set<QuestionKind>;
	/** All stems in order, those of the heading first. */
	words: string[];
	/** How many of them the heading has. */
	headingLength: number;
	/** How often each stem stands in question, replies and background. */
	frequencies: Map<string, number>;
	/** Words of question, replies and background. */
	length: number;
	/** Stems that stand where the reader sees them: in the question or a reply. */
	shown: Set<string>;
}

/**
 * A short first line that ends in a colon is what the answer says it is about:
 * "Breath odor (Causes): Bad breath may …". Exported archives often have no other title.
 */
const LEADING_HEADING = /^([^:\n]{3,200}?\??):\s/;

// Answers repeat their words, and stemming is the dear part. A stop word has no stem.
const stems = new Map<string, string | null>();
const MOST_STEMS = 50_000;

function cachedStem(token: string): string | null {
	let stem = stems.get(token);
	if (stem === undefined) {
		if (stems.size >= MOST_STEMS) stems.clear();
		const word = wordWorthSearching(token);
		stem = word === undefined ? null : stemOf(word);
		stems.set(token, stem);
	}
	return stem;
}

/** Reads the texts of an answer once for any number of questions. Linear in their length. */
export function readDocument({ title, question, replies, background }: SearchDocument): DocumentReading {
	const leading = title === "" && question === "" ? LEADING_HEADING.exec(replies) : null;
	const headingText = title || (leading?.[1] ?? question);
	const headingWords = stemsOf(headingText);
	const shownWords = stemsOf([title && question, leading ? replies.slice(leading[0].length) : replies].join("\n"));
	const words = [...shownWords, ...stemsOf(background)];
	const frequencies = new Map<string, number>();
	for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
	return {
		heading: new Set(headingWords),
		topic: [...new Set(headingWords)].filter((stem) => !tellsKind(stem)),
		kinds: kindsOfHeading(headingText),
		words: [...headingWords, ...words],
		headingLength: headingWords.length,
		frequencies,
		length: words.length,
		shown: new Set([...shownWords, ...stemsOf(question)]),
	};
}

function stemsOf(text: string): string[] {
	const found: string[] = [];
	for (const { word } of tokenize(foldText(text))) {
		const stem = cachedStem(word);
		if (stem !== null) found.push(stem);
	}
	return found;
}
