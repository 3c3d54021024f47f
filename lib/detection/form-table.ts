/** A longer word is none of ours; its further letters are not kept. */
export const LONGEST_WORD = 40;

/** More different words than a page of ordinary length has; between texts a fuller table is emptied. */
const MOST_KEPT = 1 << 16;

/** Slots per form, so that a free one is near. */
const SLOTS_PER_FORM = 2;

/**
 * Numbers for the different words met in texts. Words are compared letter by letter
 * where they stand: making a string of every word of a page takes several times as long.
 */
export class FormTable {
	size = 0;
	#letters = new Uint16Array(1 << 13);
	/** Form -> where its letters begin; those of the next form begin where they end. */
	#offsets = new Int32Array((1 << 10) + 1);
	/** Hash -> form + 1; 0 where there is none. */
	#slots = new Int32Array(SLOTS_PER_FORM << 10);

	/** True if so many words were met that it is time for `clear`. */
	get isFull(): boolean {
		return this.size > MOST_KEPT;
	}

	/** Forgets all words. */
	clear(): void {
		this.size = 0;
		this.#slots.fill(0);
	}

	/** The number of the word whose letters are the first `length` of `letters`, or -1. `hash` is their rolling `nextHash` from 0. */
	find(letters: Uint16Array, length: number, hash: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
			const form = (slots[slot] as number) - 1;
			if (form === -1) return -1;
			const start = this.#offsets[form] as number;
			if ((this.#offsets[form + 1] as number) - start !== length) continue;
			let at = 0;
			while (at < length && this.#letters[start + at] === letters[at]) at++;
			if (at === length) return form;
		}
	}

	/** Adds a word that is not there yet, and returns its number. */
	add(letters: Uint16Array, length: number, hash: number): number {
		const form = this.size;
		const start = this.#offsets[form] as number;
		while (start + length > this.#letters.length) this.#letters = doubled(this.#letters, Uint16Array);
		for (let at = 0; at < length; at++) this.#letters[start + at] = letters[at] as number;
		this.#offsets[form + 1] = start + length;
		this.#fill(form, hash);
		this.size++;
		if (this.size * SLOTS_PER_FORM >= this.#slots.length) this.#grow();
		return form;
	}

	#fill(form: number, hash: number): void {
		const mask = this.#slots.length - 1;
		let slot = slotOf(hash) & mask;
		while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
		this.#slots[slot] = form + 1;
	}

	#grow(): void {
		this.#offsets = doubled(this.#offsets, Int32Array);
		this.#slots = new Int32Array(this.#slots.length * 2);
		for (let form = 0; form < this.size; form++) {
			let hash = 0;
			for (let at = this.#offsets[form] as number; at < (this.#offsets[form + 1] as number); at++) {
				hash = nextHash(hash, this.#letters[at] as number);
			}
			this.#fill(form, hash);
		}
	}
}

// Unknown beforehand, so that no page can choose words that all fall into one slot.
const MULTIPLIER = Math.floor(Math.random() * 2 ** 31) * 2 + 1;

/** The rolling hash of a word's letters. */
export function nextHash(hash: number, code: number): number {
	return (Math.imul(hash, MULTIPLIER) + code) | 0;
}

// The low bits of the rolling hash alone would put words on the same ending side by side.
function slotOf(hash: number): number {
	return hash ^ (hash >>> 15);
}

/** A column with the same content and twice the room. */
export function doubled<Column extends Uint8Array | Uint16Array | Int32Array>(
	column: Column,
	Type: new (size: number) => Column,
): Column {
	const larger = new Type(column.length * 2);
	larger.set(column);
	return larger;
}
