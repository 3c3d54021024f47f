import Papa from "papaparse";

/** The rows of a table as a spreadsheet reads them. */
export function readRows(text: string): string[][] {
	return Papa.parse<string[]>(text.replace(/^\u{feff}/u, ""), { skipEmptyLines: true }).data;
}
