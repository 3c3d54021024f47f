import type { Answer, Pack } from "../../data/schema";

/** A file as the reader picked it. `File` is one, but for its path. */
export interface ImportFile {
	/** Path inside the picked folder, for messages. */
	name: string;
	/** In bytes. */
	size: number;
	/** The content from its beginning, however often it is asked for: a zip is read twice. */
	stream(): ReadableStream<Uint8Array>;
}

/** Why a record, or a whole file, was not taken. `<field> <reason>` reads as a sentence: "answer must be text". */
export interface ImportFault {
	/** The file's name with nothing in it that could mislead; "library.zip/a/b.xml" for a file in a zip. */
	file: string;
	/** "line 12", "record 3", or "" for the whole file. */
	place: string;
	/** "answer", "(whole record)" or "(whole file)". */
	field: string;
	reason: string;
	/** The faulty record as text, cut to a length that can be kept. */
	record?: string;
}

/** What is met while a file is read, in order. */
export type ImportEvent =
	| { kind: "answer"; answer: Answer; file: string; place: string }
	| { kind: "fault"; fault: ImportFault }
	/** A question without an answer: nothing is wrong with it, and there is nothing to show. */
	| { kind: "skipped" }
	/** The header of an exported pack, which may stand after its answers. */
	| { kind: "pack"; pack: Omit<Pack, "answers"> }
	/** Bytes read of the picked files' sizes, packed size for a zip. Never decreases. */
	| { kind: "progress"; bytesRead: number };
