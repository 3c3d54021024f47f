import type { Assertion } from "./assertion";
import type { TermHit } from "./find-terms";
import { Context, Cue, type Lexicon } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import type { WordRange } from "./word-ranges";

/** How many words a cue reaches over, apart from lists: NegEx has five, but lay sentences wander. */
const REACH_BEFORE = 12;
const REACH_AFTER = 9;
/** "Headaches are often harmless" is general talk, "the headache, I am told, is often worse at night" is not. */
const REACH_AFTER_GENERAL = 3;

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

const SOMEBODY = Context.FIRST_PERSON | Context.PEOPLE;
/** Words that say nothing between a symptom and the next in a list, or before the first. */
const SMALL = Context.FILLER | Context.SUFFERING | Context.PLACE;
/** A verb before a symptom has it as its object; so does a preposition. */
const GOVERNING = Context.LINK | Context.PREPOSITION | Context.SUBJECT | Context.FIRST_PERSON;
/** After a comma these go on about what was mentioned before it. */
const CONTINUING = Context.SUBJECT | Context.LINK | Context.FILLER | Context.LIST;

/**
 * The assertion of a mention by the cues around it in its sentence, after ConText
 * (Harkema et al. 2009, https://doi.org/10.1016/j.jbi.2009.05.002): a cue reaches
 * from where it stands to the mention unless a terminator or another clause comes between.
 * `head` is where the complaint itself begins: "my arm isn't weak" has a cue inside.
 */
