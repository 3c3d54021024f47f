import type { BackupOutcome, BackupRequest, BackupWork } from "../library/backup-messages";

/** Has a piece of work done in a worker of its own, which ends with it. Never throws. */
export function askBackupWorker<K extends keyof BackupWork>(
	kind: K,
	request: Parameters<BackupWork[K]>[0],
): Promise<BackupOutcome<ReturnType<BackupWork[K]>>> {
	const worker = new Worker(new URL("../library/backup-worker.ts", import.meta.url), { type: "module" });
	return new Promise((resolve) => {
		const end = (outcome: BackupOutcome<ReturnType<BackupWork[K]>>) => {
			worker.terminate();
			resolve(outcome);
		};
		worker.onmessage = ({ data }: MessageEvent<BackupOutcome<ReturnType<BackupWork[K]>>>) => end(data);
		worker.onerror = () => end({ ok: false, failure: { reason: "ended" } });
		worker.postMessage({ kind, request } as BackupRequest);
	});
}
