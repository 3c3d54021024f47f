import { composeNames, type Name } from "./compose-names";
import type { NameHits, TermHit } from "./find-terms";
import { Context, type Lexicon } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import { joinRanges, lowerBound, type WordRange } from "./word-ranges";

/**
 * The names of symptoms in a text: its terms, and what is composed of complaint
 * and part; where two claim the same complaint, the more specific one. `contexts`
 * are the phrases of context in the text.
 */
export function chooseNames(words: Words, names: NameHits, contexts: TermHit[], lexicon: Lexicon): Name[] {
	const others = contexts.filter(({ value }) => (value & Context.OTHER_MEANING) !== 0);
	const isFree = notInside(others);
	const free = {
		symptoms: names.symptoms.filter(isFree),
		// "Blood pressure" is no pressure, "pins and needles" no needles: the longer of part and complaint stands.
		parts: names.parts.filter((hit) => isFree(hit) && isLongest(hit, names.heads)),
		heads: names.heads.filter((hit) => isFree(hit) && isLongest(hit, names.parts)),
	};
	const composed = composeNames(words, free, lexicon);
	const termAt = new Map<number, TermHit>();
	for (const term of free.symptoms) for (let at = term.from; at < term.to; at++) termAt.set(at, term);
	// Words of a term that a composed name outdoes although it lacks them: "muscle" or "stabbing" beside "pain in my calf".
	const outdone = new Set<number>();
	for (const hit of [...free.heads, ...free.parts.filter((part) => lexicon.isGeneralPart(part.value))]) {
		for (let at = hit.from; at < hit.to; at++) outdone.add(at);
	}
	for (const term of free.symptoms) {
		for (let at = term.from; at < term.to; at++) if (isSmallWord(words, lexicon, at)) outdone.add(at);
	}
	const beaten = new Set<TermHit>();
	const kept = composed.filter((name) => {
		const rivals = new Set<TermHit>();
		for (let at = name.head.from; at < name.head.to; at++) {
			const term = termAt.get(at);
			if (term) rivals.add(term);
		}
		const wins = [...rivals].every((term) => isMoreSpecific(name, term, outdone));
		if (wins) for (const term of rivals) beaten.add(term);
		return wins;
	});
	return [
		...withoutRepeated(kept, words),
		...free.symptoms
			.filter((term) => !beaten.has(term))
			.map(
				(term): Name => ({
					symptom: term.value,
					head: term,
					parts: [term],
					ambiguity: term.isAmbiguous ? (isSuffered(term, words, lexicon) ? 1 : 2) : 0,
					weight: term.to - term.from,
				}),
			),
	];
}

/** "Terrible cramps", "felt a bit faint": such a word before a term speaks for the symptom. */
function isSuffered({ from }: TermHit, words: Words, lexicon: Lexicon): boolean {
	for (let at = from - 1; at >= 0 && at >= from - 3 && words.gap[at + 1] === Gap.JOINED; at--) {
		const context = lexicon.contextOf(words.form[at] as number);
		if (context & Context.SUFFERING) return true;
		if ((context & (Context.DETERMINER | Context.FILLER | Context.LINK)) === 0) return false;
	}
	return false;
}

/** "Get a" in "get a cramp" makes the name longer, not more specific. */
function isSmallWord(words: Words, lexicon: Lexicon, at: number): boolean {
	const small = Context.LINK | Context.FILLER | Context.DETERMINER | Context.PREPOSITION;
	return (lexicon.contextOf(words.form[at] as number) & small) !== 0;
}

function isMoreSpecific(name: Name, term: TermHit, outdone: Set<number>): boolean {
	let extra = 0;
	for (let at = term.from; at < term.to; at++) {
		if (!name.parts.some((part) => at >= part.from && at < part.to) && !outdone.has(at)) extra++;
	}
	if (extra > 0) return name.weight > term.to - term.from + extra;
	const coversAll = name.parts.every((part) => part.from >= term.from && part.to <= term.to);
	return !coversAll;
}

/** Where two complaints name one symptom by the same part ("twitching or spasms of the lip"), both are its name. */
function withoutRepeated(names: Name[], words: Words): Name[] {
	const shares = (one: Name, other: Name) =>
		one.parts.some((part) => other.parts.some(({ from, to }) => part.from < to && from < part.to));
	const kept: Name[] = [];
	for (const name of names) {
		let index = kept.length - 1;
		const first = Math.max(0, kept.length - NEIGHBOURS);
		while (index >= first && !(kept[index]?.symptom === name.symptom && shares(kept[index] as Name, name))) index--;
		if (index < first) {
			kept.push(name);
			continue;
		}
		const other = kept[index] as Name;
		const [longer, shorter] = name.weight > other.weight ? [name, other] : [other, name];
		kept[index] = {
			...longer,
			ambiguity: longer.ambiguity < shorter.ambiguity ? longer.ambiguity : shorter.ambiguity,
			parts: joinRanges([...longer.parts, ...shorter.parts], words),
		};
	}
	return kept;
}

/** Names come in the order of their complaints; those that share a word stand this close. */
const NEIGHBOURS = 8;

/** False if one of the hits, which are in order, holds this one and more. */
function isLongest({ from, to }: WordRange, hits: WordRange[]): boolean {
	const next = lowerBound(hits.length, (index) => (hits[index] as WordRange).to >= to);
	const hit = hits[next];
	return !hit || hit.from > from || hit.to - hit.from <= to - from;
}

/** Whether a hit lies clear of phrases that mean something else, or is longer than the one it touches. */
function notInside(phrases: WordRange[]): (hit: WordRange) => boolean {
	const phraseAt = new Map<number, WordRange>();
	for (const phrase of phrases) for (let at = phrase.from; at < phrase.to; at++) phraseAt.set(at, phrase);
	return ({ from, to }) => {
		for (let at = from; at < to; at++) {
			const phrase = phraseAt.get(at);
			if (phrase && (phrase.to > to || to - from <= phrase.to - phrase.from)) return false;
		}
		return true;
	};
}

/** Sorts mentions by where they begin; "itchy skin (pruritus)" names one symptom once. */
export function joinAppositions(names: Name[], words: Words): Name[] {
	const joined: Name[] = [];
	for (const name of names.toSorted((one, other) => firstWord(one) - firstWord(other))) {
		const last = joined.at(-1);
		const end = last?.parts.at(-1)?.to;
		const isApposition = last?.symptom === name.symptom && firstWord(name) === end && words.gap[end] === Gap.MARK;
		if (last && isApposition) last.parts.push(...name.parts);
		// The list of parts is made anew, because others are added to it.
		else joined.push({ ...name, parts: [...name.parts] });
	}
	return joined;
}

function firstWord({ parts }: Name): number {
	return parts[0]?.from ?? 0;
}
