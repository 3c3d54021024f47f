import { blockAround, isUnread, readBlock, type TextRun } from "./text-blocks";

/** So much of a post is handed on before the block and after it, in characters. */
const LONGEST_SIDE = 4_000;

/** Items longer than this are comments or answers of their own, not points of a list, in characters. */
const LONGEST_POINT = 200;

/**
 * The paragraphs of the post that a run belongs to: its block and the paragraphs and lists right beside it.
 * A heading, a quotation or anything else between them ends it, so that two people's posts stay apart.
 */
export function postAround(run: TextRun): string[] {
	const block = blockAround(run.parts[0]?.node as Text);
	// A page that rewrites its text leaves us the words as they were read.
	if (!block) return [run.text];
	const own = listOf(block) ?? block;
	if (own.textContent.length > 2 * LONGEST_SIDE) return [run.text];
	if (own instanceof ShadowRoot) return textsIn(own);
	return [
		...partsBeside(own, "previousElementSibling").reverse(),
		own,
		...partsBeside(own, "nextElementSibling"),
	].flatMap(textsIn);
}

/** The list that a block is a point of. */
function listOf(block: Element | ShadowRoot): Element | null {
	if (block instanceof ShadowRoot || block.localName !== "li" || block.textContent.length >= LONGEST_POINT) return null;
	return block.closest("ul,ol");
}

// From the block outwards: a book is one row of paragraphs.
function partsBeside(block: Element, direction: "previousElementSibling" | "nextElementSibling"): Element[] {
	const parts: Element[] = [];
	let left = LONGEST_SIDE;
	for (let part: Element | null = block; part && isParagraph(part); part = part[direction]) {
		if (part === block || isUnread(part) || !part.checkVisibility()) continue;
		left -= part.textContent.length;
		if (left < 0) break;
		parts.push(part);
	}
	return parts;
}

// Editors of posts write a paragraph as a bare `div`; one with a class is a post, a cell or a column.
function isParagraph({ localName, attributes }: Element): boolean {
	return /^(?:p|ul|ol|br)$/.test(localName) || (localName === "div" && attributes.length === 0);
}

function textsIn(block: Element | ShadowRoot): string[] {
	const { runs, blocks } = readBlock(block);
	const inside = blocks.filter((inner) => isParagraph(inner) || inner.localName === "li");
	return [...runs.map(({ text }) => text), ...inside.flatMap(textsIn)];
}
