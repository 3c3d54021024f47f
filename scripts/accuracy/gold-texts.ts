import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Mention, TextRange } from "../../lib/detection/find-mentions";

/** A symptom that somebody marked in a text. */
export interface GoldMention {
	start: number;
	end: number;
	parts?: [number, number][];
	type?: string;
	semantic?: string;
	negated?: boolean;
	concept?: string;
	alsoOk?: string[];
	assertion?: string;
	assertionAlsoOk?: string[];
	optional?: boolean;
}

/** A text of a gold set, offsets in UTF-16 units. */
export interface GoldDocument {
	id: string;
	text: string;
	mentions: GoldMention[];
	other?: { start: number; end: number; type: string }[] | undefined;
}

/** The lines of a gzipped JSONL file. */
export function readGoldLines<T>(path: string): T[] {
	const lines = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
	return lines.map((line) => JSON.parse(line) as T);
}

/** Reads a set of marked texts; offsets are turned from code points into UTF-16 units where they are not yet. */
export function readGoldTexts(path: string, isCodePoints = true): GoldDocument[] {
	const documents = readGoldLines<GoldDocument>(path);
	return isCodePoints ? documents.map(inUtf16) : documents;
}

function inUtf16(document: GoldDocument): GoldDocument {
	if (!/[\ud800-\udfff]/.test(document.text)) return document;
	const units = [0];
	for (const character of document.text) units.push((units.at(-1) as number) + character.length);
	const unit = (point: number) => units[point] ?? document.text.length;
	const convert = <T extends TextRange>(range: T): T => ({ ...range, start: unit(range.start), end: unit(range.end) });
	return {
		...document,
		mentions: document.mentions.map((mention) => ({
			...convert(mention),
			...(mention.parts ? { parts: mention.parts.map(([from, to]): [number, number] => [unit(from), unit(to)]) } : {}),
		})),
		other: document.other?.map(convert),
	};
}

/** The stretches of text that a mark of the set covers. */
export function partsOf({ start, end, parts }: Pick<GoldMention, "start" | "end" | "parts">): TextRange[] {
	return parts ? parts.map(([from, to]) => ({ start: from, end: to })) : [{ start, end }];
}

/** True if a mention shares a letter with one of the stretches. */
export function touches(mention: Pick<Mention, "parts">, parts: TextRange[]): boolean {
	return mention.parts.some((part) => parts.some((other) => part.start < other.end && other.start < part.end));
}
