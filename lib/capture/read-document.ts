import { isInline } from "../page/text-blocks";
import { MOST_ELEMENTS } from "./capture-limits";
import type { Line, PageElement, PageText } from "./page-text";

const UNREAD = new Set(
	"head script style noscript template textarea select datalist iframe object embed canvas video audio svg math".split(
		" ",
	),
);
const ASIDE = new Set(["nav", "footer", "aside", "navigation", "contentinfo", "complementary"]);
const ELEMENTS_AND_TEXTS = 1 | 4;

/** Reads all text of a document, in one pass that never recurses: pages nest 100,000 elements. */
export function readDocument(document: Document): PageText {
	const reader = new Reader();
	// Taken from the prototype, and walked with the walker's own methods: `<img name="createTreeWalker">` and
	// `<input name="firstChild">` in a form stand in for the property of that name, also in an inert document.
	const { createTreeWalker } = Object.getPrototypeOf(document) as Document;
	const walker = createTreeWalker.call(document, document, ELEMENTS_AND_TEXTS);
	let parent = reader.open(null, "#document", null);
	for (let node = walker.firstChild(); node && reader.page.elements.length <= MOST_ELEMENTS; ) {
		if (node.nodeType === 3) reader.addText((node as Text).data, parent);
		else {
			const element = reader.openNode(node as Element, parent);
			const inside = element.tag === "script" ? null : walker.firstChild();
			if (inside) {
				parent = element;
				node = inside;
				continue;
			}
			reader.close(element);
		}
		let next = walker.nextSibling();
		while (!next && walker.parentNode()) {
			reader.close(parent);
			parent = parent.parent ?? parent;
			next = walker.nextSibling();
		}
		node = next;
		if (!next) reader.page.isWhole = true;
	}
	for (let open: PageElement | null = parent; open; open = open.parent) reader.close(open);
	return reader.finish();
}

class Reader {
	readonly page: PageText = { text: "", lines: [], elements: [], isWhole: false };
	#texts: string[] = [];
	/** Where the line that is being read begins in the text. */
	#lineStart = 0;
	#line = "";
	#lineBlock: PageElement | null = null;
	#item: Line["item"] = null;
	#lineItem: Line["item"] = null;

	openNode(node: Element, parent: PageElement): PageElement {
		// A form answers with its own input where the page named one "localName" or "getAttribute".
		const isForm = typeof node.localName !== "string" || node.localName === "form";
		return this.open(isForm ? null : node, isForm ? "form" : node.localName, parent);
	}

	open(node: Element | null, tag: string, parent: PageElement | null): PageElement {
		const isLine = node !== null && isInline(node);
		if (!isLine) this.#endLine();
		const heading = /^h([1-6])$/.exec(tag);
		const element: PageElement = {
			tag,
			node,
			parent,
			order: this.page.elements.length,
			start: this.#offset(),
			end: this.#offset(),
			headingLevel: heading ? Number(heading[1]) : (parent?.headingLevel ?? 0),
			isAside: parent?.isAside || ASIDE.has(tag) || ASIDE.has(node?.getAttribute("role") ?? ""),
			isUnread: parent?.isUnread || UNREAD.has(tag) || isHidden(node),
			block: isLine && parent ? blockAround(parent) : null,
			items: 0,
		};
		if (tag === "li" && parent) this.#item = { element, marker: markerIn(parent) };
		this.page.elements.push(element);
		return element;
	}

	close(element: PageElement): void {
		if (element.block === null) this.#endLine();
		element.end = this.#offset();
	}

	addText(data: string, parent: PageElement): void {
		if (parent.isUnread) return;
		const text = data.replace(/\s+/g, " ");
		if (this.#line === "") {
			const begin = text.trimStart();
			if (begin === "") return;
			this.#lineBlock = blockAround(parent);
			this.#lineItem = this.#item;
			this.#item = null;
			this.#line = begin;
		} else {
			this.#line += this.#line.endsWith(" ") ? text.trimStart() : text;
		}
	}

	finish(): PageText {
		this.page.text = this.#texts.join("\n");
		return this.page;
	}

	#offset(): number {
		return this.#lineStart + this.#line.length;
	}

	#endLine(): void {
		const text = this.#line.trimEnd();
		if (text === "" || !this.#lineBlock) return;
		const end = this.#lineStart + text.length;
		this.page.lines.push({ text, start: this.#lineStart, end, block: this.#lineBlock, item: this.#lineItem });
		this.#texts.push(text);
		this.#lineStart = end + 1;
		this.#line = "";
		this.#lineBlock = null;
	}
}

function blockAround(element: PageElement): PageElement {
	return element.block ?? element;
}

function isHidden(node: Element | null): boolean {
	const hidden = node?.getAttribute("hidden") ?? null;
	return hidden !== null && hidden !== "until-found";
}

// The browser prints numbers and bullets that do not stand in the text; "see point 3" needs them.
function markerIn(list: PageElement): string {
	list.items++;
	if (list.tag !== "ol") return "- ";
	const first = Number.parseInt(list.node?.getAttribute("start") ?? "", 10);
	return `${(Number.isNaN(first) ? 1 : first) + list.items - 1}. `;
}
