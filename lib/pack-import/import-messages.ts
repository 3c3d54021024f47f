import type { CsvColumns, ImportFault } from "../import/read-import";

/** What a reader picked to import. */
export interface ImportRequest {
	/** Name of the pack, unless the files bring their own. */
	name: string;
	files: readonly { path: string; file: File }[];
	/** Which column of a table holds what; undefined where their names tell. */
	csvColumns?: CsvColumns | undefined;
}

/** How far an import is. */
export interface ImportCounts {
	answers: number;
	/** Questions without an answer. */
	skipped: number;
	faults: number;
	bytesRead: number;
	bytesTotal: number;
}

/** How an import ended. Only `stored` has changed anything, and it is told before anything else is done. */
export type ImportOutcome =
	| {
			kind: "stored";
			packName: string;
			/** The version that this one took the place of; null if there was none. */
			replacedVersion: string | null;
			counts: ImportCounts;
			faults: ImportFault[];
	  }
	| { kind: "nothing-found"; counts: ImportCounts; faults: ImportFault[] }
	/** It would cost more than the limits allow; the reason names file and limit. */
	| { kind: "refused"; reason: string }
	| { kind: "cancelled" }
	| { kind: "storage-full" | "storage-unreadable" }
	/** Nothing moved for half a minute, or the worker ended. */
	| { kind: "stalled" | "ended" };

/** From the page to the worker. The first message starts, and there is one import for each worker. */
export type ToImportWorker = { kind: "start"; request: ImportRequest } | { kind: "cancel" };

/** From the worker to the page. */
export type FromImportWorker = { kind: "progress"; counts: ImportCounts } | { kind: "end"; outcome: ImportOutcome };
