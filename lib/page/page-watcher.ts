import type { Highlighter } from "./highlighter";
import type { PageScanner } from "./page-scanner";

/** Shortest wait between two batches of changes, in milliseconds: text that appears is marked well within half a second. */
const SHORTEST_PAUSE_MS = 100;

/** After a batch the watcher rests this many times as long as the batch took: at most 5 % of the main thread. */
const REST_FACTOR = 20;

/** Attributes that hide, show or open text for editing. */
const WATCHED_ATTRIBUTES = ["class", "style", "hidden", "open", "contenteditable", "role"];

/**
 * Keeps the underlines true while the page changes: reads new text, drops text
 * that is gone, looks again at text that may have become visible. Changes nothing
 * on the page, so it never answers to its own work.
 */
export class PageWatcher {
	readonly #observer: MutationObserver;
	readonly #scanner: PageScanner;
	readonly #highlighter: Highlighter;
	readonly #onChange: () => void;
	readonly #guard: (work: () => void) => void;
	#records: MutationRecord[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#pauseMs = SHORTEST_PAUSE_MS;

	/** `onChange` is called after each batch; batches run inside `guard`. */
	constructor(options: {
		scanner: PageScanner;
		highlighter: Highlighter;
		onChange: () => void;
		guard: (work: () => void) => void;
	}) {
		this.#scanner = options.scanner;
		this.#highlighter = options.highlighter;
		this.#onChange = options.onChange;
		this.#guard = options.guard;
		this.#observer = new MutationObserver((records) => this.#collect(records));
	}

	/** Starts to watch a document or shadow root. */
	watch(root: Document | ShadowRoot): void {
		this.#observer.observe(root, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true,
			attributeFilter: WATCHED_ATTRIBUTES,
		});
	}

	stop(): void {
		this.#observer.disconnect();
		clearTimeout(this.#timer);
		this.#records = [];
	}

	#collect(records: MutationRecord[]): void {
		for (const record of records) {
			if (record.type !== "attributes" || isOfEditing(record) || this.#scanner.hasHidden) this.#records.push(record);
		}
		if (this.#records.length > 0) this.#timer ??= setTimeout(() => this.#guard(() => this.#work()), this.#pauseMs);
	}

	#work(): void {
		this.#timer = undefined;
		const records = this.#records;
		this.#records = [];
		const start = performance.now();
		this.#apply(records);
		this.#onChange();
		this.#pauseMs = Math.max(SHORTEST_PAUSE_MS, (performance.now() - start) * REST_FACTOR);
	}

	#apply(records: MutationRecord[]): void {
		if (records.some((record) => record.removedNodes.length > 0)) {
			this.#highlighter.dropRemoved();
			this.#scanner.dropRemoved();
		}
		const added = new Set<Node>();
		for (const record of records) {
			if (record.type === "childList") {
				for (const node of record.addedNodes) added.add(node);
				if (record.removedNodes.length > 0) this.#rescanText(record.target);
			} else if (record.type === "characterData") {
				const text = record.target as Text;
				if (text.data.trim() === "") this.#highlighter.forget(text);
				this.#scanner.rescanAround(text);
			} else if (isOfEditing(record)) {
				this.#highlighter.forgetInside(record.target);
				this.#scanner.scan(record.target as Element);
			}
		}
		for (const node of added) this.#scanAdded(node);
		if (records.some((record) => record.type === "attributes")) this.#scanner.recheckHidden();
		this.#scanner.recheckShadowHosts();
	}

	#scanAdded(node: Node): void {
		if (!node.isConnected) return;
		if (node.nodeType === Node.ELEMENT_NODE) this.#scanner.scan(node as Element);
		else this.#scanner.rescanAround(node);
	}

	// What is left on both sides of removed text may now read as one line.
	#rescanText(target: Node): void {
		const inside = target.firstChild;
		if (inside) this.#scanner.rescanAround(inside);
	}
}

/** True for an attribute that opens text for editing, or closes it. */
function isOfEditing({ attributeName }: MutationRecord): boolean {
	return attributeName === "contenteditable" || attributeName === "role";
}
