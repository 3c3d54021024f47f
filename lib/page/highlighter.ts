import type { Mention } from "../detection/find-mentions";
import type { Settings } from "../settings";
import { areSamePlaces, fits, rangeOf } from "./static-ranges";
import type { TextRun } from "./text-blocks";

/** A mention where it stands on the page. */
export interface PageMention extends Mention {
	run: TextRun;
	/** Names it as long as it stands where it stands. */
	number: number;
}

/** The box, in CSS pixels of the viewport, that a card must not cover. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/**
 * Names in `CSS.highlights`, followed by the style of the line unless that is the dotted one.
 * Pages can read them, so which mention is in which depends on nothing but the page's
 * text and what the reader chose in the settings, which say so.
 */
const HIGHLIGHT_NAMES = ["symptom-present", "symptom-denied"];

/**
 * Underlines mentions without touching the page: custom highlights over static
 * ranges. Live ranges would make each change of the page's own DOM slower
 * (20 s for 1,000 removals with 50,000 ranges; see `docs/decisions/0002-highlights.md`).
 */
export class Highlighter {
	// Firefox does not let a content script iterate `CSS.highlights`, so ranges are kept here.
	readonly #ranges = new Map<PageMention, StaticRange[]>();
	readonly #mentionsOf = new WeakMap<Text, Set<PageMention>>();
	readonly #present = new Highlight();
	readonly #denied = new Highlight();
	/** Mentions that wait for `paint`. */
	readonly #unpainted = new Set<PageMention>();

	readonly #names: string[];
	#isRegistered = false;
	#changes = 0;

