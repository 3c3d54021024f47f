/**
 * Reads the text of a page block by block. A block is an element that starts a
 * new line of text; its runs are the stretches of text between the blocks inside
 * it. Element names decide, because asking for computed styles makes the browser
 * lay the page out again.
 */

/** A stretch of readable text and the text nodes it is made of. */
export interface TextRun {
	text: string;
	parts: TextPart[];
}

interface TextPart {
	node: Text;
	/** Where in the node this part begins; more than 0 only in very long nodes. */
	nodeOffset: number;
	/** Where in the run this part begins. */
	start: number;
}

/** What stands in one block: its own runs, the blocks inside it and the open shadow roots met on the way. */
export interface BlockContent {
	runs: TextRun[];
	blocks: Element[];
	shadowRoots: ShadowRoot[];
}

/** Elements that stand inside a line of text. Everything else, custom elements too, begins a block. */
const INLINE_ELEMENTS = new Set(
	(
		"a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s small span strike strong " +
		"sub sup time tt u wbr"
	).split(" "),
);

/** Elements whose text is typed, drawn or computed, not read as prose. Local names: `tagName` is in capitals in HTML only, not in XHTML. */
const UNREAD_ELEMENTS = new Set(
	(
		"script style noscript template textarea input select option datalist code kbd samp var canvas iframe object " +
		"video audio head svg math"
	).split(" "),
);
const TYPED_ROLES = new Set(["textbox", "searchbox", "combobox"]);

/** Code editors that draw what is typed into plain elements, and `pre` that holds coloured source code. */
const CODE_CLASSES =
	/(?:^|[\s_-])(?:CodeMirror|cm-editor|monaco-editor|ace_editor|hljs|prettyprint|language-\w+|highlight-source)/;

/** A longer text node is read in pieces of about this many characters, so that no piece holds the page up. */
const LONGEST_PIECE = 20_000;

/** Deeper nesting than this is no line of text; it is read as a block of its own, which also spares the call stack. */
const DEEPEST_INLINE = 64;

/** True if the element and everything around it may be read. */
export function isReadable(element: Element): boolean {
	if (element.ownerDocument.designMode === "on") return false;
	for (let around: Element | null = element; around; around = parentAcrossShadow(around)) {
		if (isUnread(around)) return false;
	}
	return true;
}

/** The nearest block around a node: an element, or the shadow root it stands in. */
export function blockAround(node: Node): Element | ShadowRoot | undefined {
	for (let parent = node.parentNode; parent; parent = parent.parentNode) {
		if (isShadowRoot(parent)) return parent;
		if (isElement(parent) && !isInline(parent)) return parent;
	}
	return undefined;
}

/** True for elements that stand inside a line of text. */
export function isInline(element: Element): boolean {
	return INLINE_ELEMENTS.has(element.localName);
}

/** Reads one block without going into the blocks inside it; those are listed for the caller to read in turn. */
export function readBlock(block: Element | ShadowRoot): BlockContent {
	const reader = new BlockReader();
	if (isElement(block) && block.shadowRoot) reader.content.shadowRoots.push(block.shadowRoot);
	reader.readInside(block, 0);
	reader.endRun();
	return reader.content;
}

class BlockReader {
	readonly content: BlockContent = { runs: [], blocks: [], shadowRoots: [] };
	#text = "";
	#parts: TextPart[] = [];

	endRun(): void {
		if (this.#parts.length === 0) return;
		if (this.#text.trim() !== "") this.content.runs.push({ text: this.#text, parts: this.#parts });
		this.#text = "";
		this.#parts = [];
	}

	readInside(parent: Node, depth: number): void {
		for (let node = parent.firstChild; node; node = node.nextSibling) {
			if (node.nodeType === Node.TEXT_NODE) this.#readText(node as Text);
			else if (!isElement(node)) continue;
			else if (isUnread(node)) this.endRun();
			else if (!isInline(node) || depth > DEEPEST_INLINE) {
				this.endRun();
				this.content.blocks.push(node);
			} else {
				if (node.shadowRoot) this.content.shadowRoots.push(node.shadowRoot);
				this.readInside(node, depth + 1);
			}
		}
	}

	#readText(node: Text): void {
		const { data } = node;
		for (let offset = 0; offset < data.length; ) {
			const end = endOfPiece(data, offset);
			if (this.#text.length > 0 && this.#text.length + end - offset > LONGEST_PIECE) this.endRun();
			this.#parts.push({ node, nodeOffset: offset, start: this.#text.length });
			this.#text += offset === 0 && end === data.length ? data : data.slice(offset, end);
			offset = end;
		}
	}
}

/** Where in the window to look for text that a reader sees, as shares of its width and height. */
const COLUMNS_IN_VIEW = [0.3, 0.5, 0.7];
const ROWS_IN_VIEW = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85];

/** Blocks that stand in the window now, from its top; not all of them, but those that fill it. */
export function blocksInView(): (Element | ShadowRoot)[] {
	const blocks = ROWS_IN_VIEW.flatMap((row) =>
		COLUMNS_IN_VIEW.flatMap((column) => {
			const element = document.elementFromPoint(innerWidth * column, innerHeight * row);
			const block = element && (isInline(element) ? blockAround(element) : element);
			return block ? [block] : [];
		}),
	);
	return [...new Set(blocks)];
}

/** The node and offset at which a character of the run stands. */
export function positionInRun({ parts }: TextRun, offset: number): { node: Text; offset: number } {
	// A run has at least one part, and its first begins at 0.
	const part = parts.findLast(({ start }) => start <= offset) as TextPart;
	return { node: part.node, offset: part.nodeOffset + offset - part.start };
}

/** True for an element whose text is typed, code or no text of the page. */
export function isUnread(element: Element): boolean {
	if (UNREAD_ELEMENTS.has(element.localName)) return true;
	if (!element.hasAttributes()) return false;
	const editable = element.getAttribute("contenteditable");
	if (editable !== null && editable !== "false") return true;
	const role = element.getAttribute("role");
	if (role !== null && TYPED_ROLES.has(role)) return true;
	const classes = element.getAttribute("class");
	return classes !== null && CODE_CLASSES.test(classes);
}

// A cut between words keeps terms whole; only text without any space is cut anywhere.
function endOfPiece(data: string, from: number): number {
	if (data.length - from <= LONGEST_PIECE) return data.length;
	const space = data.lastIndexOf(" ", from + LONGEST_PIECE);
	return space > from ? space : from + LONGEST_PIECE;
}

function parentAcrossShadow(element: Element): Element | null {
	if (element.parentElement) return element.parentElement;
	const root = element.getRootNode();
	return isShadowRoot(root) ? root.host : null;
}

function isElement(node: Node): node is Element {
	return node.nodeType === Node.ELEMENT_NODE;
}

function isShadowRoot(node: Node): node is ShadowRoot {
	return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}
