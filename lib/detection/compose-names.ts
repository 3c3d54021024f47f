import type { NameHits, TermHit } from "./find-terms";
import { Context, type Lexicon } from "./lexicon";
import { PartFinder, type Reached } from "./reach-parts";
import type { Words } from "./scan-words";
import { NONE } from "./term-trie";
import { joinRanges, type WordRange } from "./word-ranges";

/** Words of a text that name a symptom. */
export interface Name {
	symptom: number;
	/** In the order of the text, apart from each other. */
	parts: WordRange[];
	/** The complaint, or all of the words where they are one term. */
	head: WordRange;
	/** 0: means nothing else; 1: one of complaint and body part does; 2: all of it does. */
	ambiguity: 0 | 1 | 2;
	/** How many words name the symptom; the more, the more specific. */
	weight: number;
}

/**
 * Names symptoms from a complaint and a body part near it, in any order. A
 * complaint takes the parts of one side of it, the nearer ones; a list of parts is
 * taken whole, and names as many symptoms as its parts make.
 */
export function composeNames(words: Words, names: NameHits, lexicon: Lexicon): Name[] {
	if (names.parts.length === 0 || names.heads.length === 0) return [];
	const finder = new PartFinder(words, names, lexicon);
	return names.heads.flatMap((head) => {
		const bySymptom = new Map<number, TermHit[]>();
		for (const [part, symptom] of chooseParts(head, finder, lexicon)) {
			bySymptom.set(symptom, [...(bySymptom.get(symptom) ?? []), part]);
		}
		return [...bySymptom].map(([symptom, parts]) => toName(head, symptom, parts, words, lexicon));
	});
}

/** The parts of a complaint with the symptom that each makes with it; general parts only where there is no other. */
function chooseParts(head: TermHit, finder: PartFinder, lexicon: Lexicon): [part: TermHit, symptom: number][] {
	const namedBy = ({ parts, cost }: Reached) =>
		parts
			.map((part): [TermHit, number] => [part, lexicon.symptomOfPair(head.value, part.value, cost)])
			.filter(([, symptom]) => symptom !== NONE);
	const isSpecific = ([part]: [TermHit, number]) => !lexicon.isGeneralPart(part.value);

	const after = finder.after(head);
	const before = finder.before(head);
	const isBeside = before.parts.at(-1)?.to === head.from;
	const nearer = isBeside || before.cost < after.cost ? before : after;
	const [named, otherNamed] = [namedBy(nearer), namedBy(nearer === after ? before : after)];
	const isOtherBetter = named.length === 0 || (!named.some(isSpecific) && otherNamed.some(isSpecific));
	const chosen = isOtherBetter ? otherNamed : named;
	return chosen.some(isSpecific) ? chosen.filter(isSpecific) : chosen;
}

function toName(head: TermHit, symptom: number, parts: TermHit[], words: Words, lexicon: Lexicon): Name {
	const contextOf = (at: number) => lexicon.contextOf(words.form[at] as number);
	const ranges = [head, ...parts, ...placesBetween(head, parts, contextOf), ...linksBetween(head, parts, contextOf)];
	const doubts = [head.isAmbiguous, parts.every((part) => part.isAmbiguous)].filter(Boolean).length;
	return {
		symptom,
		head,
		parts: joinRanges(ranges, words),
		ambiguity: doubts as Name["ambiguity"],
		weight: [head, ...parts].reduce((sum, { from, to }) => sum + to - from, 0),
	};
}

/** "Upper left" between a complaint and its part, or before the part: it belongs to the name. */
function placesBetween(head: WordRange, parts: WordRange[], contextOf: (at: number) => number): WordRange[] {
	const places: WordRange[] = [];
	const isPlace = (at: number) => at >= 0 && (contextOf(at) & Context.PLACE) !== 0;
	for (const part of parts) {
		const [from, to] = part.from >= head.to ? [head.to, part.from] : [part.to, head.from];
		for (let at = from; at < to; at++) if (isPlace(at)) places.push({ from: at, to: at + 1 });
		for (let at = part.from - 1; isPlace(at) && at >= part.from - 2; at--) places.push({ from: at, to: at + 1 });
	}
	return places;
}

/** "Lip won't stop twitching" is one name: few words between a part and the complaint after it, all of them links. */
function linksBetween(head: WordRange, parts: WordRange[], contextOf: (at: number) => number): WordRange[] {
	const last = parts.findLast(({ to }) => to <= head.from);
	if (!last || head.from - last.to > MOST_LINKS) return [];
	for (let at = last.to; at < head.from; at++) {
		if ((contextOf(at) & (Context.LINK | Context.FILLER)) === 0) return [];
	}
	return [{ from: last.to, to: head.from }];
}

const MOST_LINKS = 3;
