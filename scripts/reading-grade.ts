import { syllable } from "syllable";

/** After the NHS: grade 6 is the aim, 8 the limit. https://service-manual.nhs.uk/content/health-literacy */
export const AIMED_GRADE = 6;
export const HIGHEST_GRADE = 8;

/**
 * Flesch-Kincaid grade of texts read one after another, and the word count of their longest sentence. Each text ends a
 * sentence, also without a full stop: otherwise a list of signs would count as one.
 * The words of `ignored` (the symptom's own terms) count as one syllable: the
 * medical word is what the text explains, so it must not be counted against it.
 */
export function readingGrade(texts: string[], ignored: string[]): { grade: number; longestSentence: number } {
	const free = new Set(ignored.flatMap((term) => wordsOf(term)));
	const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
	const sentences = texts
		.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => wordsOf(segment)))
		.filter((words) => words.length > 0);
	const words = sentences.flat();
	const syllables = words.reduce((sum, word) => sum + (free.has(word) ? 1 : Math.max(1, syllable(word))), 0);
	return {
		grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
		longestSentence: Math.max(...sentences.map((sentence) => sentence.length)),
	};
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[a-z0-9][a-z0-9'’-]*/g) ?? [];
}
