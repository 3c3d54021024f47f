import { doubled, FormTable, nextHash } from "./form-table";
import { Lemmas, type WordRules } from "./lemmas";
import { bitOf, KINDS, Kind, NONE, type TermNode, TermTrie, type TermValue } from "./term-trie";

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
	/** Verbs of one subject: in "my hip and my knee is swollen" only the knee is. */
	SINGULAR: 32768,
	/** "I", "they": after a comma a new clause begins with them. */
	SUBJECT: 65536,
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
	DENIED_BESIDE: 131072,
	DENIED_UNDONE: 262144,
} as const;

/**
 * All terms as the content script carries them. `terms` has one line for each
 * group of terms that stand for the same thing, written as in `encode-terms.ts`: first the
 * symptoms, then body parts, sets of complaints, masks of cues and of contexts.
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

/** More forms than most pages have. */
const INITIAL_FORMS = 1 << 10;

/** Bit of the form "not", beside those of the kinds. */
const NOT = 1 << KINDS;

/** How far a near complaint reaches; see `COST` in `reach-parts.ts`. */
const NEAR = 0.9;

/**
 * Answers what words mean. Nothing is worked out before it is asked for: a page uses
 * a tenth of the terms, and unpacking all of them would cost each page 15 ms.
 * Every look-up takes the same time however many terms there are.
 */
export class Lexicon {
	readonly symptomIds: string[];
	readonly headSets: number[][];
	readonly #lemmas: Lemmas;
	readonly #trie: TermTrie;
	/** The words met so far. */
	readonly forms = new FormTable();
	// What is known of each form, in columns: an object for each makes reading twice as slow.
	#words: string[] = [];
	#lemmaOf: string[] = [];
	#bits = new Int32Array(INITIAL_FORMS);
	#roots: (TermNode | undefined)[] = [];
	#contexts = new Int32Array(INITIAL_FORMS);
	/** Bits of the kinds of the terms that begin with the form. */
	#kinds = new Uint8Array(INITIAL_FORMS);
	readonly #contractions: Map<string, string>;
	/** For each complaint its pairs, still packed, or body part -> symptom. */
	readonly #combinations: (string | Map<number, number>)[];
	readonly #firstGeneralPart: number;
	readonly #firstNearHead: number;

	constructor(compiled: CompiledLexicon) {
		const { symptomIds, partCount, headSets, cueMasks, contextMasks } = compiled;
		this.symptomIds = symptomIds;
		this.headSets = headSets;
		this.#firstGeneralPart = partCount - compiled.generalPartCount;
		this.#firstNearHead = compiled.headCount - compiled.nearHeadCount;
		this.#combinations = compiled.combinations.split("\n");
		this.#contractions = new Map(compiled.contractions);
		this.#lemmas = new Lemmas(compiled.words);
		this.#trie = new TermTrie(compiled.terms.split("\n"), [
			...symptomIds.map((_, value): TermValue => ({ kind: Kind.SYMPTOM, value })),
			...Array.from({ length: partCount }, (_, value): TermValue => ({ kind: Kind.PART, value })),
			...headSets.map((_, value): TermValue => ({ kind: Kind.HEAD, value })),
			...cueMasks.map((value): TermValue => ({ kind: Kind.CUE, value })),
			...contextMasks.map((value): TermValue => ({ kind: Kind.CONTEXT, value })),
		]);
	}

	/** To be called before a text is scanned: numbers of forms hold within one text. */
	beginText(): void {
		if (!this.forms.isFull) return;
		this.forms.clear();
		this.#words = [];
		this.#lemmaOf = [];
		this.#roots = [];
	}

	/** Adds a form that `forms` does not have, and returns its number; the parameters are those of `FormTable.find`. */
	addForm(letters: Uint16Array, length: number, hash: number): number {
		const form = this.forms.add(letters, length, hash);
		this.#describe(form, String.fromCharCode.apply(null, letters.subarray(0, length) as unknown as number[]));
		return form;
	}

	/** The base form of a form. */
	lemmaOf(form: number): string {
		return this.#lemmaOf[form] ?? "";
	}

	/** What this form says of the text: a mask of `Context`. */
	contextOf(form: number): number {
		return form === NONE ? 0 : (this.#contexts[form] as number);
	}

	/** The node of the terms that begin with this form, if there are any of these kinds (bits). */
	root(form: number, kinds: number): TermNode | undefined {
		return form !== NONE && ((this.#kinds[form] as number) & kinds) !== 0 ? this.#roots[form] : undefined;
	}

	/** The node after another word. */
	next(node: TermNode, form: number): TermNode | undefined {
		return form === NONE ? undefined : node.next(this.#lemmaOf[form] as string, this.#bits[form] as number);
	}

	/** What the words that lead to this node mean as a term of this kind; `form` is the last word, of a cue the first. `value * 2 + ambiguous`, or NONE. */
	meaning(kind: number, node: TermNode, form: number): number {
		return node.meaning(kind, this.#words[form] as string);
	}

	/** The symptom that a complaint (of this set) of a body part is, or NONE; `cost` is that of the way between them. */
	symptomOfPair(headSet: number, part: number, cost: number): number {
		for (const head of this.headSets[headSet] ?? []) {
			if (cost > NEAR && head >= this.#firstNearHead) continue;
			const symptom = this.#symptomsOf(head).get(part);
			if (symptom !== undefined) return symptom;
		}
		return NONE;
	}

	/** "Muscle", "skin", "body" and the like. */
	isGeneralPart(part: number): boolean {
		return part >= this.#firstGeneralPart;
	}

	/** True for "not" itself. */
	isNot(form: number): boolean {
		return form !== NONE && ((this.#kinds[form] as number) & NOT) !== 0;
	}

	/** True for "the" itself. */
	isThe(form: number): boolean {
		return this.#words[form] === "the";
	}

	/** "Can" before "not" -> "can't", or NONE. */
	contracted(form: number): number {
		const contraction = this.#contractions.get(this.#words[form] ?? "");
		return contraction === undefined ? NONE : this.#formOfWord(contraction);
	}

	#formOfWord(word: string): number {
		const letters = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
		const hash = letters.reduce(nextHash, 0);
		const known = this.forms.find(letters, letters.length, hash);
		return known === NONE ? this.addForm(letters, letters.length, hash) : known;
	}

	#describe(form: number, written: string): void {
		const word = this.#lemmas.withoutPossessive(written);
		const lemma = this.#lemmas.of(word);
		const root = this.#trie.root(lemma);
		this.#words.push(word);
		this.#lemmaOf.push(lemma);
		this.#roots.push(root);
		if (form === this.#contexts.length) {
			this.#contexts = doubled(this.#contexts, Int32Array);
			this.#bits = doubled(this.#bits, Int32Array);
			this.#kinds = doubled(this.#kinds, Uint8Array);
		}
		this.#bits[form] = bitOf(lemma);
		this.#contexts[form] = root?.contextsOf(word) ?? 0;
		this.#kinds[form] = (root?.kindsFrom ?? 0) | (word === "not" ? NOT : 0);
	}

	#symptomsOf(head: number): Map<number, number> {
		const known = this.#combinations[head] ?? "";
		if (typeof known !== "string") return known;
		const symptoms = new Map<number, number>();
		const numbers = known.split(" ").map((number) => Number.parseInt(number, 36));
		for (let at = 0; at + 1 < numbers.length; at += 2) symptoms.set(numbers[at] as number, numbers[at + 1] as number);
		this.#combinations[head] = symptoms;
		return symptoms;
	}
}
