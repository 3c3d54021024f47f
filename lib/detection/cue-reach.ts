import type { TermHit } from "./find-terms";
import { Context, Cue, type Lexicon } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import type { WordRange } from "./word-ranges";

/** How many words a cue reaches over, apart from lists: NegEx has five, but lay sentences wander. */
const REACH_BEFORE = 12;
export const REACH_AFTER = 9;

/** The words of a mention; `head` is where the complaint itself begins: "my arm isn't weak" has a cue inside. */
export interface AssertedRange extends WordRange {
	head: number;
}

/** What stands around a mention in its sentence. */
export interface Surroundings {
	sentence: WordRange;
	/** The cues of the sentence, in order. */
	cues: TermHit[];
	/** Where else the sentence names symptoms, in order. */
	mentions: WordRange[];
	words: Words;
	lexicon: Lexicon;
}

/** Whether a word is of one of these classes, a mask of `Context`. */
export function isWord(at: number, contexts: number, { words, lexicon }: Surroundings): boolean {
	return (lexicon.contextOf(words.form[at] as number) & contexts) !== 0;
}

/** Whether only a space stands before a word. */
export function isJoined(at: number, { words }: Surroundings): boolean {
	return words.gap[at] === Gap.JOINED;
}

/** Whether a word is "the". */
export function isThe(at: number, { words, lexicon }: Surroundings): boolean {
	return lexicon.isThe(words.form[at] as number);
}

/** Whether another clause may begin: after a comma or "and", and one small word. */
export function isFresh(at: number, around: Surroundings): boolean {
	const { gap } = around.words;
	return (
		gap[at] === Gap.LIST ||
		isWord(at - 1, Context.LIST, around) ||
		(gap[at - 1] === Gap.LIST && isWord(at - 1, Context.FILLER | Context.LINK, around))
	);
}

/** Whether another mention begins in a stretch. */
export function isNamedIn(from: number, to: number, { mentions }: Surroundings): boolean {
	return mentions.some((mention) => mention.from >= from && mention.from < to);
}

/** The last cue before the complaint that carries on (bits of `mask`) or ends (`end`), if it carries on as far as the mention. */
export function isSaidBefore(
	{ from, head }: AssertedRange,
	around: Surroundings,
	[mask, end, reach = REACH_BEFORE]: CueSides,
	isBarred?: (at: number, cue: TermHit) => boolean,
): boolean {
	const cue = around.cues.findLast((one) => one.from < head && one.value & (mask | end));
	if (!cue || !(cue.value & mask)) return false;
	const target = cue.from < from ? from : head;
	let left = reach;
	for (let at = cue.to; at <= target; at++) {
		const mark = around.words.gap[at] as number;
		// "Denies: fever", but not "fever no - chest pain".
		if (mark >= Gap.CLAUSE && (mark !== Gap.COLON || at > cue.to)) return false;
		// A list ("no fever, chills, cough or rash") carries a cue on; other words use its reach up.
		if (mark === Gap.LIST) left = Math.min(reach, left + 4);
		if (isBarred?.(at, cue) || (at < target && --left < 0)) return false;
	}
	return true;
}

/** Whether a cue after the mention speaks of it, with no other that ends its reach between them. */
export function isSaidAfter(
	{ to }: AssertedRange,
	{ cues }: Surroundings,
	[mask, end, reach = REACH_AFTER]: CueSides,
): boolean {
	const cue = cues.find((one) => one.from >= to && (one.value & mask || (one.value & end && one.from > to + 1)));
	return cue !== undefined && (cue.value & mask) !== 0 && cue.from - to <= reach;
}

/** Bits of `Cue` that carry on and that end, and over how many words. */
type CueSides = [mask: number, end: number, reach?: number];

/** Whether "not" or the like stands right before a word, and not before `first`. */
export function isNegated(at: number, first: number, { cues }: Surroundings): boolean {
	return cues.some(
		({ from, to, value }) => value & (Cue.DENIED_BEFORE | Cue.DENIED_NOT) && from >= first && to <= at && to >= at - 2,
	);
}
