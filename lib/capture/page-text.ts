import { LONGEST_TEXT } from "./capture-limits";

/** One element of the page and where its text begins and ends in `PageText.text`. */
export interface PageElement {
	/** Local name; "form" also where the page hides the name of its form. */
	tag: string;
	/** Null for forms and the document: their attributes are never read. */
	node: Element | null;
	parent: PageElement | null;
	/** Its place in document order. */
	order: number;
	start: number;
	end: number;
	/** 1 to 6 inside a heading, otherwise 0. */
	headingLevel: number;
	/** True inside navigation, footer and side columns. */
	isAside: boolean;
	/** True inside elements whose text nobody reads. */
	isUnread: boolean;
	/** The nearest element around it that begins a line, or null if it begins one itself. */
	block: PageElement | null;
	/** How many items a list has so far. */
	items: number;
}

/** A line of text between two breaks, white space collapsed. */
export interface Line {
	text: string;
	start: number;
	end: number;
	block: PageElement;
	/** The item whose marker is printed before this line. */
	item: { element: PageElement; marker: string } | null;
}

/** The readable text of a page. */
export interface PageText {
	/** All lines, joined by line feeds, without list markers. */
	text: string;
	lines: Line[];
	/** In document order. */
	elements: PageElement[];
	/** False if the page has more elements than are read. */
	isWhole: boolean;
}

/** An attribute of the element, or null. */
export function attributeOf({ node }: PageElement, name: string): string | null {
	return node ? node.getAttribute(name) : null;
}

/** True if the line stands in the element. */
export function holds(element: PageElement, line: Line): boolean {
	return line.start >= element.start && line.end <= element.end;
}

/** The text of an element, one line each, items of lists with their marker as printed. */
export function textOf(page: PageText, element: PageElement): string {
	const first = firstLineFrom(page.lines, element.start);
	const texts: string[] = [];
	// What is longer than may be kept is not put together: 500 elements around one text would each hold all of it.
	const end = Math.min(element.end, element.start + 2 * LONGEST_TEXT);
	for (let index = first; index < page.lines.length; index++) {
		const line = page.lines[index] as Line;
		if (line.start >= end) break;
		const text = page.text.slice(Math.max(line.start, element.start), Math.min(line.end, end)).trim();
		if (text === "") continue;
		texts.push(line.item && line.item.element.order > element.order ? line.item.marker + text : text);
	}
	return texts.join("\n");
}

/** A line as printed, with the marker of its item. */
export function printed(line: Line): string {
	return (line.item?.marker ?? "") + line.text;
}

function firstLineFrom(lines: Line[], offset: number): number {
	let low = 0;
	let high = lines.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((lines[middle] as Line).end <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
