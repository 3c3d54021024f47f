import { peek, piecesOf } from "./byte-stream";
import { type CsvColumns, suggestColumns } from "./csv-columns";
import { type CsvRow, CsvRows } from "./csv-rows";
import type { ImportFile } from "./import-events";
import { LIMITS } from "./limits";
import { columnNames } from "./read-csv";
import { textOf } from "./read-text";
import { FileFault } from "./record-reader";

/** Bytes of a table that are read for its preview: five rows of the longest answers that are known. */
const PREVIEW_BYTES = 512 * 1024;

/** What a reader needs to say which column is which. */
export interface CsvPreview {
	/** As the header row has them. */
	columns: string[];
	/** The first rows, fields in the columns' order; ragged ones as they are. */
	rows: string[][];
	suggested: CsvColumns;
}

/** The beginning of a table. Empty where the file cannot be read or has no row; `readImport` tells why. */
export async function previewCsv(file: ImportFile, rows = 5): Promise<CsvPreview> {
	const found: CsvRow[] = [];
	const cutter = new CsvRows(LIMITS.recordCharacters, (row) => {
		if (found.length <= rows) found.push(row);
	});
	const head = await firstBytes(file);
	cutter.push(textOf(head));
	if (head.length < PREVIEW_BYTES) cutter.end();
	else cutter.cutOff();
	const [header, ...body] = found;
	const columns = columnNames(header?.fields ?? []);
	return { columns, rows: body.map(({ fields }) => fields), suggested: suggestColumns(columns) };
}

async function firstBytes(file: ImportFile): Promise<Uint8Array> {
	try {
		const { head, all } = await peek(piecesOf(file), PREVIEW_BYTES);
		await all.return(undefined);
		return head;
	} catch (error) {
		if (error instanceof FileFault) return new Uint8Array(0);
		throw error;
	}
}
