import type { Detector } from "../detection/find-mentions";
import { JUDGED_LENGTH } from "../detection/page-context";
import type { TextRun } from "./text-blocks";

/** A page that was read whole is judged again when it has grown to this many times what it was judged by. */
const GROWN = 2;

/** An almost empty page is not judged again for every line it gains, in characters. */
const SHORTEST_SAMPLE = 300;

/** A run of text and the block it was read from. */
export interface ReadRun {
	run: TextRun;
	block: Element | ShadowRoot;
}

/** Has the page judged while it is read. Runs that may hold a mention wait for the verdict. */
export class PageJudge {
	readonly #detector: Detector;
	#waiting: ReadRun[] = [];
	/** How much text was surveyed, and how much of it the page was last judged by, in characters. */
	#surveyed = 0;
	#judgedBy = 0;
	/** How much of each text has been surveyed, in characters: one that only ticks must not outweigh the page. */
	readonly #surveyedOf = new WeakMap<Text, number>();

	constructor(detector: Detector) {
		this.#detector = detector;
	}

	/** True once enough text was surveyed; then nothing need be surveyed or wait any more. */
	get isSettled(): boolean {
		return this.#surveyed >= JUDGED_LENGTH;
	}

	/** True if `judge` is to be called as soon as there is nothing else to read. */
	get isDue(): boolean {
		return this.#waiting.length > 0 || (this.#judgedBy > 0 && this.#hasGrown);
	}

	/** Reads a run towards the verdict. True if it may hold a mention and waits. */
	survey(read: ReadRun): boolean {
		const { text, parts } = read.run;
		const node = parts[0]?.node as Text;
		const isNew = text.length >= (this.#surveyedOf.get(node) ?? 0) * GROWN;
		if (isNew) {
			this.#surveyedOf.set(node, text.length);
			this.#surveyed += text.length;
		}
		const waits = this.#detector.survey(text, isNew);
		if (waits) this.#waiting.push(read);
		return waits;
	}

	/** Judges the page if that is due. `ready` are the runs that waited, the first one last; `isOther`: what was read before was read as part of another kind of page. */
	judge(): { ready: ReadRun[]; isOther: boolean } {
		const isFirst = this.#judgedBy === 0;
		let isOther = false;
		if (isFirst || this.#hasGrown || this.isSettled) {
			if (isFirst) this.#detector.survey(document.title);
			this.#judgedBy = this.#surveyed;
			isOther = this.#detector.judge() && !isFirst;
		}
		const ready = this.#waiting.reverse();
		this.#waiting = [];
		return { ready, isOther };
	}

	/** Forgets what waits. */
	stop(): void {
		this.#waiting = [];
	}

	get #hasGrown(): boolean {
		return this.#surveyed >= Math.max(this.#judgedBy, SHORTEST_SAMPLE) * GROWN;
	}
}
