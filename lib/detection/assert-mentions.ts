import type { Assertion } from "./assertion";
import {
	type AssertedRange,
	isFresh,
	isJoined,
	isNamedIn,
	isSaidAfter,
	isSaidBefore,
	isThe,
	isWord,
	type Surroundings,
} from "./cue-reach";
import { isDenied } from "./deny-mentions";
import type { TermHit } from "./find-terms";
import { Context, Cue } from "./lexicon";
import { Gap } from "./scan-words";

/** "Headaches are often harmless" is general talk, "the headache, I am told, is often worse at night" is not. */
const REACH_AFTER_GENERAL = 3;

/**
 * The assertion of a mention by the cues around it in its sentence, after ConText
 * (Harkema et al. 2009, https://doi.org/10.1016/j.jbi.2009.05.002): a cue reaches
 * from where it stands to the mention unless a terminator or another clause comes between.
 */
export function assertMention(mention: AssertedRange, around: Surroundings): Assertion {
	if (isDenied(mention, around)) return "denied";
	if (isOfAnother(mention, around)) return "other-person";
	if (isGeneral(mention, around)) return "general";
	if (isPossible(mention, around)) return "possible";
	return isPast(mention, around) ? "past" : "present";
}

function isOfAnother(mention: AssertedRange, around: Surroundings): boolean {
	const { to } = mention;
	const { cues, words } = around;
	// "My daughter is sick and today chest pain hit me".
	const isMine = cues.some(
		(cue) => cue.value & Cue.OTHER_END && (cue.from === to || cue.from === to + 1) && isJoined(to, around),
	);
	// "As my husband drove, the chest pain started".
	const isSubordinate = ({ from }: TermHit) =>
		cues.some((cue) => cue.value & Cue.OTHER_NOT && cue.to <= from && cue.to >= from - 2);
	return isSaidBefore(
		mention,
		around,
		[Cue.OTHER_BEFORE, Cue.OTHER_END, Number.POSITIVE_INFINITY],
		(at, cue) =>
			isFresh(at, around) &&
			(isMine || (words.gap[at] === Gap.LIST && !isWord(at, Context.PEOPLE, around) && isSubordinate(cue))),
	);
}

function isGeneral(mention: AssertedRange, around: Surroundings): boolean {
	if (isSaidBefore(mention, around, [Cue.GENERAL_BEFORE, Cue.GENERAL_END])) return true;
	const isOwn = around.cues.some((cue) => cue.from < mention.head && cue.value & Cue.GENERAL_END);
	return !isOwn && isSaidAfter(mention, around, [Cue.GENERAL_AFTER, Cue.GENERAL_END, REACH_AFTER_GENERAL]);
}

function isPossible(mention: AssertedRange, around: Surroundings): boolean {
	// "It could be related to the twitching": the text has spoken of it before, so it is not what is possible.
	const isKnown = isJoined(mention.from, around) && isThe(mention.from - 1, around);
	return (
		(!isKnown && isSaidBefore(mention, around, [Cue.POSSIBLE_BEFORE, Cue.DENIED_END])) ||
		isSaidAfter(mention, around, [Cue.POSSIBLE_AFTER, Cue.DENIED_END])
	);
}

function isPast(mention: AssertedRange, around: Surroundings): boolean {
	const end = Cue.PAST_END | Cue.DENIED_UNDONE;
	// "In the past I was fit, chest pain started today": a comma carries on only a list of what was.
	const isAfterwards = (at: number, cue: TermHit) =>
		at > cue.to && around.words.gap[at] === Gap.LIST && !isNamedIn(cue.to, at, around);
	return (
		isSaidBefore(mention, around, [Cue.PAST_BEFORE, end], isAfterwards) ||
		isSaidAfter(mention, around, [Cue.PAST_AFTER, end])
	);
}
