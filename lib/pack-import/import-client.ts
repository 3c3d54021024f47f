import type { FromImportWorker, ImportCounts, ImportOutcome, ImportRequest, ToImportWorker } from "./import-messages";

/**
 * How long nothing may move, in milliseconds, before an import is given up. It moves with every few hundred answers that
 * are read, every block of the index that is merged, and every two thousand rows that are cleared away.
 */
const LONGEST_SILENCE_MS = 30_000;

export interface RunningImport {
	outcome: Promise<ImportOutcome>;
	/** Asks the import to stop; `outcome` tells when it has. */
	cancel: () => void;
}

/** Runs one import in a worker of its own, which ends with it. */
export function startImport(
	createWorker: () => Worker,
	request: ImportRequest,
	onProgress: (counts: ImportCounts) => void,
): RunningImport {
	const worker = createWorker();
	const send = (message: ToImportWorker) => worker.postMessage(message);
	const outcome = new Promise<ImportOutcome>((resolve) => {
		let timer: ReturnType<typeof setTimeout>;
		const end = (result: ImportOutcome) => {
			clearTimeout(timer);
			worker.terminate();
			resolve(result);
		};
		const expectMore = () => {
			clearTimeout(timer);
			timer = setTimeout(() => end({ kind: "stalled" }), LONGEST_SILENCE_MS);
		};
		worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
			if (data.kind === "end") return end(data.outcome);
			expectMore();
			onProgress(data.counts);
		};
		worker.onerror = () => end({ kind: "ended" });
		expectMore();
	});
	send({ kind: "start", request });
	return { outcome, cancel: () => send({ kind: "cancel" }) };
}
