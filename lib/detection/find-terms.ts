import { Context, type Lexicon } from "./lexicon";
import { Gap, type Words } from "./scan-words";
import { KINDS, Kind, NONE, type TermNode } from "./term-trie";
import type { WordRange } from "./word-ranges";

/** A term where it stands. */
export interface TermHit extends WordRange {
	/** What it stands for: the number of a symptom, part or set of complaints, or a mask. */
	value: number;
	isAmbiguous: boolean;
}

/** What can name a symptom. Like all hits from left to right; within a kind never overlapping. */
export interface NameHits {
	symptoms: TermHit[];
	parts: TermHit[];
	heads: TermHit[];
}

/** What stands around a name; `value` is a mask of `Cue` or of `Context`. */
export interface SurroundingHits {
	cues: TermHit[];
	/** Phrases only: single words are asked of the lexicon. */
	contexts: TermHit[];
}

/** More words than any term has with the words that may be passed over: a bound for strange texts. */
const LONGEST_TERM = 14;

/** Words like "really" that may stand inside the name of a symptom ("can't even really sleep"), or "my" inside any term. */
const MOST_SKIPPED = 2;

const NAMES = (1 << Kind.SYMPTOM) | (1 << Kind.PART) | (1 << Kind.HEAD);
const SURROUNDINGS = (1 << Kind.CUE) | (1 << Kind.CONTEXT);

/** Finds what can name a symptom, the longest term at each place. Linear in the number of words. */
export function findNames(words: Words, lexicon: Lexicon): NameHits {
	const [symptoms = [], parts = [], heads = []] = findTerms(words, lexicon, NAMES);
	return { symptoms, parts, heads };
}

/** Finds cues and phrases of context. Asked only of texts that hold a name: most hold none. */
export function findSurroundings(words: Words, lexicon: Lexicon): SurroundingHits {
	const [, , , cues = [], contexts = []] = findTerms(words, lexicon, SURROUNDINGS);
	return { cues, contexts };
}

// For each kind: where the longest term ends and what it means, and up to where words are taken. One text at a time is read.
const ends = new Int32Array(KINDS);
const meanings = new Int32Array(KINDS);
const free = new Int32Array(KINDS);

function findTerms(words: Words, lexicon: Lexicon, kinds: number): TermHit[][] {
	const { count, form, gap } = words;
	let first = 0;
	while (first < count && !lexicon.root(form[first] as number, kinds)) first++;
	const hits: TermHit[][] = [[], [], [], [], []];
	if (first === count) return hits;
	free.fill(0);
	let found = 0;
	let last = 0;
	// Follows the trie from a node whose words end at `at`, and notes the longest term of each kind. A word that may be
	// passed over may also be one of the term's own; then both ways are tried.
	const follow = (from: TermNode, at: number, skipped: number, isFilled: boolean): void => {
		let node: TermNode | undefined = from;
		while (node && (node.kindsFrom & kinds) !== 0) {
			const here = node.kindsAt & kinds & (isFilled ? NAMES : ~0);
			for (let kind = 0; here >> kind !== 0; kind++) {
				if ((here & (1 << kind)) === 0 || ((found & (1 << kind)) !== 0 && (ends[kind] as number) > at)) continue;
				const meaning = lexicon.meaning(kind, node, form[kind === Kind.CUE ? first : at] as number);
				if (meaning === NONE) continue;
				found |= 1 << kind;
				ends[kind] = at + 1;
				meanings[kind] = meaning;
			}
			at++;
			if (at >= last || gap[at] !== Gap.JOINED) return;
			const next: TermNode | undefined = lexicon.next(node, form[at] as number);
			if (skipped < MOST_SKIPPED) {
				const context = lexicon.contextOf(form[at] as number);
				if ((context & (Context.DETERMINER | Context.FILLER)) !== 0) {
					skip(node, at, skipped + 1, isFilled || (context & Context.DETERMINER) === 0);
				}
			}
			node = next;
		}
	};
	const skip = (node: TermNode, at: number, skipped: number, isFilled: boolean): void => {
		const after = at + 1;
		if (after >= last || gap[after] !== Gap.JOINED) return;
		const next = lexicon.next(node, form[after] as number);
		if (next) follow(next, after, skipped, isFilled);
		if (skipped === MOST_SKIPPED) return;
		const context = lexicon.contextOf(form[after] as number);
		if ((context & (Context.DETERMINER | Context.FILLER)) !== 0) {
			skip(node, after, skipped + 1, isFilled || (context & Context.DETERMINER) === 0);
		}
	};
	for (let from = first; from < count; from++) {
		const root = lexicon.root(form[from] as number, kinds);
		if (!root) continue;
		found = 0;
		first = from;
		last = Math.min(count, from + LONGEST_TERM);
		follow(root, from, 0, false);
		for (let kind = 0; found !== 0; kind++, found >>= 1) {
			if ((found & 1) === 0 || (free[kind] as number) > from) continue;
			const to = ends[kind] as number;
			const meaning = meanings[kind] as number;
			(hits[kind] as TermHit[]).push({ from, to, value: meaning >> 1, isAmbiguous: (meaning & 1) === 1 });
			free[kind] = to;
		}
	}
	return hits;
}
