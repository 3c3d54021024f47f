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
	#meanings: Meanings = NO_MEANINGS;
	/** Last word (of a cue: first) -> what it means, for terms of which only this form is meant. */
	#exact: Map<string, Meanings> | undefined;
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
		const exact = this.#exact?.get(word);
		return (exact && meaningIn(exact, kind)) ?? meaningIn(this.#meanings, kind) ?? NONE;
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
			this.#meanings = this.#meanings.concat(kind, meaning);
			return;
		}
		this.#exact ??= new Map();
		this.#exact.set(exactWord, (this.#exact.get(exactWord) ?? NO_MEANINGS).concat(kind, meaning));
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

/**
 * Pairs of a kind and a meaning: `value * 2`, plus 1 if the term is ambiguous. An array by
 * kind would have room for twenty; a page unpacks some thousand nodes.
 */
type Meanings = readonly number[];

const NO_MEANINGS: Meanings = [];

function meaningIn(meanings: Meanings, kind: number): number | undefined {
	for (let at = 0; at < meanings.length; at += 2) if (meanings[at] === kind) return meanings[at + 1];
	return undefined;
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
	/** First word -> its node, or the numbers of the lines with its terms where they are still packed. */
	readonly #roots = new Map<string, TermNode | number | number[]>();
	readonly #lines: string[];
	readonly #values: TermValue[];

	constructor(lines: string[], values: TermValue[]) {
		this.#lines = lines;
		this.#values = values;
		for (const [index, line] of lines.entries()) {
			if (line === "") continue;
			for (const group of line.split("|")) {
				const comma = group.indexOf(",");
				const first = comma === -1 ? group : group.slice(0, comma);
				const known = this.#roots.get(first);
				if (known === undefined) this.#roots.set(first, index);
				else if (typeof known === "number") this.#roots.set(first, [known, index]);
				else (known as number[]).push(index);
			}
		}
	}

	/** The node of the terms that begin with a word, given by its lemma. */
	root(lemma: string): TermNode | undefined {
		const packed = this.#roots.get(lemma);
		if (packed === undefined || packed instanceof TermNode) return packed;
		const root = new TermNode();
		this.#roots.set(lemma, root);
		for (const index of [packed].flat()) {
			const rests = groupIn(this.#lines[index] as string, lemma).slice(lemma.length + 1);
			for (const rest of rests.split(",")) addTerm(root, this.#values[index] as TermValue, rest);
		}
		return root;
	}
}

/** The group of a line that begins with a word; it has one. */
function groupIn(line: string, first: string): string {
	const marked = `|${line}|`;
	const alone = marked.indexOf(`|${first}|`);
	const start = (alone === -1 ? marked.indexOf(`|${first},`) : alone) + 1;
	return marked.slice(start, marked.indexOf("|", start));
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
