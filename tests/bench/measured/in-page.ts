import { lexicon, shownSymptoms } from "virtual:lexicon";
import { Detector } from "../../../lib/detection/find-mentions";
import { MentionChooser } from "../../../lib/page/choose-mentions";
import { Highlighter } from "../../../lib/page/highlighter";
import { PageScanner } from "../../../lib/page/page-scanner";
import { isUnread } from "../../../lib/page/text-blocks";
import { DEFAULT_SETTINGS } from "../../../lib/settings";

/** What is called in a page; a page has no other way to it than a global. */
export interface InPage {
	scan: (isPieceByPiece: boolean) => Scan;
	walk: (asksVisibility: boolean) => Walk;
	walkBare: () => Walk;
}

/** One reading of the whole document, in milliseconds. */
export interface Scan {
	ms: number;
	/** Each slice of work in its order, the call that starts it all first; one block or one run if they were that short. */
	slices: number[];
	/** Underlined ranges. */
	ranges: number;
}

/** One walk over the text of the document, in milliseconds. */
export interface Walk {
	ms: number;
	characters: number;
	sum: number;
}

const detector = new Detector(lexicon);

/** Has the scanner of the product read the document without a pause, in slices as usual or one piece in each. */
export function scan(isPieceByPiece: boolean): Scan {
	let waiting: IdleRequestCallback | undefined;
	window.requestIdleCallback = (callback) => {
		waiting = callback;
		return 1;
	};
	const highlighter = new Highlighter();
	const scanner = new PageScanner({
		detector,
		chooser: new MentionChooser(shownSymptoms, DEFAULT_SETTINGS),
		isHealthOnly: false,
		highlighter,
		onShadowRoot: (root) => scanner.scan(root),
		onWork: () => {},
		guard: (work) => work(),
	});
	const deadline: IdleDeadline = { didTimeout: false, timeRemaining: () => (isPieceByPiece ? 0 : 50) };
	const slices: number[] = [];
	const start = performance.now();
	scanner.scan(document.documentElement);
	let before = performance.now();
	slices.push(before - start);
	while (waiting) {
		const work = waiting;
		waiting = undefined;
		work(deadline);
		const now = performance.now();
		slices.push(now - before);
		before = now;
	}
	const ms = performance.now() - start;
	let ranges = 0;
	for (const [name, highlight] of CSS.highlights) if (name.startsWith("symptom-")) ranges += highlight.size;
	scanner.stop();
	highlighter.clear();
	return { ms, slices, ranges };
}

/** Touches every character of the text that the product reads, by a tree walker with the same rules, and does nothing else. */
export function walk(asksVisibility: boolean): Walk {
	const start = performance.now();
	const walker = document.createTreeWalker(
		document.documentElement,
		NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
		(node) =>
			node.nodeType === Node.ELEMENT_NODE && isUnread(node as Element)
				? NodeFilter.FILTER_REJECT
				: NodeFilter.FILTER_ACCEPT,
	);
	let characters = 0;
	let sum = 0;
	let parent: Element | null = null;
	let isVisible = true;
	while (walker.nextNode()) {
		const node = walker.currentNode;
		if (node.nodeType !== Node.TEXT_NODE) continue;
		if (asksVisibility && node.parentElement !== parent) {
			parent = node.parentElement;
			isVisible = parent?.checkVisibility({ visibilityProperty: true }) ?? true;
		}
		if (!isVisible) continue;
		const { data } = node as Text;
		for (let at = 0; at < data.length; at++) sum = (sum + data.charCodeAt(at)) | 0;
		characters += data.length;
	}
	return { ms: performance.now() - start, characters, sum };
}

/** Visits every text node by a tree walker without any rule and asks only for its length: the least that reading a page can cost. */
export function walkBare(): Walk {
	const start = performance.now();
	const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
	let characters = 0;
	while (walker.nextNode()) characters += (walker.currentNode as Text).length;
	return { ms: performance.now() - start, characters, sum: 0 };
}
