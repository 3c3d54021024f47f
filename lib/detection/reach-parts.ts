import type { NameHits, TermHit } from "./find-terms";
import { Context, type Lexicon } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import { Kind, NONE } from "./term-trie";

/** The parts that a complaint reaches on one side of it, nearest first or in the order of the text. */
export interface Reached {
	parts: TermHit[];
	/** What the way to the nearest part cost. */
	cost: number;
}

/** How far a complaint reaches for its part, forward and backward, in the costs below. */
const REACH = 2.4;
const REACH_BACK = 1.9;
/** The same in words: a bound for strange texts. */
const LONGEST_REACH = 14;
const LONGEST_PARENTHESIS = 6;

/** What stands in the way costs; fillers, places and links are free. */
const COST = {
	/** Any other word. */
	unknown: 1,
	/** "I", "you": often another clause. */
	pronoun: 1,
	/** "And" before the part. */
	list: 0.5,
	comma: 1.5,
	/** A part straight after a comma, without a preposition. */
	bare: 1.5,
	/** A bracket or quotation mark. */
	mark: 1,
	/** Another complaint, which may want the part for itself. */
	otherHead: 1.5,
	/** Another complaint beside this one: "pain and stiffness in the knee". */
	joinedHead: 0.3,
	/** A remark between commas. */
	parenthesis: 1,
};

const FREE = Context.DETERMINER | Context.FILLER | Context.PREPOSITION | Context.PLACE | Context.LINK;
/** What may stand between the parts of a list. */
const IN_LIST = Context.DETERMINER | Context.PLACE | Context.PREPOSITION | Context.FILLER;
const IN_LIST_BACK = Context.DETERMINER | Context.PLACE;

/** Looks for the parts that complaints belong to, within a clause. */
export class PartFinder {
	readonly #words: Words;
	readonly #lexicon: Lexicon;
	readonly #partFrom: Map<number, TermHit>;
	readonly #partTo: Map<number, TermHit>;
	readonly #headFrom: Map<number, TermHit>;
	readonly #headTo: Map<number, TermHit>;

	constructor(words: Words, { parts, heads }: NameHits, lexicon: Lexicon) {
		this.#words = words;
		this.#lexicon = lexicon;
		this.#partFrom = new Map(parts.map((part) => [part.from, part]));
		this.#partTo = new Map(parts.map((part) => [part.to, part]));
		this.#headFrom = new Map(heads.map((head) => [head.from, head]));
		this.#headTo = new Map(heads.map((head) => [head.to, head]));
	}

