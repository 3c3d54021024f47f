import type { Detector } from "../detection/find-mentions";
import type { MentionChooser } from "./choose-mentions";
import type { Highlighter } from "./highlighter";
import { LateShadowRoots } from "./late-shadow-roots";
import { PageJudge, type ReadRun } from "./page-judge";
import {
	type BlockContent,
	blockAround,
	blocksInView,
	isInline,
	isReadable,
	positionInRun,
	readBlock,
	type TextRun,
} from "./text-blocks";

/** Longest stretch of work in one go, in milliseconds: half a frame, so that scrolling stays smooth. */
const SLICE_MS = 8;

/** Longest wait for an idle moment, in milliseconds: a busy page is still read, just later. */
const IDLE_TIMEOUT_MS = 1_000;

/** Underlines are put on the page together, at most so often, in milliseconds: each time the browser paints it anew. */
const SHOW_EVERY_MS = 100;

type Block = Element | ShadowRoot;

/**
 * Reads blocks of the page in idle slices, finds the mentions in them and hands
 * them to the highlighter. Hidden text is set aside and looked at again when
 * `recheckHidden` is called.
 */
export class PageScanner {
	readonly #detector: Detector;
	readonly #chooser: MentionChooser;
	readonly #isHealthOnly: boolean;
	readonly #highlighter: Highlighter;
	readonly #onShadowRoot: (root: ShadowRoot) => void;
	readonly #onWork: () => void;
	readonly #guard: (work: () => void) => void;
	/** Blocks to be read with everything inside them; the last is next. */
	#deep: Block[] = [];
	/** Blocks of which only their own text is to be read again; they go first, because a reader may be looking. */
	readonly #shallow = new Set<Block>();
	/** Runs that were read from the page, the last is next: a block may hold more than fits into a slice. */
	#runs: ReadRun[] = [];
	readonly #hidden = new Set<Block>();
	readonly #lateShadowRoots = new LateShadowRoots();
	#idleHandle: number | undefined;
	readonly #judge: PageJudge;
	/** Runs whose mentions can be looked for; the last is next. */
	#ready: ReadRun[] = [];
	#shownAt = 0;

	/** `onShadowRoot` gets every open shadow root that is met; `onWork` is called after each slice of work; all runs inside `guard`. */
	constructor(options: {
		detector: Detector;
		chooser: MentionChooser;
		/** Reads all pages, and shows the mentions of those that are about health. */
		isHealthOnly: boolean;
		highlighter: Highlighter;
		onShadowRoot: (root: ShadowRoot) => void;
		onWork: () => void;
		guard: (work: () => void) => void;
	}) {
		this.#detector = options.detector;
		this.#judge = new PageJudge(options.detector);
		this.#chooser = options.chooser;
		this.#isHealthOnly = options.isHealthOnly;
		this.#highlighter = options.highlighter;
		this.#onShadowRoot = options.onShadowRoot;
		this.#onWork = options.onWork;
		this.#guard = options.guard;
	}

	/** Queues an element and everything inside it. */
	scan(root: Block): void {
		if (!canBeRead(root)) return;
		if (root instanceof Element && isInline(root)) {
			this.rescanAround(root);
			this.#queueInside(root);
		} else {
			this.#deep.push(root);
			// A page that was not scrolled is read from what the reader sees anyway.
			if (root === document.documentElement && scrollY > 0) this.#readFirst(blocksInView());
		}
		this.#wake();
	}

