import { assertMention } from "./assert-mentions";
import type { Assertion } from "./assertion";
import { believeNames } from "./believe-names";
import { chooseNames, joinAppositions } from "./choose-names";
import type { Name } from "./compose-names";
import { findNames, findSurroundings, type TermHit } from "./find-terms";
import { type CompiledLexicon, Lexicon } from "./lexicon";
import { isEnglishText, JUDGED_LENGTH, type PageContext, PageEvidence } from "./page-context";
import { Gap, newWords, scanWords, type Words } from "./scan-words";
import { rangesIn, sentenceAt, sentenceStarts, type WordRange } from "./word-ranges";

/** A stretch of a text in UTF-16 units; `end` is exclusive. */
export interface TextRange {
	start: number;
	end: number;
}

/** A place in a text that names a symptom: the envelope of its parts. */
export interface Mention extends TextRange {
	symptomId: string;
	assertion: Assertion;
	/** The words themselves, in the order of the text; one part unless other words stand between. */
	parts: TextRange[];
}

/** No part of a mention has more words; a longer one becomes several. */
const LONGEST_PART = 8;

/** Finds mentions of symptoms. One detector serves one page; it keeps no text. */
export class Detector {
	readonly #lexicon: Lexicon;
	readonly #words: Words = newWords();
	#evidence = new PageEvidence();
	#page: PageContext = { health: 1, isLong: false, isEnglish: true };

	constructor(compiled: CompiledLexicon) {
		this.#lexicon = new Lexicon(compiled);
	}

	/** Adds a text to what the page is judged by, unless it does not count. True if the text may hold a mention. */
	survey(text: string, counts = true): boolean {
		scanWords(text, this.#lexicon, this.#words);
		const { symptoms, parts, heads } = findNames(this.#words, this.#lexicon);
		if (counts) this.#evidence.add(this.#words, this.#lexicon, symptoms);
		return symptoms.length > 0 || (parts.length > 0 && heads.length > 0);
	}

	/** Judges the page by the texts surveyed: what it is about and in which language. True if that is news. */
	judge(): boolean {
		const before = this.#page;
		this.#page = this.#evidence.judge();
		return this.#page.health !== before.health || this.#page.isEnglish !== before.isEnglish;
	}

	/** Judges a page by the beginning of its text alone. */
	judgePage(text: string): void {
		this.#evidence = new PageEvidence();
		this.survey(text.slice(0, JUDGED_LENGTH));
		this.judge();
	}

	/**
	 * Every mention of a symptom in a block of the page, in the order of their
	 * first words. Two may share words ("pain in the back and knees" names two).
	 * Silent in other languages. Linear in the length of the text.
	 */
	findMentions(text: string): Mention[] {
		const words = this.#words;
		scanWords(text, this.#lexicon, words);
		const names = findNames(words, this.#lexicon);
		if (names.symptoms.length === 0 && (names.heads.length === 0 || names.parts.length === 0)) return [];
		if (!(isEnglishText(words, this.#lexicon) ?? this.#page.isEnglish)) return [];
		const { cues, contexts } = findSurroundings(words, this.#lexicon);
		const chosen = chooseNames(words, names, contexts, this.#lexicon);
		if (chosen.length === 0) return [];
		const sentences = sentenceStarts(words);
		const believed = joinAppositions(
			believeNames(chosen, { words, lexicon: this.#lexicon, contexts, sentences, page: this.#page }),
			words,
		);
		const freeCues = withoutMentioned(cues, believed);
		return believed.map((name) =>
			this.#toMention(name, this.#assertionOf(envelope(name.parts), freeCues, sentences), text),
		);
	}

	/** The assertion of each given stretch of a text, also where the detector finds nothing. */
	assertionsOf(text: string, spans: TextRange[]): Assertion[] {
		const words = this.#words;
		scanWords(text, this.#lexicon, words);
		const { cues, contexts } = findSurroundings(words, this.#lexicon);
		const sentences = sentenceStarts(words);
		const chosen = chooseNames(words, findNames(words, this.#lexicon), contexts, this.#lexicon);
		return spans.map((span) => {
			const range = rangeOf(span, words);
			const others = chosen.filter(({ parts }) => parts.every(({ from, to }) => to <= range.from || from >= range.to));
			const freeCues = withoutMentioned(cues, others).filter(({ from }) => from < range.from || from >= range.to);
			return this.#assertionOf(range, freeCues, sentences);
		});
	}

	#assertionOf(range: WordRange, cues: TermHit[], sentences: number[]): Assertion {
		const sentence = nearby(range, sentenceAt(sentences, range.from));
		return assertMention(range, sentence, rangesIn(cues, sentence), this.#words, this.#isKnown(range));
	}

	/** "The twitching": the text has spoken of it before. */
	#isKnown({ from }: WordRange): boolean {
		return (
			from > 0 && this.#words.gap[from] === Gap.JOINED && this.#lexicon.isThe(this.#words.form[from - 1] as number)
		);
	}

	#toMention({ symptom, parts }: Name, assertion: Assertion, text: string): Mention {
		const ranges: TextRange[] = [];
		for (const { from, to } of parts) {
			let left = 0;
			for (let at = from; at < to; at++) {
				const [start, end] = [this.#words.start[at] as number, this.#words.end[at] as number];
				// "Can not" is one word here and two on the page.
				left -= /\s/.test(text.slice(start, end)) ? 2 : 1;
				if (left >= 0) (ranges.at(-1) as TextRange).end = end;
				else {
					ranges.push({ start, end });
					left += LONGEST_PART;
				}
			}
		}
		return {
			symptomId: this.#lexicon.symptomIds[symptom] as string,
			start: ranges[0]?.start ?? 0,
			end: ranges.at(-1)?.end ?? 0,
			assertion,
			parts: ranges,
		};
	}
}

function withoutMentioned(cues: TermHit[], names: Name[]): TermHit[] {
	const mentioned = new Set<number>();
	for (const { parts } of names) {
		for (const { from, to } of parts) for (let at = from; at < to; at++) mentioned.add(at);
	}
	return cues.filter((cue) => !mentioned.has(cue.from));
}

/** The part of a sentence that can speak of a mention: text without any full stop is one endless sentence. */
function nearby({ from, to }: WordRange, sentence: WordRange): WordRange {
	return { from: Math.max(sentence.from, from - FARTHEST_CUE), to: Math.min(sentence.to, to + FARTHEST_CUE) };
}

/** In words. */
const FARTHEST_CUE = 60;

function rangeOf({ start, end }: TextRange, { count, start: starts, end: ends }: Words): WordRange {
	let from = 0;
	while (from < count && (ends[from] as number) <= start) from++;
	let to = from;
	while (to < count && (starts[to] as number) < end) to++;
	return { from, to: Math.max(to, from + 1) };
}

function envelope(parts: WordRange[]): WordRange {
	return { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
}
