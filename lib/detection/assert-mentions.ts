import type { Assertion } from "./assertion";
import type { TermHit } from "./find-terms";
import { Cue } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import type { WordRange } from "./word-ranges";

/** How many words a cue reaches over, apart from lists: NegEx has five, but lay sentences wander. */
const REACH_BEFORE = 12;
const REACH_AFTER = 9;
/** "Headaches are often harmless" is general talk, "the headache, I am told, is often worse at night" is not. */
const REACH_AFTER_GENERAL = 3;

/**
 * The assertion of a mention by the cues around it in its sentence, after ConText
 * (Harkema et al. 2009, https://doi.org/10.1016/j.jbi.2009.05.002): a cue reaches
 * from where it stands to the mention unless a terminator or another clause comes between. `isKnown`: the text
 * says "the" twitching, so it has spoken of it before.
 */
export function assertMention(
	mention: WordRange,
	sentence: WordRange,
	cues: TermHit[],
	words: Words,
	isKnown: boolean,
): Assertion {
	const before = cues.filter((cue) => cue.from >= sentence.from && cue.from < mention.from);
	const after = cues.filter((cue) => cue.from >= mention.to && cue.to <= sentence.to);
	const isSaidBefore = (mask: number, end: number, reach = REACH_BEFORE) => {
		for (let index = before.length - 1; index >= 0; index--) {
			const cue = before[index] as TermHit;
			if (cue.value & mask) return reaches(cue, mention, words, reach);
			if (cue.value & end) return false;
		}
		return false;
	};
	const isSaidAfter = (mask: number, end: number, reach = REACH_AFTER) => {
		for (const cue of after) {
			if (cue.value & mask) return cue.from - mention.to <= reach;
			if (cue.value & end && cue.from > mention.to + 1) return false;
		}
		return false;
	};
	// "No relief" speaks of no symptom, unless relief is what was asked about.
	if (before.some((cue) => cue.value & Cue.DENIED_NOT && cue.to > mention.from)) return "denied";
	if (isSaidBefore(Cue.DENIED_BEFORE, Cue.DENIED_END) || isSaidAfter(Cue.DENIED_AFTER, Cue.DENIED_END)) return "denied";
	if (isSaidBefore(Cue.OTHER_BEFORE, Cue.OTHER_END, Number.POSITIVE_INFINITY)) return "other-person";
	const isOwn = before.some((cue) => cue.value & Cue.GENERAL_END);
	if (
		isSaidBefore(Cue.GENERAL_BEFORE, Cue.GENERAL_END) ||
		(!isOwn && isSaidAfter(Cue.GENERAL_AFTER, Cue.GENERAL_END, REACH_AFTER_GENERAL))
	) {
		return "general";
	}
	// "It could be related to the twitching": what is known already is not what is possible.
	if (
		(!isKnown && isSaidBefore(Cue.POSSIBLE_BEFORE, Cue.DENIED_END)) ||
		isSaidAfter(Cue.POSSIBLE_AFTER, Cue.DENIED_END)
	) {
		return "possible";
	}
	if (isSaidBefore(Cue.PAST_BEFORE, Cue.PAST_END) || isSaidAfter(Cue.PAST_AFTER, Cue.PAST_END)) return "past";
	return "present";
}

// A list ("no fever, chills, cough or rash") carries a cue on; other words use its reach up.
function reaches(cue: WordRange, mention: WordRange, words: Words, reach: number): boolean {
	let left = reach;
	for (let at = cue.to; at <= mention.from; at++) {
		const gap = words.gap[at] as number;
		if (gap === Gap.CLAUSE && at > cue.to) return false;
		if (gap === Gap.LIST) left = Math.min(reach, left + 4);
		if (at < mention.from && --left < 0) return false;
	}
	return true;
}
