import { Needed, REST_MS } from "./needed";

/** Rows that are read at once: two screens of them. */
const PAGE_ROWS = 50;

/** Pages that are kept; with them, memory does not grow however far somebody scrolls. */
const MOST_PAGES = 20;

/**
 * Rows of a long list, read page by page when somebody needs to see them. `read` gives
 * a stretch of rows, undefined if it cannot; `onChange` is called when there are more. `firstRows`
 * are there from the beginning: whole pages, or all there are.
 */
export class RowPages<T> {
	readonly #read: (first: number, count: number) => Promise<readonly T[] | undefined>;
	readonly #onChange: () => void;
	/** In the order in which they were read. */
	readonly #pages = new Map<number, readonly T[]>();
	/** Pages of which rows are on show. */
	readonly #needed = new Needed<number>();
	readonly #reading = new Set<number>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		read: (first: number, count: number) => Promise<readonly T[] | undefined>,
		onChange: () => void,
		firstRows: readonly T[] = [],
	) {
		this.#read = read;
		this.#onChange = onChange;
		for (let first = 0; first < firstRows.length; first += PAGE_ROWS) {
			this.#pages.set(pageOf(first), firstRows.slice(first, first + PAGE_ROWS));
		}
	}

	/** Rows to begin with, unless all are there: a whole page. */
	static readonly firstCount = PAGE_ROWS;

	/** A row, undefined as long as it has not been read. */
	rowAt(index: number): T | undefined {
		return this.#pages.get(pageOf(index))?.[index % PAGE_ROWS];
	}

	/** Sees to it that a row is read, until the returned function is called. */
	need(index: number): () => void {
		this.#schedule();
		return this.#needed.add(pageOf(index));
	}

	/** Reads what is on show once more. */
	async reload(): Promise<void> {
		for (const page of [...this.#pages.keys()]) if (!this.#needed.has(page)) this.#pages.delete(page);
		await Promise.all(this.#needed.keys().map((page) => this.#readPage(page)));
	}

	#schedule(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			for (const page of this.#needed.keys()) {
				if (!this.#pages.has(page) && !this.#reading.has(page)) void this.#readPage(page);
			}
		}, REST_MS);
	}

	async #readPage(page: number): Promise<void> {
		this.#reading.add(page);
		const rows = await this.#read(page * PAGE_ROWS, PAGE_ROWS);
		this.#reading.delete(page);
		if (!rows) return;
		this.#pages.delete(page);
		this.#pages.set(page, rows);
		for (const old of [...this.#pages.keys()]) {
			if (this.#pages.size <= MOST_PAGES) break;
			if (!this.#needed.has(old)) this.#pages.delete(old);
		}
		this.#onChange();
	}
}

function pageOf(index: number): number {
	return Math.floor(index / PAGE_ROWS);
}
