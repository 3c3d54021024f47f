import { saturated, termWeight } from "./field-weights";
import { type PackedWords, packWords } from "./packed-words";
import { forEachPosting } from "./postings";
import { BlockWriter, type PostingsBlock, postingsIn } from "./postings-block";
import type { SearchDocument } from "./search-document";
import { LONGEST_WORD, searchWords, stemOf } from "./search-tokens";

/** What every query of a pack needs; small enough to be kept in memory. */
export interface SegmentSummary {
	documentCount: number;
	/** All tokens, with the number of each and the number of documents that hold it. */
	tokens: PackedWords;
	tokenNumbers: Uint32Array;
	documentCounts: Uint32Array;
	/** All words as written (folded), with the number of the token of each. */
	words: PackedWords;
	wordTokens: Uint32Array;
}

/** A pack as an inverted index. It never changes: another version of the pack is another segment. */
export interface Segment {
	summary: SegmentSummary;
	blocks: PostingsBlock[];
}

/** The token under which the answers about a symptom are found; no word of a text can spell it. */
export function symptomToken(symptomId: string): string {
	return `@${symptomId}`;
}

/** Most postings that are held in memory, nine bytes each: of some twenty thousand answers. */
const LARGEST_RUN = 2_000_000;

/**
 * Indexes a pack of any size in flat memory (single-pass in-memory indexing, see
 * https://nlp.stanford.edu/IR-book/html/htmledition/single-pass-in-memory-indexing-1.html):
 * what is full is taken away as a run, and in the end the runs are merged.
 */
export class SegmentBuilder {
	readonly #tokenOfWord = new Map<string, number>();
	readonly #numberOfToken = new Map<string, number>();
	readonly #counts: number[] = [];
	readonly #largestRun: number;
	#tokens: Uint32Array;
	#documents: Uint32Array;
	#weights: Uint8Array;
	#size = 0;
	#documentCount = 0;

	constructor(largestRun = LARGEST_RUN) {
		this.#largestRun = largestRun;
		this.#tokens = new Uint32Array(1_024);
		this.#documents = new Uint32Array(1_024);
		this.#weights = new Uint8Array(1_024);
	}

	get documentCount(): number {
		return this.#documentCount;
	}

	/** The number of different tokens so far. */
	get tokenCount(): number {
		return this.#counts.length;
	}

	/** True if the run has to be taken before more is added. */
	get isFull(): boolean {
		return this.#size >= this.#largestRun;
	}

	/** Adds the next document. */
	add({ title, question, replies, background, symptoms }: SearchDocument): void {
		const frequencies = new Map<number, number[]>();
		const lengths = [0, 0, 0, 0];
		[title, question, replies, background].forEach((text, field) => {
			for (const { word } of searchWords(text, sameWord)) {
				if (word.length > LONGEST_WORD) continue;
				lengths[field] = (lengths[field] ?? 0) + 1;
				const token = this.#tokenOf(word);
				const own = frequencies.get(token) ?? [0, 0, 0, 0];
				own[field] = (own[field] ?? 0) + 1;
				frequencies.set(token, own);
			}
		});
		for (const [token, own] of frequencies) this.#post(token, termWeight(own, lengths));
		new Set(symptoms).forEach((symptom) => {
			const rank = symptoms.indexOf(symptom);
			this.#post(this.#numberOf(symptomToken(symptom)), symptomWeight(rank));
		});
		this.#documentCount++;
	}

