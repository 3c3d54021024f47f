/** What one import may cost. A caller lowers single limits in tests; the product uses them as they are. */
export interface Limits {
	/** Files of one import, those inside zip files included. MedQuAD has about 11,000. */
	files: number;
	/** Bytes of all files of one import after unpacking, so that a small zip cannot fill a disk. */
	unpackedBytes: number;
	/** Highest ratio of unpacked to packed bytes. Text reaches 3 to 20, a zip bomb about 1,000. */
	ratio: number;
	/** The ratio is looked at from here on: a small and very regular file may exceed it and harm nobody. */
	ratioFromBytes: number;
	/** Characters of one record as it stands in its file. A book chapter has 50,000. */
	recordCharacters: number;
	/** Brackets or elements inside each other. A record needs 4, and a parser keeps something for each. */
	depth: number;
	/** Characters of a faulty record that are given back for download. */
	faultyRecordCharacters: number;
	/** Faults that come with their record. The rest come without, so that a wrong file does not fill the memory. */
	detailedFaults: number;
}

/** The limits of the product. */
export const LIMITS: Limits = {
	files: 20_000,
	unpackedBytes: 1024 ** 3,
	ratio: 100,
	ratioFromBytes: 10 * 1024 ** 2,
	recordCharacters: 1_000_000,
	depth: 32,
	faultyRecordCharacters: 20_000,
	detailedFaults: 1_000,
};

/**
 * Longest texts of a record's fields, in characters. Far above what a page or a
 * book prints there: beyond, a column was mapped wrongly or a quote never closed.
 */
export const FIELD_LIMITS = {
	question: 50_000,
	answer: 500_000,
	background: 200_000,
	url: 2_000,
	/** A name, a date or one item of a list. */
	short: 500,
	/** Items of a list. */
	items: 100,
};

/** The whole import is refused: it would cost more than the limits allow. The message names file and limit. */
export class ImportRefusedError extends Error {
	override readonly name = "ImportRefusedError";
}
