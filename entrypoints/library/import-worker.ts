import { bundledPackId } from "virtual:bundled-pack";
import { symptomIndex } from "virtual:symptom-index";
import { synonymGroups } from "virtual:synonyms";
import type {
	FromImportWorker,
	ImportCounts,
	ImportOutcome,
	ImportRequest,
	ToImportWorker,
} from "../../lib/pack-import/import-messages";
import { runImport } from "../../lib/pack-import/run-import";
import { createSearchLanguage } from "../../lib/search/search-language";
import { CAPTURED_PACK_ID } from "../../lib/storage/captured-pack";
import { openDatabase } from "../../lib/storage/database";
import { StorageFullError } from "../../lib/storage/storage-errors";

/** The worker of one import: the page stays free, and what it leaves when it is killed is swept later. */

/** How often the page is told, in milliseconds: as often as a number on a screen is read. */
const PROGRESS_EVERY_MS = 100;

const abort = new AbortController();
const post = (message: FromImportWorker) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToImportWorker>) => {
	if (data.kind === "cancel") return abort.abort(new Error("Cancelled by the reader"));
	try {
		post({ kind: "end", outcome: await importAll(data.request) });
	} catch (error) {
		// A bug. The page would not hear of it by itself: a promise that fails is no error of the worker.
		console.error(error);
		post({ kind: "end", outcome: { kind: "ended" } });
	}
};

async function importAll({ name, files, csvColumns }: ImportRequest): Promise<ImportOutcome> {
	let told = 0;
	const onProgress = (counts: ImportCounts) => {
		const now = performance.now();
		if (now - told < PROGRESS_EVERY_MS) return;
		told = now;
		post({ kind: "progress", counts });
	};
	const task = {
		name,
		csvColumns,
		files: files.map(({ path, file }) => ({ name: path, size: file.size, stream: () => file.stream() })),
	};
	return openDatabase().then(
		async (database) => {
			try {
				return await runImport(database, task, {
					language: createSearchLanguage(symptomIndex, synonymGroups),
					reservedIds: [bundledPackId, CAPTURED_PACK_ID],
					signal: abort.signal,
					onProgress,
				});
			} finally {
				database.close();
			}
		},
		(error) => ({ kind: error instanceof StorageFullError ? "storage-full" : "storage-unreadable" }) as const,
	);
}
