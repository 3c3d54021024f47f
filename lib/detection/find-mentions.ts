import { assertMention } from "./assert-mentions";
import type { Assertion } from "./assertion";
import { type Candidate, composeMentions, joinRanges, type WordRange } from "./compose-mentions";
import { findNames, findSurroundings, type NameHits, type SurroundingHits, type TermHit } from "./find-terms";
import { type CompiledLexicon, Context, Lexicon, NONE } from "./lexicon";
import {
	type Evidence,
	evidenceIn,
	isEnglishText,
	JUDGED_LENGTH,
	judgePage,
	type PageContext,
	sentenceStarts,
} from "./page-context";
import { Gap, newWords, scanWords, type Words } from "./scan-words";

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

/** No part of a mention has more words. */
const LONGEST_PART = 8;

/** Finds mentions of symptoms. One detector serves one page; it keeps no text. */
export class Detector {
	readonly #lexicon: Lexicon;
	readonly #words: Words = newWords();
	#page: PageContext = { health: 1, isLong: false, isEnglish: true };

	constructor(compiled: CompiledLexicon) {
		this.#lexicon = new Lexicon(compiled);
	}

	/** Judges the page by the beginning of its text: what it is about and in which language. */
	judgePage(text: string): void {
		scanWords(text.slice(0, JUDGED_LENGTH), this.#lexicon, this.#words);
		const { symptoms } = findNames(this.#words, this.#lexicon);
		const certain = new Set(symptoms.filter(({ isAmbiguous }) => !isAmbiguous).map(({ value }) => value));
		this.#page = judgePage(this.#words, this.#lexicon, certain.size);
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
		const surroundings = findSurroundings(words, this.#lexicon);
		const candidates = this.#candidates(names, surroundings);
		if (candidates.length === 0) return [];
		const sentences = sentenceStarts(words);
		const believed = joinAppositions(this.#believe(candidates, surroundings, sentences), words);
		const cues = withoutMentioned(surroundings.cues, believed);
		return believed.map((candidate) => {
			const range = envelope(candidate.parts);
			const sentence = nearby(range, sentenceAt(sentences, range.from));
			const assertion = assertMention(range, sentence, cuesIn(cues, sentence), words, this.#isKnown(range));
			return this.#toMention(candidate, assertion);
		});
	}

	/** The assertion of each given stretch of a text, also where the detector finds nothing. */
	assertionsOf(text: string, spans: TextRange[]): Assertion[] {
		const words = this.#words;
		scanWords(text, this.#lexicon, words);
		const surroundings = findSurroundings(words, this.#lexicon);
		const sentences = sentenceStarts(words);
		const candidates = this.#candidates(findNames(words, this.#lexicon), surroundings);
		return spans.map(({ start, end }) => {
			let from = 0;
			while (from < words.count && (words.end[from] as number) <= start) from++;
			let to = from;
			while (to < words.count && (words.start[to] as number) < end) to++;
			const range = { from, to: Math.max(to, from + 1) };
			const others = candidates.filter(({ parts }) =>
				parts.every((part) => part.to <= range.from || part.from >= range.to),
			);
			const cues = withoutMentioned(surroundings.cues, others).filter(
				(cue) => cue.from < range.from || cue.from >= range.to,
			);
			const sentence = nearby(range, sentenceAt(sentences, from));
			return assertMention(range, sentence, cuesIn(cues, sentence), words, this.#isKnown(range));
		});
	}

	/** Terms and composed names; where two claim the same complaint, the more specific one. */
	#candidates(names: NameHits, { contexts }: SurroundingHits): Candidate[] {
		const others = contexts.filter(({ value }) => (value & Context.OTHER_MEANING) !== 0);
		const isFree = notInside(others);
		const free = {
			symptoms: names.symptoms.filter(isFree),
			// "Blood pressure" is no pressure, "pins and needles" no needles: the longer of part and complaint stands.
			parts: names.parts.filter((hit) => isFree(hit) && isLongest(hit, names.heads)),
			heads: names.heads.filter((hit) => isFree(hit) && isLongest(hit, names.parts)),
		};
		const composed = composeMentions(this.#words, free, this.#lexicon);
		const termAt = new Map<number, TermHit>();
		for (const term of free.symptoms) for (let at = term.from; at < term.to; at++) termAt.set(at, term);
		// Words of a term that a composed name outdoes although it lacks them: "muscle" or "stabbing" beside "pain in my calf".
		const outdone = new Set<number>();
		for (const hit of [...free.heads, ...free.parts.filter((part) => this.#lexicon.isGeneralPart(part.value))]) {
			for (let at = hit.from; at < hit.to; at++) outdone.add(at);
		}
		for (const term of free.symptoms) {
			for (let at = term.from; at < term.to; at++) if (isSmallWord(this.#words, this.#lexicon, at)) outdone.add(at);
		}
		const beaten = new Set<TermHit>();
		const kept = composed.filter((candidate) => {
			const rivals = new Set<TermHit>();
			for (let at = candidate.head.from; at < candidate.head.to; at++) {
				const term = termAt.get(at);
				if (term) rivals.add(term);
			}
			const wins = [...rivals].every((term) => isMoreSpecific(candidate, term, outdone));
			if (wins) for (const term of rivals) beaten.add(term);
			return wins;
		});
		return [
			...withoutRepeated(kept, this.#words),
			...free.symptoms
				.filter((term) => !beaten.has(term))
				.map(
					(term): Candidate => ({
						symptom: term.value,
						head: term,
						parts: [term],
						ambiguity: term.isAmbiguous ? (this.#isSuffered(term) ? 1 : 2) : 0,
						weight: term.to - term.from,
					}),
				),
		];
	}

	#isKnown({ from }: WordRange): boolean {
		return (
			from > 0 && this.#words.gap[from] === Gap.JOINED && this.#lexicon.isThe(this.#words.form[from - 1] as number)
		);
	}

	/** "Terrible cramps", "felt a bit faint": such a word before a term speaks for the symptom. */
	#isSuffered({ from }: TermHit): boolean {
		for (let at = from - 1; at >= 0 && at >= from - 3 && this.#words.gap[at + 1] === Gap.JOINED; at--) {
			const form = this.#words.form[at] as number;
			const context = form === NONE ? 0 : (this.#lexicon.contextOf[form] as number);
			if (context & Context.SUFFERING) return true;
			if ((context & (Context.DETERMINER | Context.FILLER | Context.LINK)) === 0) return false;
		}
		return false;
	}

	/**
	 * Leaves out what more likely means something else where it stands. Names that
	 * mean nothing else are judged first: they speak for the others.
	 */
	#believe(candidates: Candidate[], { contexts }: SurroundingHits, sentences: number[]): Candidate[] {
		const block = this.#evidence(0, this.#words.count, contexts);
		const evidenceOf = new Map<number, Evidence>();
		const strongIn = new Map<number, number>();
		const doubtfulIn = new Map<number, Set<number>>();
		let strongCount = 0;
		const isBelieved = (candidate: Candidate) => {
			const { from, to } = sentenceAt(sentences, candidate.head.from);
			const sentence = evidenceOf.get(from) ?? this.#evidence(from, to, contexts);
			evidenceOf.set(from, sentence);
			const ownHealth = candidate.parts.reduce(
				(sum, part) => sum + evidenceIn(this.#words, this.#lexicon, part.from, part.to).health,
				0,
			);
			const weight = weigh({
				sentence: { ...sentence, health: Math.max(0, sentence.health - ownHealth) },
				block: { ...block, health: Math.max(0, block.health - ownHealth) },
				page: this.#page,
				strongInSentence: strongIn.get(from) ?? 0,
				strongInBlock: strongCount,
				doubtfulInSentence: Math.max(0, (doubtfulIn.get(from)?.size ?? 0) - 1),
			});
			return weight >= this.#needed(candidate);
		};
		const strong = candidates.filter((candidate) => candidate.ambiguity === 0 && isBelieved(candidate));
		for (const candidate of strong) {
			const { from } = sentenceAt(sentences, candidate.head.from);
			strongIn.set(from, (strongIn.get(from) ?? 0) + 1);
		}
		strongCount = strong.length;
		const doubtful = candidates.filter((candidate) => candidate.ambiguity > 0);
		for (const { symptom, head } of doubtful) {
			const { from } = sentenceAt(sentences, head.from);
			doubtfulIn.set(from, (doubtfulIn.get(from) ?? new Set()).add(symptom));
		}
		return [...strong, ...doubtful.filter(isBelieved)];
	}

	/** What has to speak for a mention; more on a page about something else. */
	#needed({ ambiguity }: Candidate): number {
		return ambiguity + (this.#page.health === 0 && this.#page.isLong ? 1 : 0);
	}

	#evidence(from: number, to: number, contexts: TermHit[]): Evidence {
		const evidence = evidenceIn(this.#words, this.#lexicon, from, to);
		for (const hit of contexts) {
			if (hit.from < from || hit.to > to) continue;
			if (hit.value & Context.HEALTH) evidence.health++;
			if (hit.value & Context.TOPIC) evidence.topics++;
		}
		return evidence;
	}

	#toMention({ symptom, parts }: Candidate, assertion: Assertion): Mention {
		const ranges = parts.map(({ from, to }) => ({
			start: this.#words.start[from] as number,
			end: this.#words.end[Math.min(to, from + LONGEST_PART) - 1] as number,
		}));
		return {
			symptomId: this.#lexicon.symptomIds[symptom] as string,
			start: ranges[0]?.start ?? 0,
			end: ranges.at(-1)?.end ?? 0,
			assertion,
			parts: ranges,
		};
	}
}

interface Surroundings {
	sentence: Evidence;
	block: Evidence;
	page: PageContext;
	/** Other mentions that mean nothing else. */
	strongInSentence: number;
	strongInBlock: number;
	/** Other symptoms whose names mean something else as well. */
	doubtfulInSentence: number;
}

/** What the words around a mention say for its being a symptom. */
function weigh({ sentence, block, page, strongInSentence, strongInBlock, doubtfulInSentence }: Surroundings): number {
	return (
		Math.min(2, sentence.health) +
		Math.min(1.5, sentence.firstPerson * 1.5) +
		Math.min(2, strongInSentence * 2) +
		Math.min(1, doubtfulInSentence * 0.5) +
		Math.min(1, (block.health - sentence.health) * 0.5 + strongInBlock * 0.5) +
		page.health -
		Math.min(3, sentence.topics)
	);
}

/** "Get a" in "get a cramp" makes the name longer, not more specific. */
function isSmallWord(words: Words, lexicon: Lexicon, at: number): boolean {
	const form = words.form[at] as number;
	const small = Context.LINK | Context.FILLER | Context.DETERMINER | Context.PREPOSITION;
	return form !== NONE && ((lexicon.contextOf[form] as number) & small) !== 0;
}

function isMoreSpecific(candidate: Candidate, term: TermHit, outdone: Set<number>): boolean {
	let extra = 0;
	for (let at = term.from; at < term.to; at++) {
		if (!candidate.parts.some((part) => at >= part.from && at < part.to) && !outdone.has(at)) extra++;
	}
	if (extra > 0) return candidate.weight > term.to - term.from + extra;
	const coversAll = candidate.parts.every((part) => part.from >= term.from && part.to <= term.to);
	return !coversAll;
}

/** Where two complaints name one symptom by the same part ("twitching or spasms of the lip"), both are its name. */
function withoutRepeated(candidates: Candidate[], words: Words): Candidate[] {
	const shares = (one: Candidate, other: Candidate) =>
		one.parts.some((part) => other.parts.some(({ from, to }) => part.from < to && from < part.to));
	const kept: Candidate[] = [];
	for (const candidate of candidates) {
		const index = kept.findLastIndex(
			(other, at) => at >= kept.length - NEIGHBOURS && other.symptom === candidate.symptom && shares(other, candidate),
		);
		if (index < 0) {
			kept.push(candidate);
			continue;
		}
		const other = kept[index] as Candidate;
		const [longer, shorter] = candidate.weight > other.weight ? [candidate, other] : [other, candidate];
		kept[index] = {
			...longer,
			ambiguity: longer.ambiguity < shorter.ambiguity ? longer.ambiguity : shorter.ambiguity,
			parts: joinRanges([...longer.parts, ...shorter.parts], words),
		};
	}
	return kept;
}

/** Candidates come in the order of their complaints; those that share a word stand this close. */
const NEIGHBOURS = 8;

/** False if one of the hits, which are in order, holds this one and more. */
function isLongest({ from, to }: WordRange, hits: WordRange[]): boolean {
	const next = lowerBound(hits.length, (index) => (hits[index] as WordRange).to >= to);
	const hit = hits[next];
	return !hit || hit.from > from || hit.to - hit.from <= to - from;
}

/** Sorts mentions by where they begin; "itchy skin (pruritus)" names one symptom once. */
function joinAppositions(candidates: Candidate[], words: Words): Candidate[] {
	const joined: Candidate[] = [];
	for (const candidate of candidates.toSorted((one, other) => firstWord(one) - firstWord(other))) {
		const last = joined.at(-1);
		const end = last?.parts.at(-1)?.to;
		const isApposition =
			last?.symptom === candidate.symptom && firstWord(candidate) === end && words.gap[end] === Gap.MARK;
		if (last && isApposition) joined[joined.length - 1] = { ...last, parts: [...last.parts, ...candidate.parts] };
		else joined.push(candidate);
	}
	return joined;
}

function firstWord({ parts }: Candidate): number {
	return parts[0]?.from ?? 0;
}

function withoutMentioned(cues: TermHit[], mentions: Candidate[]): TermHit[] {
	const mentioned = new Set<number>();
	for (const { parts } of mentions) {
		for (const { from, to } of parts) for (let at = from; at < to; at++) mentioned.add(at);
	}
	return cues.filter((cue) => !mentioned.has(cue.from));
}

/** Whether a hit lies clear of phrases that mean something else, or is longer than the one it touches. */
function notInside(phrases: WordRange[]): (hit: WordRange) => boolean {
	const phraseAt = new Map<number, WordRange>();
	for (const phrase of phrases) for (let at = phrase.from; at < phrase.to; at++) phraseAt.set(at, phrase);
	return ({ from, to }) => {
		for (let at = from; at < to; at++) {
			const phrase = phraseAt.get(at);
			if (phrase && to - from <= phrase.to - phrase.from) return false;
		}
		return true;
	};
}

function sentenceAt(starts: number[], at: number): WordRange {
	const next = lowerBound(starts.length, (index) => (starts[index] as number) > at);
	return { from: starts[next - 1] ?? 0, to: starts[next] ?? at + 1 };
}

/** The part of a sentence that can speak of a mention: text without any full stop is one endless sentence. */
function nearby({ from, to }: WordRange, sentence: WordRange): WordRange {
	return { from: Math.max(sentence.from, from - FARTHEST_CUE), to: Math.min(sentence.to, to + FARTHEST_CUE) };
}

/** In words. */
const FARTHEST_CUE = 60;

function cuesIn(cues: TermHit[], sentence: WordRange): TermHit[] {
	const first = lowerBound(cues.length, (index) => (cues[index] as TermHit).from >= sentence.from);
	const last = lowerBound(cues.length, (index) => (cues[index] as TermHit).from >= sentence.to);
	return cues.slice(first, last);
}

/** The first index below `length` from which on a condition holds, or `length`. */
function lowerBound(length: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

function envelope(parts: WordRange[]): WordRange {
	return { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
}
