import type { AnswerId } from "../../data/schema";

/** Longest id that is kept readable. */
const LONGEST_ID = 120;

/** Characters that may be replaced by a hyphen without two ids of one author becoming one, as good as ever. */
const PLAIN_ID = /^[a-z0-9\s_.:/#-]*$/i;

/**
 * An id that fits `answerIdSchema`, made from any text: lower case, hyphens for the
 * rest. What the hyphens would hide is kept as a hash, so other texts get other ids.
 */
export function answerIdFrom(text: string): AnswerId {
	const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	const readable = words.join("-");
	if (readable !== "" && readable.length <= LONGEST_ID && PLAIN_ID.test(text)) return readable as AnswerId;
	const hashed = [...words.slice(0, 3), hashOf(text).toString(36)].join("-");
	// The cut may fall on a hyphen, with which no id begins.
	return hashed.slice(-LONGEST_ID).replace(/^-/, "") as AnswerId;
}

/** The same id for the same question and answer, in whatever file they come. */
export function answerIdOf(question: string, answer: string): AnswerId {
	return `imported-${hashOf(`${question}\u0000${answer}`).toString(36)}` as AnswerId;
}

/**
 * Where each id of an import was met first. Of an id only its 53-bit hash is kept,
 * which holds 300,000 ids in about 20 MB; that two of them share a hash, and one is
 * wrongly called a duplicate, has a chance of 1 in 200,000.
 */
export class IdRegister {
	readonly #places = new Map<number, number>();

	/** Keeps the id and returns undefined, or returns the place where it was met before. */
	claim(id: string, at: { file: number; place: number }): { file: number; place: number } | undefined {
		const hash = hashOf(id);
		const known = this.#places.get(hash);
		if (known !== undefined) return { file: Math.floor(known / PLACES), place: known % PLACES };
		this.#places.set(hash, at.file * PLACES + at.place);
		return undefined;
	}
}

/** Places of one file that can be told apart: more than 1 GB has lines, and 2 ** 53 / 2 ** 32 files still fit. */
const PLACES = 2 ** 32;

/** A whole number below 2 ** 53. Two FNV-1a hashes with different primes, mixed at the end; not for secrets. */
export function hashOf(text: string): number {
	let low = 0x811c9dc5;
	let high = 0x1b873593;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		low = Math.imul(low ^ code, 0x01000193);
		high = Math.imul(high ^ code, 0x5bd1e995);
	}
	low = Math.imul(low ^ (high >>> 15), 0x2c1b3c6d);
	high = Math.imul(high ^ (low >>> 13), 0x297a2d39);
	low ^= high >>> 16;
	return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