export function assertMention(
	{ from, to }: WordRange,
	head: number,
	{ sentence, cues, mentions, words, lexicon }: Surroundings,
): Assertion {
	const { gap, form } = words;
	const is = (at: number, contexts: number) => (lexicon.contextOf(form[at] as number) & contexts) !== 0;
	const isJoined = (at: number) => gap[at] === Gap.JOINED;
	const isThe = (at: number) => lexicon.isThe(form[at] as number);
	/** Another clause may begin: after a comma or "and", and one small word. */
	const isFresh = (at: number) =>
		gap[at] === Gap.LIST ||
		is(at - 1, Context.LIST) ||
		(gap[at - 1] === Gap.LIST && is(at - 1, Context.FILLER | Context.LINK));
	const isNamedBetween = (first: number, last: number) =>
		mentions.some((name) => name.from >= first && name.from < last);
	const isNegated = (at: number, first: number) =>
		cues.some(
			(cue) =>
				cue.value & (Cue.DENIED_BEFORE | Cue.DENIED_NOT) && cue.from >= first && cue.to <= at && cue.to >= at - 2,
		);

	/** The last cue before the mention, unless it ends earlier or its way is barred by `isBarred`. */
	const isSaidBefore = (
		mask: number,
		end: number,
		isBarred?: (at: number, cue: TermHit) => boolean,
		reach = REACH_BEFORE,
	) => {
		const cue = cues.findLast((one) => one.from < head && one.value & (mask | end));
		if (!cue || !(cue.value & mask)) return false;
		const target = cue.from < from ? from : head;
		let left = reach;
		for (let at = cue.to; at <= target; at++) {
			const mark = gap[at] as number;
			// "Denies: fever", but not "fever no - chest pain".
			if (mark >= Gap.CLAUSE && (mark !== Gap.COLON || at > cue.to)) return false;
			// A list ("no fever, chills, cough or rash") carries a cue on; other words use its reach up.
			if (mark === Gap.LIST) left = Math.min(reach, left + 4);
			if (isBarred?.(at, cue) || (at < target && --left < 0)) return false;
		}
		return true;
	};
	const isSaidAfter = (mask: number, end: number, reach = REACH_AFTER) => {
		const cue = cues.find((one) => one.from >= to && (one.value & mask || (one.value & end && one.from > to + 1)));
		return cue !== undefined && (cue.value & mask) !== 0 && cue.from - to <= reach;
	};

	/** "I" begins a clause anywhere, another subject after a comma or "and". "The shakes" do not. */
	const isOtherClause = (at: number, cue: TermHit) =>
		// "No, I can't breathe" and "fever (no), chest pain": an answer to something else.
		(at === cue.to &&
			((gap[at] === Gap.LIST && !isJoined(cue.from)) ||
				(!isJoined(at) && mentions.some((name) => name.to === cue.from)))) ||
		// "I don't smoke, chest pain started": what the writer denies is not the first of a list.
		(gap[at] === Gap.LIST && is(cue.from - 1, Context.FIRST_PERSON) && !isNamedBetween(cue.to, at)) ||
		(is(at, Context.SUBJECT) && is(at, Context.FIRST_PERSON)) ||
		(at < from && isFresh(at) && is(at, Context.SUBJECT | SOMEBODY));

	/** "Chest pain is …", not "I have chest pain": the mention may be what the clause speaks of. */
	const isSubject = () => {
		for (let at = from - 1; at >= sentence.from && isJoined(at + 1); at--) {
			if (is(at, Context.LIST | Context.BREAKER)) return true;
			if (is(at, GOVERNING) && !is(at, SMALL | Context.DETERMINER)) return false;
		}
		return true;
	};

	/** Walks on through the clause, and through the list that the mention may be part of. */
	const isDeniedAfter = () => {
		const plain = SMALL | Context.LIST | (is(from - 1, Context.DETERMINER) ? Context.DETERMINER : 0);
		let last = to;
		let isPlain = true;
		let hasAnd = true;
		let hasJoint = false;
		let hasOther = false;
		let hasVerb = false;
		for (let at = to; at < sentence.to && at - last <= REACH_AFTER; at++) {
			const mark = gap[at] as number;
			const cue = cues.find((one) => one.from === at);
			const value = cue?.value ?? 0;
			const isCue = value & Cue.DENIED_AFTER || (at === last && value & Cue.DENIED_BESIDE);
			// "Fever: none" and "fever - none", but not "chest pain - fever is gone".
			if (mark >= Gap.CLAUSE && !(at === last && (mark === Gap.COLON || isCue))) return false;
			// "Chest pain, fever is gone": without "and" there is only one that is.
			if (!hasAnd && is(at, Context.LINK)) return false;
			hasOther ||= isFresh(at) && (is(at, SOMEBODY) || isThe(at));
			hasJoint ||= mark === Gap.LIST || is(at, Context.LIST);
			if (cue && isCue) {
				// "Chest pain, denied fever" and "chest pain: no fever" speak of the fever.
				const isOfNext =
					value & Cue.DENIED_BEFORE &&
					isJoined(cue.to) &&
					(value & Cue.DENIED_BESIDE || !isJoined(at) || isNamedBetween(cue.to, cue.to + 2));
				if (isOfNext || hasOther || isNegated(at, last)) return false;
				// "Went away and then came back".
				const undone = cues.find((one) => one.from >= cue.to && one.value & Cue.DENIED_UNDONE)?.from;
				return !undone || isNegated(undone, cue.to) || isNamedBetween(cue.to, undone);
			}
			if (value & Cue.DENIED_END && at > last + 1) return false;
			const next = mentions.find((name) => name.from === at);
			if (next) {
				if (!isPlain || !hasJoint || !isSubject()) return false;
				last = next.to;
				at = last - 1;
				hasAnd = is(next.from - 1, Context.LIST);
				hasJoint = hasOther = false;
				continue;
			}
			// "Consciousness was restored, and symptoms resolved": only "it" or a verb would go on about the first.
			if (isFresh(at) && hasVerb && !is(at, CONTINUING)) return false;
			isPlain &&= is(at, plain);
			hasVerb ||= is(at, Context.LINK) && !is(at, Context.FILLER | Context.DETERMINER);
		}
		return false;
	};

	// "No relief" speaks of no symptom, unless relief is what was asked about.
	if (cues.some((cue) => cue.value & Cue.DENIED_NOT && cue.from < from && cue.to > from)) return "denied";
	// "Never had chest pain like this": this one is there.
	const isTakenBack = cues.some((cue) => cue.from === to && cue.value & Cue.DENIED_UNDONE && isJoined(to));
	if ((!isTakenBack && isSaidBefore(Cue.DENIED_BEFORE, Cue.DENIED_END, isOtherClause)) || isDeniedAfter()) {
		return "denied";
	}
	// "My daughter is sick and today chest pain hit me", "as my husband drove, the chest pain started".
	const isMine = cues.some(
		(cue) => cue.value & Cue.OTHER_END && (cue.from === to || cue.from === to + 1) && isJoined(to),
	);
	const isSubordinate = ({ from: first }: TermHit) =>
		cues.some((cue) => cue.value & Cue.OTHER_NOT && cue.to <= first && cue.to >= first - 2);
	if (
		isSaidBefore(
			Cue.OTHER_BEFORE,
			Cue.OTHER_END,
			(at, cue) => isFresh(at) && (isMine || (gap[at] === Gap.LIST && !is(at, Context.PEOPLE) && isSubordinate(cue))),
			Number.POSITIVE_INFINITY,
		)
	) {
		return "other-person";
	}
	const isOwn = cues.some((cue) => cue.from < head && cue.value & Cue.GENERAL_END);
	if (
		isSaidBefore(Cue.GENERAL_BEFORE, Cue.GENERAL_END) ||
		(!isOwn && isSaidAfter(Cue.GENERAL_AFTER, Cue.GENERAL_END, REACH_AFTER_GENERAL))
	) {
		return "general";
	}
	// "It could be related to the twitching": the text has spoken of it before, so it is not what is possible.
	const isKnown = isJoined(from) && isThe(from - 1);
	if (
		(!isKnown && isSaidBefore(Cue.POSSIBLE_BEFORE, Cue.DENIED_END)) ||
		isSaidAfter(Cue.POSSIBLE_AFTER, Cue.DENIED_END)
	) {
		return "possible";
	}
	const pastEnd = Cue.PAST_END | Cue.DENIED_UNDONE;
	// "In the past I was fit, chest pain started today": a comma carries on only a list of what was.
	const isAfterwards = (at: number, cue: TermHit) => at > cue.to && gap[at] === Gap.LIST && !isNamedBetween(cue.to, at);
	if (isSaidBefore(Cue.PAST_BEFORE, pastEnd, isAfterwards) || isSaidAfter(Cue.PAST_AFTER, pastEnd)) return "past";
	return "present";
}
