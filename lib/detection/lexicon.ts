import { MOST_FORMS, type WordRules, WordTable } from "./word-table";

/** What a term stands for. A word may mean something of each kind: "burning" is a symptom and a complaint of a part. */
export const Kind = { SYMPTOM: 0, PART: 1, HEAD: 2, CUE: 3, CONTEXT: 4 } as const;
const KINDS = 5;

/** Classes of single words and phrases that say what a text is about; bits of a mask. */
export const Context = {
	HEALTH: 1,
	FIRST_PERSON: 2,
	/** Words of news, sports, shops, code: what the text is about if it is not about health. */
	TOPIC: 4,
	/** Phrases in which a body part or complaint means something else: "shake hands". */
	OTHER_MEANING: 8,
	DETERMINER: 16,
	FILLER: 32,
	PREPOSITION: 64,
	PLACE: 128,
	LINK: 256,
	LIST: 512,
	BREAKER: 1024,
	ENGLISH: 2048,
	FOREIGN: 4096,
	/** Words for people: a symptom is somebody's. */
	PEOPLE: 8192,
	/** "Feel", "severe" and the like: before an ambiguous word they speak for a symptom. */
	SUFFERING: 16384,
} as const;

/** Cues of who has a symptom, when and whether; bits of a mask. */
export const Cue = {
	DENIED_BEFORE: 1,
	DENIED_AFTER: 2,
	DENIED_NOT: 4,
	DENIED_END: 8,
	POSSIBLE_BEFORE: 16,
	POSSIBLE_AFTER: 32,
	OTHER_BEFORE: 64,
	OTHER_NOT: 128,
	OTHER_END: 256,
	PAST_BEFORE: 512,
	PAST_AFTER: 1024,
	PAST_NOT: 2048,
	PAST_END: 4096,
	GENERAL_BEFORE: 8192,
	GENERAL_AFTER: 16384,
	GENERAL_NOT: 32768,
	GENERAL_END: 65536,
} as const;

/**
 * All terms as the content script carries them. `terms` has one line for each
 * group of terms that stand for the same thing, terms joined by `|`: first the
 * symptoms, then body parts, sets of complaints, masks of cues and of contexts.
 * `?` before a term: it means other things as well; `=`: its last word in this form only.
 */
export interface CompiledLexicon {
	symptomIds: string[];
	partCount: number;
	/** The last of the parts are general ones ("muscle"), which lose to any other. */
	generalPartCount: number;
	headCount: number;
	/** The last of the complaints are those that go only with a part right beside them. */
	nearHeadCount: number;
	/** Complaints that share their words: "flutter" is one of the heart and of an eyelid. */
	headSets: number[][];
	cueMasks: number[];
	contextMasks: number[];
	terms: string;
	/** For each complaint a line of pairs in base 36: body part, symptom. */
	combinations: string;
	words: WordRules;
	/** Verb before "not" -> the contraction that means the same. */
	contractions: [verb: string, contraction: string][];
}

/** How far a near complaint reaches; see `COST` in `reach-parts.ts`. */
const NEAR = 0.9;

/** Stands for all numbers in `data/grammar/words.json`. */
const NUMBER = "0";

/** No meaning, no node, no form. */
export const NONE = -1;

/** The unpacked tables. Every look-up takes the same time however many terms there are. */
export class Lexicon {
	readonly words: WordTable;
	readonly symptomIds: string[];
	readonly headSets: number[][];
	/** Form -> mask of `Context`. */
	readonly #contexts: Int32Array;
	/** Form -> node of the terms that begin with it. */
	readonly #roots: Int16Array;
	readonly #edges: EdgeTable;
	/** Kind -> node -> meaning. A meaning is `value * 2`, plus 1 if the term is ambiguous. */
	readonly #meanings: Int32Array[];
	readonly #exactMeanings = new Map<number, number>();
	readonly #hasExact: Uint8Array;
	/** Node -> bits of the kinds that it means something of. */
	readonly #kindsAt: Uint8Array;
	/** Node -> bits of the kinds of all terms that go through it; kept for the first nodes of terms. */
	readonly #kindsFrom: Uint8Array;
	readonly #symptomOfPair: Int16Array;
	readonly #partCount: number;
	readonly #firstGeneralPart: number;
	readonly #firstNearHead: number;
	readonly #contracted: Int32Array;
	/** The form that stands for every number written in digits. */
	readonly numberForm: number;
	readonly #not: number;
	readonly #the: number;

