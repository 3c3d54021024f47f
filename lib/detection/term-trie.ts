/** What a term stands for. A word may mean something of each kind: "burning" is a symptom and a complaint of a part. */
export const Kind = { SYMPTOM: 0, PART: 1, HEAD: 2, CUE: 3, CONTEXT: 4 } as const;

/** How many kinds there are. */
export const KINDS = 5;

/** No meaning. */
export const NONE = -1;

/** What a line of terms stands for. */
export interface TermValue {
	kind: number;
	value: number;
}

/** A place in the trie of terms: the words that lead here may be a term, and may go on. */
export class TermNode {
	/** Bits of the kinds that the words up to here are a term of. */
	kindsAt = 0;
	/** Bits of the kinds of all terms that go through here or end here. */
	kindsFrom = 0;
	/** Lemma -> the node after it; none at most ends of terms. */
	#next: Map<string, TermNode> | undefined;
	/** The bits of the lemmas in `#next`: most words go on no term, and asking a map takes ten times as long. */
	#bits = 0;
	/** Kind -> meaning: `value * 2`, plus 1 if the term is ambiguous. */
	readonly #meanings: number[] = [];
	/** Last word (of a cue: first) -> kind -> meaning, for terms of which only this form is meant. */
	#exact: Map<string, number[]> | undefined;
	/** Mask of what the word that leads here says of a text in any form. */
	#contexts = 0;
	/** The same for one form only. */
	#exactContexts: Map<string, number> | undefined;

	/** The node after another word, given by its lemma and the `bitOf` it. */
	next(lemma: string, bit: number): TermNode | undefined {
		return (this.#bits & bit) === 0 ? undefined : this.#next?.get(lemma);
	}

	/** What the words up to here mean as a term of this kind, or NONE; `word` is the last of them (of a cue: the first) as it stands in the text. */
	meaning(kind: number, word: string): number {
		return this.#exact?.get(word)?.[kind] ?? this.#meanings[kind] ?? NONE;
	}

	/** What the one word that leads here says of a text, written like that: a mask of `Context`. */
	contextsOf(word: string): number {
		return this.#contexts | (this.#exactContexts?.get(word) ?? 0);
	}

	/** The node after another word, which is made if there is none. */
	grow(lemma: string): TermNode {
		this.#next ??= new Map();
		const known = this.#next.get(lemma);
		if (known) return known;
		const node = new TermNode();
		this.#next.set(lemma, node);
		this.#bits |= bitOf(lemma);
		return node;
	}

	/** Makes the words up to here a term; if `exactWord` is given, only where that word is written like that. */
	end(kind: number, meaning: number, exactWord: string | undefined): void {
		this.kindsAt |= 1 << kind;
		if (exactWord === undefined) {
			this.#meanings[kind] = meaning;
			return;
		}
		this.#exact ??= new Map();
		const meanings = this.#exact.get(exactWord) ?? [];
		meanings[kind] = meaning;
		this.#exact.set(exactWord, meanings);
	}

	/** Adds to what the one word that leads here says of a text; if `exactWord` is given, only where it is written like that. */
	addContexts(mask: number, exactWord: string | undefined): void {
		if (exactWord === undefined) {
			this.#contexts |= mask;
			return;
		}
		this.#exactContexts ??= new Map();
		this.#exactContexts.set(exactWord, (this.#exactContexts.get(exactWord) ?? 0) | mask);
	}
}

/** One of 32 bits, by the ends of a lemma. */
export function bitOf(lemma: string): number {
	return 1 << (lemma.charCodeAt(0) + 5 * lemma.charCodeAt(lemma.length - 1));
}

/**
 * All terms by their words. Terms are unpacked when their first word is met on the
 * page: a page uses one in ten. `lines` are as `encode-terms.ts` writes them.
 */
export class TermTrie {
	/** First word -> its node, or the groups of its terms where they are still packed. */
	readonly #roots = new Map<string, TermNode | string>();
	readonly #values: TermValue[];

	constructor(lines: string[], values: TermValue[]) {
		this.#values = values;
		for (const [index, line] of lines.entries()) {
			if (line === "") continue;
			for (const group of line.split("|")) {
				const comma = group.indexOf(",");
				const first = comma === -1 ? group : group.slice(0, comma);
				const packed = this.#roots.get(first);
				const more = `${index}${comma === -1 ? "," : group.slice(comma)}`;
				this.#roots.set(first, packed === undefined ? more : `${packed}|${more}`);
			}
		}
	}

	/** The node of the terms that begin with a word, given by its lemma. */
	root(lemma: string): TermNode | undefined {
		const packed = this.#roots.get(lemma);
		if (typeof packed !== "string") return packed;
		const root = new TermNode();
		this.#roots.set(lemma, root);
		for (const group of packed.split("|")) {
			const rests = group.split(",");
			const value = this.#values[Number(rests[0])] as TermValue;
			for (let index = 1; index < rests.length; index++) addTerm(root, value, rests[index] as string);
		}
		return root;
	}
}

function addTerm(root: TermNode, { kind, value }: TermValue, rest: string): void {
	const isAmbiguous = rest.startsWith("?");
	const equals = rest.indexOf("=");
	const words = rest.slice(isAmbiguous ? 1 : 0, equals === -1 ? undefined : equals);
	const exactWord = equals === -1 ? undefined : rest.slice(equals + 1);
	if (words === "" && kind === Kind.CONTEXT) {
		root.addContexts(value, exactWord);
		return;
	}
	let node = root;
	node.kindsFrom |= 1 << kind;
	if (words !== "") {
		for (const word of words.split(" ")) {
			node = node.grow(word);
			node.kindsFrom |= 1 << kind;
		}
	}
	node.end(kind, value * 2 + (isAmbiguous ? 1 : 0), exactWord);
}
