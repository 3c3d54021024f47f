import { type CsvColumns, placeColumns, suggestColumns } from "./csv-columns";
import { type CsvRow, CsvRows } from "./csv-rows";
import type { RecordField } from "./import-record";
import type { Limits } from "./limits";
import { FileFault, type RecordReader, type RecordSink } from "./record-reader";

/**
 * A table with a header row. Without `columns` they are told from their names. A row
 * with more or fewer fields than the header is a fault: which of them is missing
 * cannot be known.
 */
export function readCsv(sink: RecordSink, { recordCharacters }: Limits, columns?: CsvColumns): RecordReader {
	let header: Header | null = null;
	const rows = new CsvRows(recordCharacters, (row) => {
		if (header === null) header = readHeader(row, columns);
		else readRow(row, header, sink);
	});
	return {
		push: (text) => rows.push(text),
		cutOff: () => rows.cutOff(),
		end() {
			rows.end();
			if (header === null) throw new FileFault("has no header row");
		},
	};
}

interface Header {
	size: number;
	places: [RecordField, number][];
}

function readHeader({ fields, line, fault }: CsvRow, columns: CsvColumns | undefined): Header {
	if (fault !== undefined) throw new FileFault(fault, { place: line, field: "(header row)" });
	const names = columnNames(fields);
	const placed = placeColumns(names, columns ?? suggestColumns(names));
	if ("reason" in placed) throw new FileFault(placed.reason, { place: line, field: placed.field });
	return { size: names.length, places: placed.places };
}

function readRow({ fields, line, text, fault }: CsvRow, { size, places }: Header, sink: RecordSink): void {
	if (fault !== undefined) {
		sink.fault({ place: line, reason: fault, text });
	} else if (fields.length !== size) {
		sink.fault({ place: line, reason: `has ${fields.length} fields, but the header has ${size}`, text });
	} else {
		sink.record(Object.fromEntries(places.map(([field, place]) => [field, fields[place]])), line, () => text);
	}
}

/** The names of a header row as they are shown and mapped. */
export function columnNames(fields: readonly string[]): string[] {
	return fields.map((name) => name.trim());
}
