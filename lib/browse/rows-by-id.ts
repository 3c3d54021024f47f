import { Needed, REST_MS } from "./needed";

/** Rows that are kept; with them, memory does not grow however far somebody scrolls. */
const MOST_ROWS = 1_000;

/** Most rows that are read at once; what the background gives in one reply. */
const ROWS_AT_ONCE = 100;

/**
 * Rows of a list whose ids are known, read when somebody needs to see them. A row that was read is shown until it is
 * read again, so that a list that changes does not flicker. `read` gives undefined if it cannot.
 */
export class RowsById<T extends { id: string }> {
	readonly #read: (ids: string[]) => Promise<readonly T[] | undefined>;
	readonly #onChange: () => void;
	/** In the order in which they were read. */
	readonly #rows = new Map<string, T>();
	/** Rows that are on show. */
	readonly #needed = new Needed<string>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(read: (ids: string[]) => Promise<readonly T[] | undefined>, onChange: () => void) {
		this.#read = read;
		this.#onChange = onChange;
	}

	/** Rows that come along with the list. */
	static readonly firstCount = 50;

	/** A row, undefined as long as it has not been read. */
	rowOf(id: string): T | undefined {
		return this.#rows.get(id);
	}

	/** Sees to it that a row is read, until the returned function is called. */
	need(id: string): () => void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#readRows((needed) => !this.#rows.has(needed)), REST_MS);
		return this.#needed.add(id);
	}

	/** Takes rows that came with a new list, forgets what is not on show, and reads once more what is. */
	async refresh(rows: readonly T[]): Promise<void> {
		for (const id of [...this.#rows.keys()]) if (!this.#needed.has(id)) this.#rows.delete(id);
		this.#put(rows);
		const fresh = new Set(rows.map(({ id }) => id));
		await this.#readRows((id) => !fresh.has(id));
	}

	async #readRows(isWanted: (id: string) => boolean): Promise<void> {
		const ids = this.#needed.keys().filter(isWanted).slice(0, ROWS_AT_ONCE);
		if (ids.length === 0) return;
		const rows = await this.#read(ids);
		if (!rows) return;
		this.#put(rows);
		this.#onChange();
	}

	#put(rows: readonly T[]): void {
		for (const row of rows) {
			this.#rows.delete(row.id);
			this.#rows.set(row.id, row);
		}
		for (const id of [...this.#rows.keys()]) {
			if (this.#rows.size <= MOST_ROWS) break;
			if (!this.#needed.has(id)) this.#rows.delete(id);
		}
	}
}
