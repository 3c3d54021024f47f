import type { CapturedPage } from "./capture-page";

/** Longest capture, in characters. Pages are 0.2 to 1.6 million with their scripts and a tenth of that without; 2 million cross a message in a few milliseconds. */
export const LARGEST_CAPTURE = 2_000_000;

/**
 * The page as HTML, at most `limit` characters, without scripts (other than JSON-LD), styles, frames, pictures,
 * comments and whatever is typed into it. It is taken from a copy in a document that runs and loads nothing.
 */
export function captureHtml(page: Document, limit = LARGEST_CAPTURE): string {
	// A copy inside the page's own document would load its pictures again and run its custom elements.
	const copy = new DOMParser().parseFromString("", "text/html");
	const root = copy.importNode(page.documentElement, true);
	// A `t` stands in "true" and "plaintext-only", not in "false": these bytes are in every page.
	for (const left of root.querySelectorAll(
		'script:not([type*="ld+json"i]),style,iframe,noscript,svg,img,input,textarea,select,[contenteditable=""],[contenteditable*=t]',
	)) {
		left.remove();
	}
	// 128 is NodeFilter.SHOW_COMMENT.
	const comments = copy.createNodeIterator(root, 128);
	for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) (comment as Comment).remove();
	copy.body.append(root);
	return copy.body.getHTML().slice(0, limit);
}

/** The page in a window, as it is now, with what is selected in it. */
export function captureWindow(view: Window): CapturedPage {
	return {
		html: captureHtml(view.document),
		url: view.location.href,
		title: view.document.title,
		selection: String(view.getSelection() ?? ""),
		capturedAt: Date.now(),
	};
}
