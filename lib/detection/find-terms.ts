import { Context, Kind, type Lexicon, NONE } from "./lexicon";
import { Gap, type Words } from "./scan-words";

/** A term where it stands: word numbers, `to` exclusive. */
export interface TermHit {
	from: number;
	to: number;
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

const KINDS = 5;
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

function findTerms(words: Words, lexicon: Lexicon, kinds: number): TermHit[][] {
	const hits: TermHit[][] = [[], [], [], [], []];
	const ends = new Int32Array(KINDS);
	const meanings = new Int32Array(KINDS);
	const free = new Int32Array(KINDS);
	const { count, form, gap } = words;
	for (let from = 0; from < count; from++) {
		let node = lexicon.root(form[from] as number, kinds);
		if (node === NONE) continue;
		let found = 0;
		let skipped = 0;
		let isFilled = false;
		let at = from;
		while (node !== NONE) {
			const here = lexicon.kindsAt(node) & kinds & (isFilled ? NAMES : ~0);
			if (here !== 0) {
				for (let kind = 0; kind < KINDS; kind++) {
					if ((here & (1 << kind)) === 0) continue;
					const meaning = lexicon.meaning(kind, node, form[at] as number);
					if (meaning === NONE) continue;
					found |= 1 << kind;
					ends[kind] = at + 1;
					meanings[kind] = meaning;
				}
			}
			let next = NONE;
			for (at++; at < count && at - from < LONGEST_TERM && gap[at] === Gap.JOINED; at++) {
				next = lexicon.next(node, form[at] as number);
				if (next !== NONE) break;
				const context = form[at] === NONE ? 0 : (lexicon.contextOf[form[at] as number] as number);
				if ((context & (Context.DETERMINER | Context.FILLER)) === 0 || skipped === MOST_SKIPPED) break;
				if ((context & Context.DETERMINER) === 0) isFilled = true;
				skipped++;
			}
			node = next;
		}
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
