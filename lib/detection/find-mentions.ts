import { assertMention } from "./assert-mentions";
import type { Assertion } from "./assertion";
import { believeNames } from "./believe-names";
import { chooseNames, joinAppositions } from "./choose-names";
import type { Name } from "./compose-names";
import { findNames, findSurroundings, type TermHit } from "./find-terms";
import { type CompiledLexicon, Lexicon } from "./lexicon";
import { isEnglishText, JUDGED_LENGTH, type PageContext, PageEvidence } from "./page-context";
import { newWords, scanWords, type Words } from "./scan-words";
import { lowerBound, rangesIn, sentenceAt, sentenceStarts, type WordRange } from "./word-ranges";

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
	#page: PageContext = { health: 1, isEnglish: true };

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

	/** True if the page was judged to be about health. */
	get isHealthPage(): boolean {
		return this.#page.health === 2;
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
		const around = { names: withEnvelopes(believed), cues, sentences };
		return believed.map((name) => this.#toMention(name, this.#assertionOf(name, around), text));
	}

	/** The assertion of each given stretch of a text, also where the detector finds nothing. Linear in text and stretches. */
	assertionsOf(text: string, spans: TextRange[]): Assertion[] {
		const words = this.#words;
		scanWords(text, this.#lexicon, words);
		const { cues, contexts } = findSurroundings(words, this.#lexicon);
		const chosen = chooseNames(words, findNames(words, this.#lexicon), contexts, this.#lexicon);
		const names = withEnvelopes(joinAppositions(chosen, words));
		const around = { names, cues, sentences: sentenceStarts(words) };
		return spans.map((span) => {
			const range = rangeOf(span, words);
			return this.#assertionOf({ parts: [range], head: range }, around);
		});
	}

	#assertionOf({ parts, head }: Pick<Name, "parts" | "head">, { names, cues, sentences }: Found): Assertion {
		const range = envelope(parts);
		const sentence = nearby(range, sentenceAt(sentences, range.from));
		const near = rangesIn(names, { from: sentence.from - FARTHEST_CUE, to: sentence.to });
		const mentions = near.filter(({ name }) =>
			name.parts.every(({ from, to }) => to <= range.from || from >= range.to),
		);
		const isNamed = (at: number) => isIn(at, parts) || mentions.some(({ name }) => isIn(at, name.parts));
		// Words that name a symptom are no cues, but those that link a part and its complaint are: "my arm isn't weak".
		const isCue = ({ from }: TermHit) => (from > range.from && from < head.from) || !isNamed(from);
		return assertMention(
			{ ...range, head: head.from },
			{
				sentence,
				cues: rangesIn(cues, sentence).filter(isCue),
				mentions,
				words: this.#words,
				lexicon: this.#lexicon,
			},
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

/** What a text holds, each in order. */
interface Found {
	names: NameEnvelope[];
	cues: TermHit[];
	sentences: number[];
}

interface NameEnvelope extends WordRange {
	name: Name;
}

function withEnvelopes(names: Name[]): NameEnvelope[] {
	return names.map((name) => ({ name, ...envelope(name.parts) }));
}

function isIn(at: number, parts: WordRange[]): boolean {
	return parts.some(({ from, to }) => at >= from && at < to);
}

/** The part of a sentence that can speak of a mention: text without any full stop is one endless sentence. */
function nearby({ from, to }: WordRange, sentence: WordRange): WordRange {
	return { from: Math.max(sentence.from, from - FARTHEST_CUE), to: Math.min(sentence.to, to + FARTHEST_CUE) };
}

/** In words. */
const FARTHEST_CUE = 60;

function rangeOf({ start, end }: TextRange, { count, start: starts, end: ends }: Words): WordRange {
	const from = lowerBound(count, (at) => (ends[at] as number) > start);
	const to = lowerBound(count, (at) => (starts[at] as number) >= end);
	return { from, to: Math.max(to, from + 1) };
}

function envelope(parts: WordRange[]): WordRange {
	return { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
}
