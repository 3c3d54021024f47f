import { attributeOf, holds, type Line, type PageElement, type PageText } from "./page-text";

/** What a line of the page belongs to. `label` is the line that opens a section. */
export type Part = "main" | "aside" | "label" | "similar" | "related" | "background" | "other";

const LABELS: [part: Part, pattern: RegExp][] = [
	[
		"similar",
		/^(?:similar|related|other|more) (?:q ?(?:&|and) ?a'?s?|questions?(?: (?:&|and) answers?)?|cases|consultations)\b/i,
	],
	["related", /^related (?:faqs?|topics?|conditions|keywords|articles)\b/i],
	[
		"other",
		/^(?:about (?:us|this (?:site|page|service)|the (?:author|doctor|site)|dr\b.*|our .*)|references|comments?(?: \(\d+\))?|share|advertisement|disclaimer|sources)$/i,
	],
	["background", /^(?:more info(?:rmation)?|further information|background(?: information)?|about .{2,})$/i],
];

/** Longest line that opens a section, in characters. */
const LONGEST_LABEL = 80;

/** Says of each line of the page which part it belongs to. */
export function assignParts(page: PageText): Part[] {
	let open: { part: Part; box: PageElement | null; level: number; isAside: boolean } | null = null;
	return page.lines.map((line, index) => {
		const previous = page.lines[index - 1];
		if (open?.box && !holds(open.box, line)) open = null;
		const part = labelOf(line);
		if (part && !(open && part === "background" && open.part !== "background")) {
			open = { part, box: boxOf(line, previous), level: line.block.headingLevel, isAside: line.block.isAside };
			return keepsLabel(line, part) ? part : "label";
		}
		if (open && !open.box && endsFlat(open, line, previous)) open = null;
		if (line.block.isAside && !open?.isAside) return "aside";
		return open?.part ?? "main";
	});
}

/** The element that a heading opens: the smallest around it with more text. Null where others' text stands before it there. */
export function boxOf(line: Line, previous: Line | undefined): PageElement | null {
	let box: PageElement | null = line.block;
	// An element that begins a line ends after the line feed.
	while (box && box.end <= line.end + 1) box = box.parent;
	if (!box || (previous && holds(box, previous)) || !box.parent || box.tag === "body" || box.tag === "html")
		return null;
	return box;
}

function labelOf(line: Line): Part | undefined {
	if (line.text.length > LONGEST_LABEL) return undefined;
	const found = LABELS.find(([, pattern]) => pattern.test(line.text))?.[0];
	if (!found) return undefined;
	// The title of the page says what the question is about.
	if (line.block.headingLevel > 0) return line.block.headingLevel === 1 ? undefined : found;
	// As a paragraph "About two weeks ago …" is prose.
	const isWhole = /^[^.,!?]{3,40}$/.test(line.text);
	return isWhole && (found === "similar" || found === "related" || /^more info/i.test(line.text)) ? found : undefined;
}

// "About the facial nerve" says what the text is about, "More info" says nothing.
function keepsLabel(line: Line, part: Part): boolean {
	return part === "background" && !/^(?:more|further|background)\b/i.test(line.text);
}

// Without an element of its own a section ends at the next heading of its rank, or where the page's margin begins.
function endsFlat(open: { level: number }, line: Line, previous: Line | undefined): boolean {
	const { headingLevel, isAside } = line.block;
	if (headingLevel > 0 && open.level > 0 && headingLevel <= open.level) return true;
	return previous !== undefined && isAside && !previous.block.isAside;
}

/** True for a line that is made to stand out as the title of something. */
export function isHeading({ block }: Line): boolean {
	return block.headingLevel > 0 || attributeOf(block, "role") === "heading";
}
