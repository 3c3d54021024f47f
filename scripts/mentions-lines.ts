import * as z from "zod";
import type { Assertion } from "../lib/detection/assertion";
import { Detector, type Mention, type TextRange } from "../lib/detection/find-mentions";
import { lowerBound } from "../lib/detection/word-ranges";
import { compiledLexicon } from "./content-plugin";
import { answerJsonLines } from "./json-lines";

const textLineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
const spanSchema = z.tuple([z.int().min(0), z.int().min(0)]);
const assertLineSchema = textLineSchema
	.extend({ spans: z.array(spanSchema) })
	.superRefine(({ text, spans }, context) => {
		spans.forEach(([start, end], index) => {
			if (start < end && end <= text.length) return;
			const message = `[${start}, ${end}] is not a stretch of the text, which has ${text.length} UTF-16 units`;
			context.addIssue({ code: "custom", path: ["spans", index], message });
		});
	});

/**
 * Reads JSONL from standard input and writes one line for each, in the same order.
 * A line is one whole page; a newline in its text begins a new block. With `--assert`
 * the assertion of given spans is written instead. Returns the exit code: a line that
 * is not as it should be is named on standard error, and ends the run with 1.
 */
export async function runMentions(options: string[]): Promise<number> {
	const unknown = options.find((option) => option !== "--assert");
	if (unknown !== undefined) {
		console.error(`Unknown option ${unknown}. The only one is --assert.`);
		return 1;
	}
	const detector = new Detector(compiledLexicon());
	return options.includes("--assert")
		? answerJsonLines(assertLineSchema, (line) => answerAssertions(detector, line))
		: answerJsonLines(textLineSchema, (line) => answerMentions(detector, line));
}

/** The line that is written for a line of text. */
export function answerMentions(detector: Detector, { id, text }: z.infer<typeof textLineSchema>): object {
	return {
		id,
		mentions: findPageMentions(detector, text).map(({ start, end, symptomId, assertion, parts }) => ({
			start,
			end,
			symptom: symptomId,
			assertion,
			...(parts.length > 1 ? { parts: parts.map((part) => [part.start, part.end]) } : {}),
		})),
	};
}

/** The mentions of a text that is a whole page, with offsets into that text; a newline begins a new block. */
export function findPageMentions(detector: Detector, text: string): Mention[] {
	detector.judgePage(text);
	const mentions: Mention[] = [];
	let offset = 0;
	for (const block of text.split("\n")) {
		for (const mention of detector.findMentions(block)) mentions.push(shifted(mention, offset));
		offset += block.length + 1;
	}
	return mentions;
}

/** The assertions of stretches of a text that is a whole page; cues do not reach over a newline. */
export function findPageAssertions(detector: Detector, text: string, spans: TextRange[]): Assertion[] {
	detector.judgePage(text);
	// Each block is read once, however many of the stretches begin in it.
	const indexesOf = new Map<number, number[]>();
	const blockStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
	spans.forEach(({ start }, index) => {
		const block = lowerBound(blockStarts.length, (at) => (blockStarts[at] as number) > start) - 1;
		const indexes = indexesOf.get(block);
		if (indexes) indexes.push(index);
		else indexesOf.set(block, [index]);
	});
	const assertions: Assertion[] = [];
	for (const [block, indexes] of indexesOf) {
		const from = blockStarts[block] as number;
		const to = (blockStarts[block + 1] ?? text.length + 1) - 1;
		const inBlock = indexes.map((index) => {
			const { start, end } = spans[index] as TextRange;
			return { start: start - from, end: Math.min(end, to) - from };
		});
		detector.assertionsOf(text.slice(from, to), inBlock).forEach((assertion, at) => {
			assertions[indexes[at] as number] = assertion;
		});
	}
	return assertions;
}

function shifted(mention: Mention, offset: number): Mention {
	const move = <T extends { start: number; end: number }>(range: T): T => ({
		...range,
		start: range.start + offset,
		end: range.end + offset,
	});
	return { ...move(mention), parts: mention.parts.map(move) };
}

function answerAssertions(detector: Detector, { id, text, spans }: z.infer<typeof assertLineSchema>): object {
	return {
		id,
		assertions: findPageAssertions(
			detector,
			text,
			spans.map(([start, end]) => ({ start, end })),
		),
	};
}
