import {
	type AssertedRange,
	isFresh,
	isJoined,
	isNamedIn,
	isNegated,
	isSaidBefore,
	isThe,
	isWord,
	REACH_AFTER,
	type Surroundings,
} from "./cue-reach";
import type { TermHit } from "./find-terms";
import { Context, Cue } from "./lexicon";
import { Gap } from "./scan-words";

const SOMEBODY = Context.FIRST_PERSON | Context.PEOPLE;
/** Words that say nothing between a symptom and the next in a list, or before the first. */
const SMALL = Context.FILLER | Context.SUFFERING | Context.PLACE;
/** A verb before a symptom has it as its object; so does a preposition. */
const GOVERNING = Context.LINK | Context.PREPOSITION | Context.SUBJECT | Context.FIRST_PERSON;
/** After a comma these go on about what was mentioned before it. */
const CONTINUING = Context.SUBJECT | Context.LINK | Context.FILLER | Context.LIST;

/**
 * Whether the sentence says that the symptom is not there. A symptom that is there
 * and shown as denied is the worse error, so in doubt it is there.
 */
export function isDenied(mention: AssertedRange, around: Surroundings): boolean {
	const { from, to } = mention;
	const { cues } = around;
	// "No relief" speaks of no symptom, unless relief is what was asked about.
	if (cues.some((cue) => cue.value & Cue.DENIED_NOT && cue.from < from && cue.to > from)) return true;
	// "Never had chest pain like this": this one is there.
	const isTakenBack = cues.some((cue) => cue.from === to && cue.value & Cue.DENIED_UNDONE && isJoined(to, around));
	return (
		(!isTakenBack &&
			isSaidBefore(mention, around, [Cue.DENIED_BEFORE, Cue.DENIED_END], (at, cue) =>
				isOtherClause(at, cue, mention, around),
			)) ||
		isDeniedAfter(mention, around)
	);
}

/** "I" begins a clause anywhere, another subject after a comma or "and". "The shakes" do not. */
function isOtherClause(at: number, cue: TermHit, { from }: AssertedRange, around: Surroundings): boolean {
	const isListed = around.words.gap[at] === Gap.LIST;
	// "No, I can't breathe" and "fever (no), chest pain": an answer to something else.
	if (at === cue.to) {
		if (isListed && !isJoined(cue.from, around)) return true;
		if (!isJoined(at, around) && around.mentions.some((other) => other.to === cue.from)) return true;
	}
	// "I don't smoke, chest pain started": what the writer denies is not the first of a list.
	if (isListed && isWord(cue.from - 1, Context.FIRST_PERSON, around) && !isNamedIn(cue.to, at, around)) return true;
	if (isWord(at, Context.SUBJECT, around) && isWord(at, Context.FIRST_PERSON, around)) return true;
	return at < from && isFresh(at, around) && isWord(at, Context.SUBJECT | SOMEBODY, around);
}

/** Walks on from the mention through its clause, and through the list that it may be part of, to "… is gone". */
function isDeniedAfter({ from, to }: AssertedRange, around: Surroundings): boolean {
	const { cues, mentions, sentence, words } = around;
	const plain = SMALL | Context.LIST | (isWord(from - 1, Context.DETERMINER, around) ? Context.DETERMINER : 0);
	let last = to;
	let isPlain = true;
	let hasAnd = true;
	let hasJoint = false;
	let hasOther = false;
	let hasVerb = false;
	for (let at = to; at < sentence.to && at - last <= REACH_AFTER; at++) {
		const mark = words.gap[at] as number;
		const cue = cues.find((one) => one.from === at);
		const value = cue?.value ?? 0;
		const isCue = value & Cue.DENIED_AFTER || (at === last && value & Cue.DENIED_BESIDE);
		// "Fever: none" and "fever - none", but not "chest pain - fever is gone".
		if (mark >= Gap.CLAUSE && !(at === last && (mark === Gap.COLON || isCue))) return false;
		// "Chest pain, fever is gone": without "and" there is only one that is.
		if (!hasAnd && isWord(at, Context.LINK, around)) return false;
		hasOther ||= isFresh(at, around) && (isWord(at, SOMEBODY, around) || isThe(at, around));
		hasJoint ||= mark === Gap.LIST || isWord(at, Context.LIST, around);
		if (cue && isCue) return !hasOther && !isNegated(at, last, around) && isOfThis(cue, around) && isFinal(cue, around);
		if (value & Cue.DENIED_END && at > last + 1) return false;
		const next = mentions.find((one) => one.from === at);
		if (next) {
			if (!isPlain || !hasJoint || !isSubject(from, around)) return false;
			last = next.to;
			at = last - 1;
			hasAnd = isWord(next.from - 1, Context.LIST, around);
			hasJoint = hasOther = false;
			continue;
		}
		// "Consciousness was restored, and symptoms resolved": only "it" or a verb would go on about the first.
		if (isFresh(at, around) && hasVerb && !isWord(at, CONTINUING, around)) return false;
		isPlain &&= isWord(at, plain, around);
		hasVerb ||= isWord(at, Context.LINK, around) && !isWord(at, Context.FILLER | Context.DETERMINER, around);
	}
	return false;
}

/** "Chest pain is …", not "I have chest pain": the mention may be what the clause speaks of. */
function isSubject(from: number, around: Surroundings): boolean {
	for (let at = from - 1; at >= around.sentence.from && isJoined(at + 1, around); at--) {
		if (isWord(at, Context.LIST | Context.BREAKER, around)) return true;
		if (isWord(at, GOVERNING, around) && !isWord(at, SMALL | Context.DETERMINER, around)) return false;
	}
	return true;
}

/** "Chest pain, denied fever" and "chest pain: no fever" speak of the fever. */
function isOfThis({ from, to, value }: TermHit, around: Surroundings): boolean {
	return !(
		value & Cue.DENIED_BEFORE &&
		isJoined(to, around) &&
		(value & Cue.DENIED_BESIDE || !isJoined(from, around) || isNamedIn(to, to + 2, around))
	);
}

/** Not so: "went away and then came back". */
function isFinal(cue: TermHit, around: Surroundings): boolean {
	const undone = around.cues.find((one) => one.from >= cue.to && one.value & Cue.DENIED_UNDONE)?.from;
	return !undone || isNegated(undone, cue.to, around) || isNamedIn(cue.to, undone, around);
}
