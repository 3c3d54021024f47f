import { MOST_CUT_OFF } from "./capture-limits";
import { cleanText, comparable } from "./clean-text";
import { isHeading } from "./page-sections";
import { holds, type Line, type PageElement, type PageText, printed } from "./page-text";

const CUT_OFF = /\s*(?:…|\.{3}|\[…\]|\[\.{3}\])$/;

/** Fewer letters than this stand in more than one place of a page. */
const LEAST_BEGINNING = 24;

/** True if the text says of itself that it goes on: it ends in "…". */
export function isCutOff(text: string): boolean {
	return CUT_OFF.test(text);
}

/** So many letters tell one text of a page from all others. */
const LONGEST_BEGINNING = 200;

/**
 * Completes texts that were cut off: gives the text of the page that begins as the given
 * one does, up to the end of the element that holds it or the next heading. Null where
 * the page shows no more of it.
 */
export function completeFrom(page: PageText): (cutOff: string) => string | null {
	let texts: string[] | undefined;
	let left = MOST_CUT_OFF;
	return (cutOff) => {
		const beginning = comparable(cutOff.replace(CUT_OFF, ""));
		if (beginning.length < LEAST_BEGINNING || left-- <= 0) return null;
		texts ??= page.lines.map(({ text }) => comparable(text));
		const start = findBeginning(texts, beginning.slice(0, LONGEST_BEGINNING));
		const whole = textFrom(page.lines, start);
		return whole.length > beginning.length && !isCutOff(whole) ? whole : null;
	};
}

function findBeginning(texts: string[], beginning: string): number {
	return texts.findIndex((first, index) => {
		let text = first;
		for (let next = index + 1; text.length < beginning.length && beginning.startsWith(text); next++) {
			const more = texts[next];
			if (more === undefined) return false;
			text += ` ${more}`;
		}
		return text.startsWith(beginning);
	});
}

function textFrom(lines: Line[], start: number): string {
	const first = lines[start];
	if (!first) return "";
	const box = boxThatBeginsAt(first, lines[start - 1]);
	const texts = [printed(first)];
	for (let index = start + 1; index < lines.length; index++) {
		const line = lines[index] as Line;
		// An answer in bare paragraphs has no element of its own: its siblings belong to it.
		const isBeside = line.block.parent === box.parent && /^(?:p|ul|ol)$/.test(box.tag);
		if (isHeading(line) || !(holds(box, line) || isBeside)) break;
		texts.push(printed(line));
	}
	return cleanText(texts.join("\n"));
}

function boxThatBeginsAt(line: Line, previous: Line | undefined): PageElement {
	let box = line.block;
	for (let around = box.parent; around; around = around.parent) {
		if (around.tag === "body" || around.tag === "main" || around.tag === "html") break;
		if (previous && holds(around, previous)) break;
		box = around;
	}
	return box;
}
