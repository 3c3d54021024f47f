/** Rows or pages of a list that are on show, each as often as somebody needs it. */
export class Needed<K> {
	readonly #counts = new Map<K, number>();

	/** One more needs it, until the returned function is called. */
	add(key: K): () => void {
		this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
		return () => {
			const left = (this.#counts.get(key) ?? 1) - 1;
			if (left > 0) this.#counts.set(key, left);
			else this.#counts.delete(key);
		};
	}

	/** True if anybody needs it. */
	has(key: K): boolean {
		return this.#counts.has(key);
	}

	/** All that is needed, in the order in which it came on show. */
	keys(): K[] {
		return [...this.#counts.keys()];
	}
}

/** Pause before what is needed is read, in milliseconds: a reader who flies past does not want it. */
export const REST_MS = 50;
