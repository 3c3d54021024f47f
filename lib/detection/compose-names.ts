import type { NameHits, TermHit } from "./find-terms";
import { Context, type Lexicon, NONE } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import { joinRanges, type WordRange } from "./word-ranges";

/** Words of a text that name a symptom. */
export interface Name {
	symptom: number;
	/** In the order of the text, apart from each other. The first person reading sees them as the name of the card. */
	parts: WordRange[];
	/** The complaint, or all of the words where they are one term. */
	head: WordRange;
	/** 0: means nothing else; 1: one of complaint and body part does; 2: all of it does. */
	ambiguity: 0 | 1 | 2;
	/** How many words name the symptom; the more, the more specific. */
	weight: number;
}

/** How far a complaint reaches for its body part; each word that is neither filler nor place costs 1. */
const REACH = 2.4;
const REACH_BACK = 1.9;
const LONGEST_REACH = 14;
const LONGEST_PARENTHESIS = 6;
const COST = {
	unknown: 1,
	list: 0.5,
	comma: 1.5,
	bare: 1.5,
	mark: 1,
	otherHead: 1.5,
	joinedHead: 0.3,
	pronoun: 1,
	parenthesis: 1,
};

const PASSED_OVER = Context.DETERMINER | Context.FILLER | Context.PREPOSITION | Context.PLACE | Context.LINK;

/**
 * Names symptoms from a complaint and a body part near it, in any order: "my eyelid
 * won't stop jumping", "twitching in the upper left area of the lip". A complaint
 * takes the parts of one side of it, the nearer ones; a list of parts is taken whole.
 */