	/** The postings since the last call, by token; the builder holds none of them any more. */
	takeRun(): PostingsBlock[] {
		const order = this.#byToken();
		const blocks: PostingsBlock[] = [];
		const writer = new BlockWriter();
		let at = 0;
		for (let token = 0; token < this.#counts.length; token++) {
			const block = writer.add((postings) => {
				for (; at < order.length && this.#tokens[order[at] as number] === token; at++) {
					const place = order[at] as number;
					postings.add(this.#documents[place] as number, this.#weights[place] as number);
				}
			});
			if (block) blocks.push(block);
		}
		const rest = writer.finish();
		if (rest) blocks.push(rest);
		this.#size = 0;
		return blocks;
	}

	/** What the whole index knows of its words. */
	summarise(): SegmentSummary {
		const tokens = [...this.#numberOfToken.keys()].sort();
		const tokenNumbers = Uint32Array.from(tokens, (token) => this.#numberOfToken.get(token) ?? 0);
		const words = [...this.#tokenOfWord.keys()].sort();
		return {
			documentCount: this.#documentCount,
			tokens: packWords(tokens),
			tokenNumbers,
			documentCounts: tokenNumbers.map((number) => this.#counts[number] ?? 0),
			words: packWords(words),
			wordTokens: Uint32Array.from(words, (word) => this.#tokenOfWord.get(word) ?? 0),
		};
	}

	#tokenOf(word: string): number {
		let token = this.#tokenOfWord.get(word);
		if (token === undefined) {
			token = this.#numberOf(stemOf(word));
			this.#tokenOfWord.set(word, token);
		}
		return token;
	}

	#numberOf(token: string): number {
		let number = this.#numberOfToken.get(token);
		if (number === undefined) {
			number = this.#counts.length;
			this.#numberOfToken.set(token, number);
			this.#counts.push(0);
		}
		return number;
	}

	#post(token: number, weight: number): void {
		if (this.#size === this.#tokens.length) this.#grow();
		this.#tokens[this.#size] = token;
		this.#documents[this.#size] = this.#documentCount;
		this.#weights[this.#size] = weight;
		this.#size++;
		this.#counts[token] = (this.#counts[token] ?? 0) + 1;
	}

	#grow(): void {
		const enlarge = <T extends Uint32Array | Uint8Array>(full: T, larger: T): T => {
			larger.set(full);
			return larger;
		};
		const size = this.#tokens.length * 2;
		this.#tokens = enlarge(this.#tokens, new Uint32Array(size));
		this.#documents = enlarge(this.#documents, new Uint32Array(size));
		this.#weights = enlarge(this.#weights, new Uint8Array(size));
	}

	// A counting sort, which leaves the documents of each token in order.
	#byToken(): Uint32Array {
		const starts = new Uint32Array(this.#counts.length + 1);
		for (let place = 0; place < this.#size; place++) {
			const after = (this.#tokens[place] as number) + 1;
			starts[after] = (starts[after] as number) + 1;
		}
		for (let token = 1; token < starts.length; token++) {
			starts[token] = (starts[token] as number) + (starts[token - 1] as number);
		}
		const order = new Uint32Array(this.#size);
		for (let place = 0; place < this.#size; place++) {
			const token = this.#tokens[place] as number;
			const at = starts[token] as number;
			order[at] = place;
			starts[token] = at + 1;
		}
		return order;
	}
}

/** The index of a pack that fits into memory. */
export function buildSegment(documents: readonly SearchDocument[]): Segment {
	const builder = new SegmentBuilder(Number.POSITIVE_INFINITY);
	for (const document of documents) builder.add(document);
	return { summary: builder.summarise(), blocks: builder.takeRun() };
}

/**
 * Merges runs, given in the order in which they were taken, into blocks of whole
 * postings. Holds one block of each run.
 */
export async function* mergeRuns(
	tokenCount: number,
	runs: readonly AsyncIterator<PostingsBlock>[],
): AsyncGenerator<PostingsBlock> {
	const writer = new BlockWriter();
	const current = await Promise.all(runs.map(async (run) => (await run.next()).value as PostingsBlock | undefined));
	for (let token = 0; token < tokenCount; token++) {
		for (const [index, run] of runs.entries()) {
			const block = current[index];
			if (block && block.last < token) current[index] = (await run.next()).value as PostingsBlock | undefined;
		}
		const full = writer.add((postings) => {
			for (const block of current) {
				const own = block && postingsIn(block, token);
				if (own) forEachPosting(own, (document, weight) => postings.add(document, weight));
			}
		});
		if (full) yield full;
	}
	const rest = writer.finish();
	if (rest) yield rest;
}

/** How much the first, the second and every further symptom of an answer counts: authors name the main one first. */
function symptomWeight(rank: number): number {
	return saturated(MENTIONS_BY_RANK[rank] ?? FEWEST_MENTIONS);
}

/** A symptom weighs as a word that stands so often in the answer. */
const MENTIONS_BY_RANK = [8, 4];
const FEWEST_MENTIONS = 2;

const sameWord = (word: string) => word;