	constructor(compiled: CompiledLexicon) {
		const { symptomIds, partCount, headSets, cueMasks, contextMasks } = compiled;
		this.symptomIds = symptomIds;
		this.headSets = headSets;
		this.#partCount = partCount;
		this.#firstGeneralPart = partCount - compiled.generalPartCount;
		this.#firstNearHead = compiled.headCount - compiled.nearHeadCount;
		this.#symptomOfPair = readCombinations(compiled);

		const words = new WordTable(compiled.words);
		this.words = words;
		const groups: [kind: number, value: number][] = [
			...symptomIds.map((_, value): [number, number] => [Kind.SYMPTOM, value]),
			...Array.from({ length: partCount }, (_, value): [number, number] => [Kind.PART, value]),
			...headSets.map((_, value): [number, number] => [Kind.HEAD, value]),
			...cueMasks.map((mask): [number, number] => [Kind.CUE, mask]),
			...contextMasks.map((mask): [number, number] => [Kind.CONTEXT, mask]),
		];
		const contexts: [form: number, mask: number][] = [];
		const edges = new EdgeTable();
		const roots = new Int16Array(MOST_FORMS).fill(NONE);
		const kindsFrom = new Uint8Array(MOST_NODES);
		const meanings: [kind: number, node: number, meaning: number, exactForm: number][] = [];
		compiled.terms.split("\n").forEach((line, index) => {
			const [kind, value] = groups[index] as [number, number];
			for (const term of line === "" ? [] : line.split("|")) {
				let at = 0;
				const isAmbiguous = term.charCodeAt(at) === QUESTION_MARK;
				if (isAmbiguous) at++;
				const isExact = term.charCodeAt(at) === EQUALS_SIGN;
				if (isExact) at++;
				let node = NONE;
				let form = NONE;
				let wordCount = 0;
				while (at < term.length) {
					const space = term.indexOf(" ", at);
					const end = space === -1 ? term.length : space;
					form = words.formIn(term, at, end);
					const lemma = words.lemmas[form] as number;
					if (node === NONE) {
						if (roots[lemma] === NONE) roots[lemma] = edges.newNode();
						node = roots[lemma] as number;
						kindsFrom[node] = (kindsFrom[node] as number) | (1 << kind);
					} else node = edges.add(node, lemma);
					wordCount++;
					at = end + 1;
				}
				if (kind === Kind.CONTEXT && wordCount === 1) contexts.push([isExact ? form : ~form, value]);
				else meanings.push([kind, node, value * 2 + (isAmbiguous ? 1 : 0), isExact ? form : NONE]);
			}
		});
		this.#edges = edges;
		this.#roots = new Int16Array(words.size);
		for (let form = 0; form < words.size; form++) this.#roots[form] = roots[words.lemmas[form] as number] as number;
		this.#contexts = new Int32Array(words.size);
		const contextOfLemma = new Map<number, number>();
		for (const [form, mask] of contexts) {
			if (form >= 0) this.#contexts[form] = (this.#contexts[form] as number) | mask;
			else {
				const lemma = words.lemmas[~form] as number;
				contextOfLemma.set(lemma, (contextOfLemma.get(lemma) ?? 0) | mask);
			}
		}
		for (let form = 0; form < words.size; form++) {
			this.#contexts[form] = (this.#contexts[form] as number) | (contextOfLemma.get(words.lemmas[form] as number) ?? 0);
		}
		this.#meanings = Array.from({ length: KINDS }, () => new Int32Array(edges.nodeCount).fill(NONE));
		this.#hasExact = new Uint8Array(edges.nodeCount);
		this.#kindsAt = new Uint8Array(edges.nodeCount);
		this.#kindsFrom = kindsFrom;
		for (const [kind, node, meaning, exactForm] of meanings) {
			this.#kindsAt[node] = (this.#kindsAt[node] as number) | (1 << kind);
			if (exactForm === NONE) (this.#meanings[kind] as Int32Array)[node] = meaning;
			else {
				this.#hasExact[node] = 1;
				this.#exactMeanings.set(exactKey(kind, node, exactForm), meaning);
			}
		}
		this.#contracted = new Int32Array(words.size).fill(NONE);
		for (const [verb, contraction] of compiled.contractions) {
			this.#contracted[words.formOf(verb)] = words.formOf(contraction);
		}
		this.numberForm = words.formOf(NUMBER);
		this.#not = words.formOf("not");
		this.#the = words.formOf("the");
	}

	/** What this form says of the text: a mask of `Context`. */
	contextOf(form: number): number {
		return form === NONE ? 0 : (this.#contexts[form] as number);
	}

	/** The node of the terms that begin with this form, if there are any of these kinds (bits), or NONE. */
	root(form: number, kinds: number): number {
		if (form === NONE) return NONE;
		const node = this.#roots[form] as number;
		return node !== NONE && ((this.#kindsFrom[node] as number) & kinds) !== 0 ? node : NONE;
	}

	/** Bits of the kinds of which the words that lead to this node may be a term. */
	kindsAt(node: number): number {
		return this.#kindsAt[node] as number;
	}

	/** The node after another word. */
	next(node: number, form: number): number {
		return form === NONE ? NONE : this.#edges.next(node, this.words.lemmas[form] as number);
	}

	/** What the words that lead to this node mean as a term of this kind; `form` is the last word. `value * 2 + ambiguous`, or NONE. */
	meaning(kind: number, node: number, form: number): number {
		if (this.#hasExact[node] === 1) {
			const exact = this.#exactMeanings.get(exactKey(kind, node, form));
			if (exact !== undefined) return exact;
		}
		return (this.#meanings[kind] as Int32Array)[node] as number;
	}

	/** The symptom that a complaint (of this set) of a body part is, or NONE; `cost` is that of the way between them. */
	symptomOfPair(headSet: number, part: number, cost: number): number {
		for (const head of this.headSets[headSet] ?? []) {
			if (cost > NEAR && head >= this.#firstNearHead) continue;
			const symptom = this.#symptomOfPair[head * this.#partCount + part] as number;
			if (symptom !== NONE) return symptom;
		}
		return NONE;
	}

	/** "Muscle", "skin", "body" and the like. */
	isGeneralPart(part: number): boolean {
		return part >= this.#firstGeneralPart;
	}

	isNot(form: number): boolean {
		return form === this.#not;
	}

	isThe(form: number): boolean {
		return form === this.#the;
	}

	/** "Can" before "not" -> "can't", or NONE. */
	contracted(form: number): number {
		return form === NONE ? NONE : (this.#contracted[form] as number);
	}
}

const QUESTION_MARK = 63;
const EQUALS_SIGN = 61;

/** Bounds of the trie; compiling fails long before a page could meet them. */
const MOST_NODES = 1 << 15;
const EDGE_SLOTS = 1 << 16;

/** The edges of the trie of all terms in one hash table: (node, lemma) -> node. */
class EdgeTable {
	nodeCount = 0;
	readonly #keys = new Int32Array(EDGE_SLOTS).fill(NONE);
	readonly #targets = new Int16Array(EDGE_SLOTS);

	newNode(): number {
		if (this.nodeCount === MOST_NODES) throw new RangeError("too many terms for the lexicon");
		return this.nodeCount++;
	}

	/** The node after a word, which is made if there is none. */
	add(node: number, lemma: number): number {
		const key = node * MOST_FORMS + lemma;
		const slot = this.#slotOf(key);
		if (this.#keys[slot] === key) return this.#targets[slot] as number;
		this.#keys[slot] = key;
		const target = this.newNode();
		this.#targets[slot] = target;
		return target;
	}

	/** The node after a word, or NONE. */
	next(node: number, lemma: number): number {
		const key = node * MOST_FORMS + lemma;
		const slot = this.#slotOf(key);
		return this.#keys[slot] === key ? (this.#targets[slot] as number) : NONE;
	}

	#slotOf(key: number): number {
		let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & (EDGE_SLOTS - 1);
		while (this.#keys[slot] !== NONE && this.#keys[slot] !== key) slot = (slot + 1) & (EDGE_SLOTS - 1);
		return slot;
	}
}

function exactKey(kind: number, node: number, form: number): number {
	return (node * MOST_FORMS + form) * KINDS + kind;
}

function readCombinations({ combinations, headCount, partCount }: CompiledLexicon): Int16Array {
	const table = new Int16Array(headCount * partCount).fill(NONE);
	combinations.split("\n").forEach((line, head) => {
		const numbers = line.split(" ").map((number) => Number.parseInt(number, 36));
		for (let at = 0; at + 1 < numbers.length; at += 2) {
			table[head * partCount + (numbers[at] as number)] = numbers[at + 1] as number;
		}
	});
	return table;
}
