/**
 * The terms of all symptoms as the content script carries them.
 *
 * `entries` is a trie cut after its first word: one line for each first word,
 * `lip\t twitching=2|numbness=5`, that lists the rest of each term and the index
 * of its symptom in `symptomIds` (base 36). A rest may be empty: the word alone
 * is a term. Lines are turned into tries when a page first uses the word.
 */
export interface CompiledLexicon {
	symptomIds: string[];
	entries: string;
}

/** A node of the inflated trie. */
export interface TrieNode {
	symptomId: string | undefined;
	next: Map<string, TrieNode>;
}

/** The trie of all terms; reads the compiled table and inflates it a word at a time. */
export class Lexicon {
	readonly #symptomIds: string[];
	readonly #lines = new Map<string, string>();
	readonly #tries = new Map<string, TrieNode>();

	constructor(compiled: CompiledLexicon) {
		this.#symptomIds = compiled.symptomIds;
		for (const line of compiled.entries.split("\n")) {
			const tab = line.indexOf("\t");
			if (tab > 0) this.#lines.set(line.slice(0, tab), line.slice(tab + 1));
		}
	}

	/** The trie of terms that begin with this folded word, or undefined if there is none. */
	startingWith(word: string): TrieNode | undefined {
		const inflated = this.#tries.get(word);
		if (inflated) return inflated;
		const line = this.#lines.get(word);
		if (line === undefined) return undefined;
		const root: TrieNode = { symptomId: undefined, next: new Map() };
		for (const entry of line.split("|")) {
			const equals = entry.lastIndexOf("=");
			const symptomId = this.#symptomIds[Number.parseInt(entry.slice(equals + 1), 36)];
			nodeAt(root, entry.slice(0, equals)).symptomId = symptomId;
		}
		this.#tries.set(word, root);
		return root;
	}
}

function nodeAt(root: TrieNode, words: string): TrieNode {
	let node = root;
	for (const word of words === "" ? [] : words.split(" ")) {
		let next = node.next.get(word);
		if (!next) {
			next = { symptomId: undefined, next: new Map() };
			node.next.set(word, next);
		}
		node = next;
	}
	return node;
}
