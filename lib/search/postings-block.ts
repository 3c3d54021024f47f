import { type Postings, PostingsWriter } from "./postings";

/**
 * Postings of tokens with neighbouring numbers, stored together: a row of the database
 * costs about as much to write as ten thousand bytes.
 */
export interface PostingsBlock {
	/** Number of the first and of the last token. */
	first: number;
	last: number;
	/** Where the postings of each end. */
	ends: Uint32Array;
	bytes: Uint8Array;
}

/** From this size on, in bytes, a block is full. */
const FULL_BLOCK = 16_384;

/** The postings of a token; undefined if the block does not hold it. */
export function postingsIn({ first, ends, bytes }: PostingsBlock, token: number): Postings | undefined {
	const place = token - first;
	if (place < 0 || place >= ends.length) return undefined;
	return bytes.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
}

/** Puts postings into blocks. Tokens have to come in the order of their numbers, without a gap. */
export class BlockWriter {
	readonly #writer = new PostingsWriter();
	#first = 0;
	#ends: number[] = [];

	constructor(first = 0) {
		this.#first = first;
	}

	/** Writes one token; returns the block that is full with it. */
	add(write: (writer: PostingsWriter) => void): PostingsBlock | undefined {
		this.#writer.begin();
		write(this.#writer);
		this.#ends.push(this.#writer.length);
		return this.#writer.length >= FULL_BLOCK ? this.finish() : undefined;
	}

	/** What is not in a full block; undefined if there is nothing. */
	finish(): PostingsBlock | undefined {
		if (this.#ends.length === 0) return undefined;
		const block = {
			first: this.#first,
			last: this.#first + this.#ends.length - 1,
			ends: Uint32Array.from(this.#ends),
			bytes: this.#writer.take(),
		};
		this.#first = block.last + 1;
		this.#ends = [];
		return block;
	}
}
