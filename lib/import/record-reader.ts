import type { Pack } from "../../data/schema";

/** What a format calls the places of its records. */
export type PlaceUnit = "line" | "record";

/** Takes what a reader finds in one file. */
export interface RecordSink {
	/** A record as parsed, checked by nobody yet. `place` counts from 1; `text` gives it as it stands in the file. */
	record(value: unknown, place: number, text: () => string): void;
	/** A piece of the file that is no record. Reading goes on after it. */
	fault(fault: { place: number; field?: string; reason: string; text?: string }): void;
	pack(header: Omit<Pack, "answers">): void;
}

/**
 * Reads one file of one format, fed with its text in pieces of any size. Keeps no
 * more of it than one record. Throws a `FileFault` where the rest cannot be read.
 */
export interface RecordReader {
	push(text: string): void;
	/** The rest of the text cannot be had: reads the whole records that wait, never a half one. */
	cutOff?(): void;
	/** The text is complete. */
	end(): void;
}

/** The rest of a file cannot be read; what was read before stays good. */
export class FileFault extends Error {
	override readonly name = "FileFault";
	/** Where, counted in the format's unit, or null for the whole file. */
	readonly place: number | null;
	readonly field: string;

	constructor(
		reason: string,
		{ place = null, field = "(whole file)" }: { place?: number | null; field?: string } = {},
	) {
		super(reason);
		this.place = place;
		this.field = field;
	}
}
