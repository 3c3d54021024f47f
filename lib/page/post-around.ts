import { blockAround, readBlock, type TextRun } from "./text-blocks";

/** More than the longest post is never handed on, in characters. */
const LONGEST_POST = 8_000;

/** Items longer than this are comments or answers of their own, not points of a list, in characters. */
const LONGEST_POINT = 200;

/**
 * The paragraphs of the post that a run belongs to: its block and the paragraphs and lists right beside it.
 * A heading, a quotation or anything else between them ends it, so that two people's posts stay apart.
 */
export function postAround(run: TextRun): string[] {
	const block = blockAround(run.parts[0]?.node as Text) as Element;
	const list = block.localName === "li" && block.textContent.length < LONGEST_POINT && block.closest("ul,ol");
	const own = list || block;
	const parts = [own];
	if (isParagraph(own)) {
		for (let next = own.nextElementSibling; next && isParagraph(next); next = next.nextElementSibling) parts.push(next);
		for (let last = own.previousElementSibling; last && isParagraph(last); last = last.previousElementSibling) {
			parts.unshift(last);
		}
	}
	const texts = parts.flatMap(textsIn);
	while (texts.join("").length > LONGEST_POST) texts.pop();
	return texts;
}

// Editors of posts write a paragraph as a bare `div`; one with a class is a post, a cell or a column.
function isParagraph({ localName, attributes }: Element): boolean {
	return /^(?:p|ul|ol|br)$/.test(localName) || (localName === "div" && attributes.length === 0);
}

function textsIn(block: Element): string[] {
	const { runs, blocks } = readBlock(block);
	return [...runs.map(({ text }) => text), ...blocks.flatMap(textsIn)];
}