	/** With the style "none" nothing is drawn, and the mentions are there all the same. */
	constructor(style: Settings["underline"] = "dotted") {
		this.#names =
			style === "none" ? [] : HIGHLIGHT_NAMES.map((name) => (style === "dotted" ? name : `${name}-${style}`));
		for (const highlight of [this.#present, this.#denied]) highlight.type = "highlight";
	}

	/**
	 * Makes these the mentions of a run, to be underlined at the next `paint`. One that stands where it stood
	 * before stays the same object, so that an open card keeps its term while the
	 * text around it changes.
	 */
	show(run: TextRun, mentions: Mention[]): void {
		if (mentions.length === 0 && this.isEmpty) return;
		const before = this.#mentionsIn(run);
		for (const mention of mentions) {
			const ranges = mention.parts.map((part) => rangeOf(run, part));
			const same = before.find(
				({ symptomId, assertion }, index) =>
					symptomId === mention.symptomId &&
					assertion === mention.assertion &&
					areSamePlaces(this.#ranges.get(before[index] as PageMention) ?? [], ranges),
			);
			if (same) {
				before.splice(before.indexOf(same), 1);
				Object.assign(same, { ...mention, run });
			} else {
				this.#add({ ...mention, run, number: ++this.#changes }, ranges);
			}
		}
		for (const mention of before) this.#remove(mention);
	}

	/** Underlines the mentions that were added since the last time: each time the browser paints the page anew. */
	paint(): void {
		if (this.#unpainted.size === 0) return;
		if (!this.#isRegistered) this.#register();
		for (const mention of this.#unpainted) {
			for (const range of this.#ranges.get(mention) ?? []) this.#highlightOf(mention).add(range);
		}
		this.#unpainted.clear();
	}

	/** Takes the underlines off a text node. */
	forget(node: Text): void {
		for (const mention of [...(this.#mentionsOf.get(node) ?? [])]) this.#remove(mention);
	}

	/** Takes the underlines off all text inside an element. */
	forgetInside(root: Node): void {
		for (const mention of [...this.#ranges.keys()]) {
			if (mention.run.parts.some(({ node }) => root.contains(node))) this.#remove(mention);
		}
	}

	/** Drops the mentions whose text has left the page. */
	dropRemoved(): void {
		for (const [mention, ranges] of this.#ranges) {
			if (ranges.some(({ startContainer, endContainer }) => !startContainer.isConnected || !endContainer.isConnected)) {
				this.#remove(mention);
			}
		}
	}

	/** Removes every underline and the registry entry. */
	clear(): void {
		this.#present.clear();
		this.#denied.clear();
		this.#ranges.clear();
		this.#unpainted.clear();
		for (const name of this.#names) CSS.highlights.delete(name);
	}

	/** All mentions, in the order in which they were found. */
	get mentions(): PageMention[] {
		return [...this.#ranges.keys()];
	}

	/** The mention of this number; undefined if it is gone. */
	find(number: number): PageMention | undefined {
		return this.mentions.find((mention) => mention.number === number);
	}

	/** Grows with every mention that comes or goes. */
	get changes(): number {
		return this.#changes;
	}

	get isEmpty(): boolean {
		return this.#ranges.size === 0;
	}

	/**
	 * The mention under a point of the viewport and the line box of it that the
	 * point is in; undefined beside the words. Costs the same however many
	 * mentions there are (`highlightsFromPoint` grows with their number).
	 */
	mentionAt(x: number, y: number): { mention: PageMention; box: Box } | undefined {
		const roots = shadowRootsAt(x, y);
		const caret = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
		const candidates = caret ? [caret.offsetNode] : [];
		// Text that cannot be selected has no caret position; its element still lies under the point.
		const element = (roots.at(-1) ?? document).elementFromPoint(x, y);
		for (const node of new Set<Node>([...candidates, ...(element?.childNodes ?? [])])) {
			for (const mention of this.#mentionsOf.get(node as Text) ?? []) {
				const box = this.boxesOf(mention).find((line) => contains(line, x, y));
				if (box) return { mention, box };
			}
		}
		return undefined;
	}

	/** The line boxes of a mention; empty if its text has changed or is not drawn. */
	boxesOf(mention: PageMention): Box[] {
		const ranges = this.#ranges.get(mention) ?? [];
		if (!ranges.every(fits)) return [];
		return ranges.flatMap((fixed) => {
			const range = document.createRange();
			range.setStart(fixed.startContainer, fixed.startOffset);
			range.setEnd(fixed.endContainer, fixed.endOffset);
			return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
		});
	}

	/** The mentions that begin in a run, as far as its parts reach into their nodes. */
	#mentionsIn(run: TextRun): PageMention[] {
		return run.parts.flatMap(({ node, nodeOffset, start }, index) => {
			const next = run.parts[index + 1];
			const end = nodeOffset + (next?.start ?? run.text.length) - start;
			// What stood behind the end of a text that became shorter is gone as well.
			const last = end >= node.length ? Number.POSITIVE_INFINITY : end;
			return [...(this.#mentionsOf.get(node) ?? [])].filter((mention) => {
				const range = this.#ranges.get(mention)?.[0];
				return range?.startContainer === node && range.startOffset >= nodeOffset && range.startOffset < last;
			});
		});
	}

	#add(mention: PageMention, ranges: StaticRange[]): void {
		this.#ranges.set(mention, ranges);
		this.#unpainted.add(mention);
		for (const node of nodesBetween(mention)) {
			const mentions = this.#mentionsOf.get(node) ?? new Set();
			this.#mentionsOf.set(node, mentions.add(mention));
		}
	}

	#remove(mention: PageMention): void {
		const ranges = this.#ranges.get(mention);
		if (!ranges) return;
		if (!this.#unpainted.delete(mention)) {
			for (const range of ranges) this.#highlightOf(mention).delete(range);
		}
		this.#ranges.delete(mention);
		this.#changes++;
		for (const node of nodesBetween(mention)) this.#mentionsOf.get(node)?.delete(mention);
	}

	// Not before there is something to underline: a page without symptoms has neither a trace of us nor another paint.
	#register(): void {
		this.#isRegistered = true;
		const highlights = [this.#present, this.#denied];
		for (const [index, name] of this.#names.entries()) CSS.highlights.set(name, highlights[index] as Highlight);
	}

	#highlightOf({ assertion }: PageMention): Highlight {
		return assertion === "denied" ? this.#denied : this.#present;
	}
}

function nodesBetween({ run, start, end }: PageMention): Set<Text> {
	return new Set(
		run.parts
			.filter((part, index) => part.start < end && (run.parts[index + 1]?.start ?? run.text.length) > start)
			.map((part) => part.node),
	);
}

/** True if the point is in the box or on its edge. */
export function contains(box: Box, x: number, y: number): boolean {
	return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** The open shadow roots around the point, outermost first; the browser looks into no others. */
function shadowRootsAt(x: number, y: number): ShadowRoot[] {
	const roots: ShadowRoot[] = [];
	let root = document.elementFromPoint(x, y)?.shadowRoot;
	while (root && !roots.includes(root)) {
		roots.push(root);
		root = root.elementFromPoint(x, y)?.shadowRoot;
	}
	return roots;
}
