/**
 * Where one token stands: for each document, in order, how far its number is from the
 * one before (seven bits a byte, the lowest first, the high bit for "more follows"), then
 * one byte for how much it weighs there.
 */
export type Postings = Uint8Array;

/** Weight of a token that could not stand for more. */
export const FULL_WEIGHT = 255;

/** Calls back for every document, in order, with the weight from 1 to 255. */
export function forEachPosting(postings: Postings, visit: (document: number, weight: number) => void): void {
	let document = -1;
	for (let at = 0; at < postings.length; ) {
		let gap = 0;
		let shift = 0;
		let byte: number;
		do {
			byte = postings[at++] as number;
			gap |= (byte & 0x7f) << shift;
			shift += 7;
		} while (byte > 0x7f);
		document += gap + 1;
		visit(document, postings[at++] as number);
	}
}

/** Writes postings of one token after another into one growing array. */
export class PostingsWriter {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;
	#last = -1;

	get length(): number {
		return this.#length;
	}

	/** Begins the postings of another token. */
	begin(): void {
		this.#last = -1;
	}

	/** Documents have to come in order. */
	add(document: number, weight: number): void {
		if (this.#length + 8 > this.#bytes.length) {
			const larger = new Uint8Array(this.#bytes.length * 2);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		let gap = document - this.#last - 1;
		this.#last = document;
		while (gap > 0x7f) {
			this.#bytes[this.#length++] = (gap & 0x7f) | 0x80;
			gap >>>= 7;
		}
		this.#bytes[this.#length++] = gap;
		this.#bytes[this.#length++] = weight;
	}

	/** All that was written since the last call. */
	take(): Uint8Array<ArrayBuffer> {
		const bytes = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		return bytes;
	}
}
