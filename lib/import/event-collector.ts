import { fileLabel } from "./file-label";
import type { ImportEvent, ImportFault } from "./import-events";
import { toAnswer } from "./import-record";
import { ImportRefusedError, type Limits } from "./limits";
import { IdRegister } from "./record-ids";
import type { FileFault, PlaceUnit, RecordSink } from "./record-reader";

/** Events that are handed over at once, about: enough that handing over costs nothing. */
const BATCH_EVENTS = 500;

/** Bytes after which progress is told even if nothing was found in them. */
const PROGRESS_BYTES = 256 * 1024;

/** Turns what the readers find in all files of one import into events, and holds the import to its limits. */
export class EventCollector {
	readonly #limits: Limits;
	readonly #ids = new IdRegister();
	readonly #files: { label: string; unit: PlaceUnit }[] = [];
	#events: ImportEvent[] = [];
	#found = 0;
	#detailedFaults = 0;
	#fileCount = 0;
	#unpackedBytes = 0;
	#bytesRead = 0;
	#bytesTold = 0;

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** Takes the records of one file, which is called `label` in all messages. */
	sinkFor(label: string, unit: PlaceUnit): RecordSink {
		const file = this.#files.push({ label, unit }) - 1;
		const fault = (place: number, field: string, reason: string, text?: () => string) =>
			this.#addFault({ file: label, place: placeText(unit, place), field, reason }, text);
		// The last segment names the file itself: where nothing else names a source, the file is it.
		const site = label.split("/").at(-1) ?? label;
		return {
			record: (value, place, text) => {
				const result = toAnswer(value, { site });
				if (result.kind === "skipped") this.#add(result);
				else if (result.kind === "fault") fault(place, result.field, result.reason, text);
				else {
					const first = this.#ids.claim(result.answer.id, { file, place });
					if (first) fault(place, "id", `is the same as in ${this.#placeOf(first)}`, text);
					else this.#add({ ...result, file: label, place: placeText(unit, place) });
				}
			},
			fault: ({ place, field = "(whole record)", reason, text }) =>
				fault(place, field, reason, text === undefined ? undefined : () => text),
			pack: (pack) => {
				this.#add({ kind: "pack", pack });
			},
		};
	}

	/** The rest of a file cannot be read. */
	addFileFault(label: string, { place, field, message }: FileFault, unit: PlaceUnit = "record"): void {
		this.#addFault({ file: label, place: place === null ? "" : placeText(unit, place), field, reason: message });
	}

	/** How much was found so far: records of any fate, faults and headers. */
	get found(): number {
		return this.#found;
	}

	/** Counts a file, and bytes after unpacking; throws `ImportRefusedError` past the limits. */
	countFile(label: string, size: number): void {
		this.#fileCount++;
		// Known before anything of it is read.
		if (size > this.#limits.unpackedBytes) this.countBytes(label, size);
		if (this.#fileCount <= this.#limits.files) return;
		const most = this.#limits.files.toLocaleString("en");
		throw new ImportRefusedError(`${label} is one too many: one import takes at most ${most} files`);
	}

	countBytes(label: string, bytes: number): void {
		this.#unpackedBytes += bytes;
		if (this.#unpackedBytes <= this.#limits.unpackedBytes) return;
		const most = Math.round(this.#limits.unpackedBytes / 1024 ** 2).toLocaleString("en");
		throw new ImportRefusedError(`${label} makes it too much: one import takes at most ${most} MB after unpacking`);
	}

	/** `bytesRead` of all picked files' sizes. */
	progress(bytesRead: number): void {
		this.#bytesRead = Math.max(this.#bytesRead, bytesRead);
	}

	/** The events of a batch, once there are enough for one. */
	*batch({ isLast = false } = {}): Generator<ImportEvent[]> {
		const isDue = this.#events.length >= BATCH_EVENTS || this.#bytesRead - this.#bytesTold >= PROGRESS_BYTES;
		const isLeft = isLast && (this.#events.length > 0 || this.#bytesRead > this.#bytesTold);
		if (!isDue && !isLeft) return;
		this.#bytesTold = this.#bytesRead;
		const events = this.#events;
		this.#events = [];
		events.push({ kind: "progress", bytesRead: this.#bytesRead });
		yield events;
	}

	#addFault(fault: ImportFault, text?: () => string): void {
		const isDetailed = text !== undefined && this.#detailedFaults++ < this.#limits.detailedFaults;
		const record = isDetailed ? { record: text().slice(0, this.#limits.faultyRecordCharacters) } : {};
		this.#add({ kind: "fault", fault: { ...fault, ...record } });
	}

	#add(event: ImportEvent): void {
		this.#found++;
		this.#events.push(event);
	}

	#placeOf({ file, place }: { file: number; place: number }): string {
		const { label, unit } = this.#files[file] ?? { label: fileLabel(""), unit: "record" };
		return `${label}, ${placeText(unit, place)}`;
	}
}

function placeText(unit: PlaceUnit, place: number): string {
	return `${unit} ${place}`;
}
