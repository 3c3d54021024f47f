import { suggestColumns } from "./csv-columns";
import { isBinary, textOf } from "./read-text";

/** A format of the records; a zip holds files of the others. */
export type TextFormat = "json" | "jsonl" | "csv" | "xml";

/** Bytes of a file's beginning that are looked at; enough for the first record of most files. */
export const HEAD_BYTES = 65_536;

const ZIP_SIGNATURES = [
	[0x50, 0x4b, 0x03, 0x04],
	// A zip without entries.
	[0x50, 0x4b, 0x05, 0x06],
];

/** Whether a file that begins like this is a zip. */
export function isZip(head: Uint8Array): boolean {
	return ZIP_SIGNATURES.some((signature) => signature.every((byte, index) => head[index] === byte));
}

/**
 * What a file holds, told by its beginning, and where that leaves a choice by its name.
 * `{ reason }` where it is none of the formats.
 */
export function textFormatOf(name: string, head: Uint8Array): TextFormat | { reason: string } {
	const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
	const start = textOf(head).trimStart();
	if (head.length === 0) return { reason: "is empty" };
	if (isBinary(head)) return { reason: "is no text file" };
	if (start === "") return { reason: "holds nothing but blanks" };
	if (start.startsWith("<")) return "xml";
	if (start.startsWith("[")) return "json";
	if (start.startsWith("{")) return isJsonLines(start, extension) ? "jsonl" : "json";
	if (extension === "csv" || extension === "tsv" || hasKnownHeader(start)) return "csv";
	return { reason: "is none of the formats that can be read: JSON, JSON Lines, CSV, MedQuAD XML or a zip of these" };
}

/** A first line that is a whole record means one record a line; one that holds the list of answers does not. */
function isJsonLines(start: string, extension: string): boolean {
	const isNamedSo = extension === "jsonl" || extension === "ndjson";
	const lineEnd = start.indexOf("\n");
	const firstLine = (lineEnd < 0 ? start : start.slice(0, lineEnd)).trim();
	try {
		const first: unknown = JSON.parse(firstLine);
		return !(typeof first === "object" && first !== null && "answers" in first);
	} catch {
		// Longer than the part that was looked at, or broken, unless it opens a document of many lines.
		return isNamedSo && !/^\{\s*("[^"]*"\s*:\s*[[{]?\s*)?$/.test(firstLine);
	}
}

function hasKnownHeader(start: string): boolean {
	const firstLine = start.slice(0, start.search(/[\r\n]|$/));
	const suggested = suggestColumns(firstLine.split(/[,;\t|]/).map((name) => name.replaceAll('"', "").trim()));
	return suggested.question !== undefined && suggested.answer !== undefined;
}