export function composeNames(words: Words, { parts, heads }: NameHits, lexicon: Lexicon): Name[] {
	if (parts.length === 0 || heads.length === 0) return [];
	const partFrom = new Map(parts.map((part) => [part.from, part]));
	const partTo = new Map(parts.map((part) => [part.to, part]));
	const headFrom = new Map(heads.map((head) => [head.from, head]));
	const headTo = new Map(heads.map((head) => [head.to, head]));
	const contextOf = (at: number) => lexicon.contextOf(words.form[at] as number);

	const reachForward = (head: TermHit): Reached => {
		const reached: Reached = { parts: [], cost: 0 };
		let cost = 0;
		let at = head.to;
		let isPrepared = false;
		const last = Math.min(words.count, head.to + LONGEST_REACH);
		while (at < last) {
			const gap = words.gap[at] as number;
			if (gap >= Gap.CLAUSE) break;
			const isInList = reached.parts.length > 0;
			if (gap !== Gap.JOINED && !isInList) {
				cost += gap === Gap.LIST ? COST.comma : COST.mark;
				isPrepared = false;
			}
			const part = partFrom.get(at);
			if (part) {
				// In "pain and knee stiffness" the knee belongs to the stiffness.
				const claimer = words.gap[part.to] === Gap.JOINED ? headFrom.get(part.to) : undefined;
				if (claimer && !claimer.isAmbiguous && lexicon.symptomOfPair(claimer.value, part.value, 0) !== NONE) break;
				if (isInList && isSubject(part)) break;
				if (!isPrepared && !isInList && gap === Gap.LIST) cost += COST.bare;
				if (cost > REACH) break;
				if (!isInList) reached.cost = cost;
				reached.parts.push(part);
				at = part.to;
				continue;
			}
			const other = headFrom.get(at);
			if (other) {
				if (isInList) break;
				cost +=
					at === head.to || (contextOf(at - 1) & Context.LIST) !== 0 || gap === Gap.LIST
						? COST.joinedHead
						: COST.otherHead;
				at = other.to;
				continue;
			}
			const context = contextOf(at);
			if (context & Context.BREAKER && !(context & Context.LINK)) break;
			// "A tight shirt across the chest": an adjective belongs to the noun behind it.
			if (at === head.to && head.isAmbiguous && (context & (PASSED_OVER | Context.LIST)) === 0) break;
			if (context & Context.LIST) cost += isInList ? 0 : COST.list;
			else if (
				isInList &&
				(context & (Context.DETERMINER | Context.PLACE | Context.PREPOSITION | Context.FILLER)) === 0
			)
				break;
			else if (context & Context.FIRST_PERSON && !(context & Context.DETERMINER)) cost += COST.pronoun;
			else if ((context & PASSED_OVER) === 0) cost += COST.unknown;
			if (context & (Context.PREPOSITION | Context.FILLER)) isPrepared = true;
			if (cost > REACH) break;
			at++;
		}
		return reached;
	};

	// "Twitching in my lip, both feet feel numb": the feet begin a clause of their own.
	const isSubject = (part: TermHit) => {
		let at = part.to;
		while (at < words.count && at < part.to + 4 && words.gap[at] === Gap.JOINED && !headFrom.has(at)) {
			if ((contextOf(at) & (Context.LINK | Context.FILLER)) === 0) return false;
			at++;
		}
		return at > part.to && at < words.count && words.gap[at] === Gap.JOINED && headFrom.has(at);
	};

	// "My lips, the lower one above all, are swollen": the word before a short remark between commas.
	const beforeParenthesis = (last: number) => {
		for (let at = last; at > 0 && at > last - LONGEST_PARENTHESIS; at--) {
			if (partTo.has(at + 1) || headTo.has(at + 1)) return NONE;
			const gap = words.gap[at] as number;
			if (gap !== Gap.JOINED) return gap === Gap.LIST ? at - 1 : NONE;
		}
		return NONE;
	};

	const reachBackward = (head: TermHit): Reached => {
		const reached: Reached = { parts: [], cost: 0 };
		let isCounted = false;
		let cost = 0;
		let at = head.from - 1;
		const first = Math.max(0, head.from - LONGEST_REACH);
		while (at >= first) {
			const gap = words.gap[at + 1] as number;
			if (gap >= Gap.CLAUSE) break;
			const isInList = reached.parts.length > 0;
			// "My back, hips and legs hurt" is one list, "lip, both feet hurt" is none.
			if (gap === Gap.LIST && !isCounted) {
				const before = isInList ? NONE : beforeParenthesis(at);
				if (before === NONE) break;
				at = before;
				cost += COST.parenthesis;
				continue;
			}
			if (gap === Gap.MARK && !isInList) cost += COST.mark;
			const part = partTo.get(at + 1);
			if (part) {
				if (cost > REACH_BACK) break;
				if (!isInList) reached.cost = cost;
				reached.parts.unshift(part);
				at = part.from - 1;
				continue;
			}
			const other = headTo.get(at + 1);
			if (other) {
				if (isInList) break;
				cost += (contextOf(other.to) & Context.LIST) !== 0 || other.to === head.from ? COST.joinedHead : COST.otherHead;
				at = other.from - 1;
				continue;
			}
			const context = contextOf(at);
			if (context & Context.BREAKER && !(context & Context.LINK)) break;
			if (context & Context.LIST) {
				if (isInList) isCounted = true;
				else cost += COST.unknown;
			} else if (isInList && (context & (Context.DETERMINER | Context.PLACE)) === 0) break;
			else if (context & Context.FIRST_PERSON && !(context & Context.DETERMINER)) cost += COST.pronoun;
			else if (context & Context.PREPOSITION && !(context & Context.LINK)) cost += COST.unknown;
			else if ((context & PASSED_OVER) === 0) cost += COST.unknown;
			if (cost > REACH_BACK) break;
			at--;
		}
		return reached;
	};

	const isSpecific = (head: TermHit, { parts: found, cost }: Reached) =>
		found.some(
			(part) => !lexicon.isGeneralPart(part.value) && lexicon.symptomOfPair(head.value, part.value, cost) !== NONE,
		);
	const namesSymptom = (head: TermHit, { parts: found, cost }: Reached) =>
		found.some((part) => lexicon.symptomOfPair(head.value, part.value, cost) !== NONE);

	const candidates: Name[] = [];
	for (const head of heads) {
		const forward = reachForward(head);
		const backward = reachBackward(head);
		const options = [forward, backward].filter((reached) => namesSymptom(head, reached));
		if (options.length === 0) continue;
		const isAdjacentBefore = backward.parts.at(-1)?.to === head.from;
		let chosen = options[0] as Reached;
		if (options.length === 2) {
			const preferred = isAdjacentBefore || backward.cost < forward.cost ? backward : forward;
			const other = preferred === forward ? backward : forward;
			chosen = !isSpecific(head, preferred) && isSpecific(head, other) ? other : preferred;
		}
		const bySymptom = new Map<number, TermHit[]>();
		const named = chosen.parts.filter((part) => lexicon.symptomOfPair(head.value, part.value, chosen.cost) !== NONE);
		const specific = named.filter((part) => !lexicon.isGeneralPart(part.value));
		for (const part of specific.length > 0 ? specific : named) {
			const symptom = lexicon.symptomOfPair(head.value, part.value, chosen.cost);
			bySymptom.set(symptom, [...(bySymptom.get(symptom) ?? []), part]);
		}
		for (const [symptom, found] of bySymptom) {
			const ranges = [
				head,
				...found,
				...placesBetween(head, found, contextOf),
				...linksBetween(head, found, contextOf),
			];
			const isPartAmbiguous = found.every((part) => part.isAmbiguous);
			candidates.push({
				symptom,
				head,
				parts: joinRanges(ranges, words),
				ambiguity: head.isAmbiguous ? (isPartAmbiguous ? 2 : 1) : isPartAmbiguous ? 1 : 0,
				weight: head.to - head.from + found.reduce((sum, part) => sum + part.to - part.from, 0),
			});
		}
	}
	return candidates;
}

interface Reached {
	parts: TermHit[];
	/** Of the way to the first part. */
	cost: number;
}

/** "Upper left" between a complaint and its part, or beside the part: they belong to the name. */
function placesBetween(head: WordRange, parts: WordRange[], contextOf: (at: number) => number): WordRange[] {
	const places: WordRange[] = [];
	const isPlace = (at: number) => (contextOf(at) & Context.PLACE) !== 0;
	for (const part of parts) {
		const [from, to] = part.from >= head.to ? [head.to, part.from] : [part.to, head.from];
		for (let at = from; at < to; at++) if (isPlace(at)) places.push({ from: at, to: at + 1 });
		for (let at = part.from - 1; at >= 0 && isPlace(at) && at >= part.from - 2; at--)
			places.push({ from: at, to: at + 1 });
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
