import { RECORD_FIELDS, type RecordField } from "./import-record";

/** Which column of a table holds which field, by the name in the header row. */
export type CsvColumns = Partial<Record<RecordField, string>>;

/** Names that people give the columns, without case, spaces and punctuation; the first that a table has is taken. */
const COLUMN_NAMES: Record<RecordField, string[]> = {
	id: ["id", "qid", "questionid", "recordid", "nr", "no"],
	question: ["question", "questiontext", "q", "query", "title"],
	answer: ["answer", "answertext", "reply", "response", "a"],
	source: ["source", "documentsource", "publisher"],
	site: ["site", "website", "sitename"],
	url: ["url", "link", "documenturl", "address", "href"],
	lang: ["lang", "language"],
	doctor: ["doctor", "doctorname", "author", "answeredby"],
	specialty: ["specialty", "speciality", "department"],
	hospital: ["hospital", "hospitalname", "clinic", "institution"],
	askedOn: ["askedon", "questiondate", "dateasked", "date"],
	repliedOn: ["repliedon", "answerdate", "replydate", "datereplied", "answeredon"],
	background: ["background", "context", "notes"],
	topics: ["topics", "topic", "tags", "focus", "questionfocus", "focusarea", "keywords"],
	symptoms: ["symptoms", "symptom"],
};

/** The columns that their names give away. A column is given to one field at most. */
export function suggestColumns(header: readonly string[]): CsvColumns {
	const plainNames = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
	const suggested: CsvColumns = {};
	for (const field of RECORD_FIELDS) {
		const name = COLUMN_NAMES[field].find((candidate) => plainNames.includes(candidate));
		const column = name === undefined ? undefined : header[plainNames.indexOf(name)];
		if (column !== undefined) suggested[field] = column;
	}
	return suggested;
}

/** Where each mapped field stands in a row, or what is wrong with the mapping for this table. */
export function placeColumns(
	header: readonly string[],
	columns: CsvColumns,
): { places: [RecordField, number][] } | { field: string; reason: string } {
	for (const field of ["question", "answer"] as const) {
		if (columns[field] === undefined) return { field, reason: "has no column in this table" };
	}
	const places: [RecordField, number][] = [];
	for (const field of RECORD_FIELDS) {
		const column = columns[field];
		if (column === undefined) continue;
		const place = header.indexOf(column);
		if (place < 0) return { field, reason: `has the column “${column}”, which this table lacks` };
		if (header.lastIndexOf(column) !== place)
			return { field, reason: `has the column “${column}”, which is there twice` };
		places.push([field, place]);
	}
	return { places };
}
