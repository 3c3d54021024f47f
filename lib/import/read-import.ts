import { peek, piecesOf } from "./byte-stream";
import type { CsvColumns } from "./csv-columns";
import { EventCollector } from "./event-collector";
import { HEAD_BYTES, isZip, type TextFormat, textFormatOf } from "./file-format";
import { fileLabel, isSystemFile } from "./file-label";
import type { ImportEvent, ImportFile } from "./import-events";
import { LIMITS, type Limits } from "./limits";
import { readCsv } from "./read-csv";
import { readJson } from "./read-json";
import { readJsonl } from "./read-jsonl";
import { readMedquadXml } from "./read-medquad-xml";
import { type DecodedText, TextDecoding } from "./read-text";
import { FileFault, type PlaceUnit, type RecordReader, type RecordSink } from "./record-reader";
import { ZipContent } from "./unpack-zip";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

export type { CsvColumns } from "./csv-columns";
export type { ImportEvent, ImportFault, ImportFile } from "./import-events";
export { ImportRefusedError } from "./limits";

export interface ImportOptions {
	/** Which column of a table holds what; told from the header's names if not given. */
	csvColumns?: CsvColumns;
	/** Ends the reading with the signal's reason. */
	signal?: AbortSignal;
	/** For tests. */
	limits?: Partial<Limits>;
}

/**
 * Reads picked files (JSON, JSON Lines, CSV, MedQuAD XML, zip of these) into valid
 * answers and faults, in batches, in the order of the files. Memory stays the same
 * whatever the size, but for 70 bytes an answer to notice duplicates. Whatever is wrong
 * with a record or a file is a fault, and reading goes on with the next. Throws
 * `ImportRefusedError` where the whole would cost too much, and nothing else but the
 * signal's reason; what was given before is no whole import then.
 */
export async function* readImport(
	files: readonly ImportFile[],
	{ csvColumns, signal, limits }: ImportOptions = {},
): AsyncGenerator<ImportEvent[]> {
	const run = new ImportRun({ ...LIMITS, ...limits }, csvColumns, signal);
	for (const file of files) yield* run.read(file);
	yield* run.rest();
}

/** How each format is read, and what it calls the places of its records. */
const FORMATS: Record<
	TextFormat,
	{ unit: PlaceUnit; read(sink: RecordSink, limits: Limits, csvColumns?: CsvColumns): RecordReader }
> = {
	json: { unit: "record", read: readJson },
	jsonl: { unit: "line", read: readJsonl },
	csv: { unit: "line", read: readCsv },
	xml: { unit: "record", read: readMedquadXml },
};

class ImportRun {
	readonly #limits: Limits;
	readonly #csvColumns: CsvColumns | undefined;
	readonly #signal: AbortSignal | undefined;
	readonly #collector: EventCollector;
	/** Sizes of the files before the one that is being read. */
	#sizesBefore = 0;

	constructor(limits: Limits, csvColumns: CsvColumns | undefined, signal: AbortSignal | undefined) {
		this.#limits = limits;
		this.#csvColumns = csvColumns;
		this.#signal = signal;
		this.#collector = new EventCollector(limits);
	}

	async *read(file: ImportFile): AsyncGenerator<ImportEvent[]> {
		const label = fileLabel(file.name);
		if (!isSystemFile(file.name)) {
			this.#collector.countFile(label, file.size);
			try {
				yield* this.#readPicked(file, label);
			} catch (error) {
				this.#takeFault(error, label);
			}
		}
		this.#sizesBefore += file.size;
		this.#collector.progress(this.#sizesBefore);
		yield* this.#collector.batch();
	}

	rest(): Generator<ImportEvent[]> {
		return this.#collector.batch({ isLast: true });
	}

	async *#readPicked(file: ImportFile, label: string): AsyncGenerator<ImportEvent[]> {
		const { head, all } = await peek(piecesOf(file, this.#signal), HEAD_BYTES);
		if (isZip(head)) {
			await all.return(undefined);
			yield* this.#readZip(file, label);
			return;
		}
		let position = this.#sizesBefore;
		yield* this.#readText({ label, head, pieces: all }, (bytes) => {
			position += bytes;
			return position;
		});
	}

	async *#readZip(file: ImportFile, label: string): AsyncGenerator<ImportEvent[]> {
		const zip = { label, limits: this.#limits };
		const entries = await readZipDirectory(piecesOf(file, this.#signal), zip);
		if (entries.length === 0) throw new FileFault("holds no files");
		const content = new ZipContent(piecesOf(file, this.#signal), zip);
		try {
			for (const entry of entries) {
				if (entry.name.endsWith("/") || isSystemFile(entry.name)) continue;
				const entryLabel = `${label}/${fileLabel(entry.name)}`;
				this.#collector.countFile(entryLabel, entry.size);
				try {
					yield* this.#readEntry(content, entry, entryLabel);
				} catch (error) {
					this.#takeFault(error, entryLabel);
				}
				yield* this.#collector.batch();
			}
		} finally {
			await content.close();
		}
	}

	async *#readEntry(content: ZipContent, entry: ZipEntry, label: string): AsyncGenerator<ImportEvent[]> {
		const { head, all } = await peek(content.unpack(entry), HEAD_BYTES);
		try {
			if (isZip(head)) throw new FileFault("is a zip within a zip, which is not read; unpack it first");
			yield* this.#readText({ label, head, pieces: all }, () => this.#sizesBefore + content.position);
		} finally {
			await all.return(undefined);
		}
	}

	/** `positionAfter` gives how far the picked files are read once so many more bytes of this one are. */
	async *#readText(
		{ label, head, pieces }: { label: string; head: Uint8Array; pieces: AsyncGenerator<Uint8Array> },
		positionAfter: (bytes: number) => number,
	): AsyncGenerator<ImportEvent[]> {
		const format = textFormatOf(label, head);
		if (typeof format === "object") throw new FileFault(format.reason);
		const { unit, read } = FORMATS[format];
		const reader = read(this.#collector.sinkFor(label, unit), this.#limits, this.#csvColumns);
		const decoding = new TextDecoding();
		const foundBefore = this.#collector.found;
		try {
			for await (const bytes of pieces) {
				this.#collector.countBytes(label, bytes.length);
				this.#collector.progress(positionAfter(bytes.length));
				pushText(reader, decoding.push(bytes));
				yield* this.#collector.batch();
			}
			pushText(reader, decoding.end());
			reader.end();
			if (this.#collector.found === foundBefore) throw new FileFault("holds no records");
		} catch (error) {
			this.#takeFault(error, label, unit);
		}
	}

	#takeFault(error: unknown, label: string, unit?: PlaceUnit): void {
		if (!(error instanceof FileFault)) throw error;
		this.#collector.addFileFault(label, error, unit);
	}
}

function pushText(reader: RecordReader, { text, fault }: DecodedText): void {
	reader.push(text);
	if (fault === undefined) return;
	reader.cutOff?.();
	throw new FileFault(fault);
}