	/** "Twitching in the upper left area of the lip": the parts after a complaint. */
	after(head: TermHit): Reached {
		const reached: Reached = { parts: [], cost: 0 };
		const last = Math.min(this.#words.count, head.to + LONGEST_REACH);
		let cost = 0;
		let isPrepared = false;
		for (let at = head.to; at < last; ) {
			const gap = this.#gapBefore(at);
			if (gap >= Gap.CLAUSE) break;
			const isInList = reached.parts.length > 0;
			if (gap !== Gap.JOINED && !isInList) {
				cost += gap === Gap.LIST ? COST.comma : COST.mark;
				isPrepared = false;
			}
			const part = this.#partFrom.get(at);
			if (part) {
				if (this.#isClaimed(part) || (isInList && this.#isSubject(part))) break;
				if (!isPrepared && !isInList && gap === Gap.LIST) cost += COST.bare;
				if (cost > REACH) break;
				if (!isInList) reached.cost = cost;
				reached.parts.push(part);
				at = part.to;
				continue;
			}
			const other = this.#headFrom.get(at);
			if (other) {
				if (isInList || this.#isDenial(head)) break;
				const isJoined = at === head.to || this.#is(at - 1, Context.LIST) || gap === Gap.LIST;
				cost += isJoined ? COST.joinedHead : COST.otherHead;
				at = other.to;
				continue;
			}
			if (this.#breaks(at)) break;
			const isList = this.#is(at, Context.LIST);
			// "A tight shirt across the chest": an adjective belongs to the noun behind it.
			if (at === head.to && head.isAmbiguous && !isList && !this.#is(at, FREE)) break;
			if (isInList && !isList && !this.#is(at, IN_LIST)) break;
			if (isList) cost += isInList ? 0 : COST.list;
			else cost += this.#costOf(at);
			if (this.#is(at, Context.PREPOSITION | Context.FILLER)) isPrepared = true;
			if (cost > REACH) break;
			at++;
		}
		return reached;
	}

	/** "My eyelid won't stop jumping": the parts before a complaint. */
	before(head: TermHit): Reached {
		const reached: Reached = { parts: [], cost: 0 };
		const first = Math.max(0, head.from - LONGEST_REACH);
		const isOfNounBehind = this.#isOfNounBehind(head);
		let cost = 0;
		let isCounted = false;
		// "My chest pain and my rash": the chest is that of the pain.
		let isNewSubject = false;
		for (let at = head.from - 1; at >= first; ) {
			const gap = this.#gapBefore(at + 1);
			if (gap >= Gap.CLAUSE) break;
			const isInList = reached.parts.length > 0;
			// "My back, hips and legs hurt" is one list, "lip, both feet hurt" is none.
			if (gap === Gap.LIST && !isCounted) {
				const before = isInList ? NONE : this.#beforeParenthesis(at);
				if (before === NONE) break;
				at = before;
				cost += COST.parenthesis;
				continue;
			}
			if (gap === Gap.MARK && !isInList) cost += COST.mark;
			const part = this.#partTo.get(at + 1);
			if (part) {
				if (cost > REACH_BACK) break;
				if (!isInList) reached.cost = cost;
				reached.parts.unshift(part);
				at = part.from - 1;
				continue;
			}
			const other = this.#headTo.get(at + 1);
			if (other) {
				if (isInList || isNewSubject) break;
				const isJoined = this.#is(other.to, Context.LIST) || other.to === head.from;
				cost += isJoined ? COST.joinedHead : COST.otherHead;
				at = other.from - 1;
				continue;
			}
			if (this.#breaks(at)) break;
			if (this.#is(at, Context.LIST)) {
				if (isInList) isCounted = true;
				else if (isOfNounBehind) break;
				else cost += COST.unknown;
				isNewSubject = this.#is(at + 1, Context.FIRST_PERSON | Context.PEOPLE);
			} else if (isInList && !this.#is(at, IN_LIST_BACK)) break;
			// Backward, a preposition leads away: "a rash on my leg itches" is no itching leg.
			else if (this.#is(at, Context.PREPOSITION) && !this.#is(at, Context.LINK)) cost += COST.unknown;
			else cost += this.#costOf(at);
			if (cost > REACH_BACK) break;
			at--;
		}
		return { ...reached, parts: this.#ofOneSubject(reached.parts, head) };
	}

	#is(at: number, contexts: number): boolean {
		return at < this.#words.count && (this.#lexicon.contextOf(this.#words.form[at] as number) & contexts) !== 0;
	}

	#gapBefore(at: number): number {
		return this.#words.gap[at] as number;
	}

	#breaks(at: number): boolean {
		return this.#is(at, Context.BREAKER) && !this.#is(at, Context.LINK);
	}

	#costOf(at: number): number {
		if (this.#is(at, Context.FIRST_PERSON) && !this.#is(at, Context.DETERMINER)) return COST.pronoun;
		return this.#is(at, FREE) ? 0 : COST.unknown;
	}

	/** In "pain and knee stiffness" the knee belongs to the stiffness. */
	#isClaimed({ to, value }: TermHit): boolean {
		const claimer = this.#gapBefore(to) === Gap.JOINED ? this.#headFrom.get(to) : undefined;
		return (
			claimer !== undefined && !claimer.isAmbiguous && this.#lexicon.symptomOfPair(claimer.value, value, 0) !== NONE
		);
	}

	/** "Twitching in my lip, both feet feel numb": the feet begin a clause of their own. */
	#isSubject({ to }: TermHit): boolean {
		let at = to;
		const isJoined = () => at < this.#words.count && this.#gapBefore(at) === Gap.JOINED;
		while (isJoined() && at < to + 4 && !this.#headFrom.has(at)) {
			if (!this.#is(at, Context.LINK | Context.FILLER)) return false;
			at++;
		}
		return at > to && isJoined() && this.#headFrom.has(at);
	}

	/** "No" wants an appetite for itself; in "no loss of appetite" it denies the loss. */
	#isDenial({ from }: TermHit): boolean {
		return this.#lexicon.root(this.#words.form[from] as number, 1 << Kind.CUE) !== undefined;
	}

	/** "Burning ambition": a complaint right before a noun that it says nothing of is no complaint of the nouns before it. */
	#isOfNounBehind({ to, value }: TermHit): boolean {
		const part = this.#gapBefore(to) === Gap.JOINED ? this.#partFrom.get(to) : undefined;
		return part !== undefined && this.#lexicon.symptomOfPair(value, part.value, 0) === NONE;
	}

	/** A list of parts before a complaint, or only its last part where that is a subject of its own. */
	#ofOneSubject(parts: TermHit[], head: TermHit): TermHit[] {
		const [previous, last] = parts.slice(-2);
		if (!previous || !last || !this.#is(previous.to, Context.LIST)) return parts;
		const and = previous.to;
		let start = previous.from;
		while (this.#is(start - 1, IN_LIST_BACK)) start--;
		// The word before the list: "hit" in "I hit my hip and my knee is swollen".
		const isAfterWord = this.#gapBefore(start) === Gap.JOINED;
		if (this.#is(and + 1, Context.DETERMINER)) {
			// "Burning when I pee, and my back aches", but "my knees, my hips, and my back ache".
			const isClause = parts.length === 2 && this.#gapBefore(and) === Gap.LIST;
			// "My head and my stomach hurts" is one subject, "my nose and his eye is swollen" is none.
			const isOther = isAfterWord || this.#words.form[start] !== this.#words.form[and + 1];
			return isClause || (isOther && this.#is(last.to, Context.SINGULAR)) ? [last] : parts;
		}
		// "Cannot close my right eye and mouth sags": a complaint, and what is done to the eye.
		const isObject =
			isAfterWord &&
			start < previous.from &&
			this.#gapBefore(start - 1) === Gap.JOINED &&
			this.#headTo.has(start - 1) &&
			!this.#is(start - 1, FREE) &&
			!this.#partTo.has(start);
		return isObject && last.to === head.from ? [last] : parts;
	}

	/** "My lips, the lower one above all, are swollen": the word before a short remark between commas. */
	#beforeParenthesis(last: number): number {
		for (let at = last; at > 0 && at > last - LONGEST_PARENTHESIS; at--) {
			if (this.#partTo.has(at + 1) || this.#headTo.has(at + 1)) return NONE;
			const gap = this.#gapBefore(at);
			if (gap !== Gap.JOINED) return gap === Gap.LIST ? at - 1 : NONE;
		}
		return NONE;
	}
}
