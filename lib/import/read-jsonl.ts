import type { Limits } from "./limits";
import type { RecordReader, RecordSink } from "./record-reader";

/**
 * JSON Lines: one record a line. Only a line feed ends a line (https://jsonlines.org);
 * U+2028 may stand inside a text. Blank lines are passed over.
 */
export function readJsonl(sink: RecordSink, { recordCharacters }: Limits): RecordReader {
	let line = 0;
	let pending = "";
	let isTooLong = false;

	function append(piece: string): void {
		if (isTooLong) return;
		pending += piece;
		if (pending.length > recordCharacters) {
			isTooLong = true;
			pending = "";
		}
	}

	function endLine(): void {
		line++;
		const text = pending.trim();
		if (isTooLong) {
			sink.fault({ place: line, reason: `is longer than ${recordCharacters.toLocaleString("en")} characters` });
		} else if (text !== "") {
			readLine(text, line, sink);
		}
		pending = "";
		isTooLong = false;
	}

	return {
		push(text) {
			let start = 0;
			for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
				append(text.slice(start, end));
				endLine();
				start = end + 1;
			}
			append(text.slice(start));
		},
		end: endLine,
	};
}

function readLine(text: string, line: number, sink: RecordSink): void {
	let record: unknown;
	try {
		record = JSON.parse(text);
	} catch {
		sink.fault({ place: line, reason: "is not valid JSON", text });
		return;
	}
	sink.record(record, line, () => text);
}