	#readFirst(blocks: Block[]): void {
		for (const block of blocks) if (canBeRead(block)) this.#shallow.add(block);
	}

	/** Queues only the text that stands directly in the block around a node. */
	rescanAround(node: Node): void {
		const block = blockAround(node);
		if (!block || !canBeRead(block)) return;
		this.#shallow.add(block);
		this.#wake();
	}

	/** Looks again at text that was hidden when it was read. */
	recheckHidden(): void {
		for (const block of this.#hidden) if (canBeRead(block)) this.#shallow.add(block);
		this.#hidden.clear();
		this.#wake();
	}

	/** Forgets hidden text that has left the page: a tab that is never loaded anew would keep all it ever showed. */
	dropRemoved(): void {
		for (const block of this.#hidden) if (!block.isConnected) this.#hidden.delete(block);
	}

	/** Looks for shadow roots that were attached after their host had been read. */
	recheckShadowHosts(): void {
		for (const root of this.#lateShadowRoots.takeAttached()) this.#onShadowRoot(root);
	}

	get hasHidden(): boolean {
		return this.#hidden.size > 0;
	}

	/** Forgets what is queued. */
	stop(): void {
		if (this.#idleHandle !== undefined) cancelIdleCallback(this.#idleHandle);
		this.#idleHandle = undefined;
		this.#deep = [];
		this.#runs = [];
		this.#ready = [];
		this.#judge.stop();
		this.#shallow.clear();
		this.#hidden.clear();
	}

	get #hasWork(): boolean {
		const queued = this.#shallow.size + this.#deep.length + this.#runs.length + this.#ready.length;
		return queued > 0 || this.#judge.isDue;
	}

	#wake(): void {
		if (!this.#hasWork) return;
		this.#idleHandle ??= requestIdleCallback((deadline) => this.#guard(() => this.#work(deadline)), {
			timeout: IDLE_TIMEOUT_MS,
		});
	}

	#work(deadline: IdleDeadline): void {
		this.#idleHandle = undefined;
		const start = performance.now();
		const end = start + (deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, deadline.timeRemaining()));
		while (this.#readNext() && performance.now() < end);
		if (!this.#hasWork || start - this.#shownAt >= SHOW_EVERY_MS) {
			this.#highlighter.paint();
			this.#shownAt = start;
		}
		this.#onWork();
		this.#wake();
	}

	/** Does a small piece of work; false if there is none. */
	#readNext(): boolean {
		const ready = this.#ready.pop();
		if (ready) {
			this.#findMentions(ready);
			return true;
		}
		const read = this.#runs.pop();
		if (read) {
			if (this.#judge.isSettled) this.#findMentions(read);
			else this.#survey(read);
			return true;
		}
		for (const block of this.#shallow) {
			this.#shallow.delete(block);
			if (block.isConnected) this.#readOwnText(block);
			return true;
		}
		const block = this.#deep.pop();
		if (block) {
			if (block.isConnected) this.#queueInside(block, this.#readOwnText(block));
			return true;
		}
		if (!this.#judge.isDue) return false;
		this.#judgePage();
		return true;
	}

	// The last one pushed is read first, so the page is read from the top.
	#queueInside(block: Block, { blocks, shadowRoots } = readBlock(block)): void {
		// One by one: a call takes no hundred thousand arguments.
		for (const inner of blocks.reverse()) this.#deep.push(inner);
		for (const root of shadowRoots) this.#onShadowRoot(root);
	}

	#readOwnText(block: Block): BlockContent {
		const content = readBlock(block);
		if (block instanceof Element) this.#lateShadowRoots.note(block);
		for (const run of content.runs.toReversed()) this.#runs.push({ run, block });
		return content;
	}

	#survey(read: ReadRun): void {
		if (!this.#judge.survey(read)) this.#highlighter.show(read.run, []);
		if (this.#judge.isSettled) this.#judgePage();
	}

	#judgePage(): void {
		const { ready, isOther } = this.#judge.judge();
		if (isOther) this.scan(document.documentElement);
		this.#ready = [...this.#ready, ...ready];
	}

	#findMentions({ run, block }: ReadRun): void {
		const isRead = !this.#isHealthOnly || this.#detector.isHealthPage;
		const mentions = isRead ? this.#detector.findMentions(run.text) : [];
		const found = this.#chooser.wanted(mentions);
		const visible = found.filter(({ start }) => isVisible(run, start));
		if (visible.length < found.length) this.#hidden.add(block);
		this.#highlighter.show(run, this.#chooser.choose(run, block, visible));
	}
}

function canBeRead(block: Block): boolean {
	return block.isConnected && isReadable(block instanceof ShadowRoot ? block.host : block);
}

// Asked only of text that holds a mention: it makes the browser compute styles.
function isVisible(run: TextRun, offset: number): boolean {
	const { parentElement } = positionInRun(run, offset).node;
	return parentElement?.checkVisibility({ visibilityProperty: true }) ?? true;
}
