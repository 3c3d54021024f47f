import type { BackupOutcome, BackupRequest, BackupWork } from "./backup-messages";

/**
 * Has a piece of work done in a worker of its own, which ends with it. Never throws: a request that cannot be put
 * together is work that was not done.
 */
export async function askBackupWorker<K extends keyof BackupWork>(
	kind: K,
	request: RequestOf<K> | Promise<RequestOf<K>>,
): Promise<BackupOutcome<ReturnType<BackupWork[K]>>> {
	try {
		return await runInWorker(kind, await request);
	} catch {
		return { ok: false, failure: { reason: "ended" } };
	}
}

type RequestOf<K extends keyof BackupWork> = Parameters<BackupWork[K]>[0];

function runInWorker<K extends keyof BackupWork>(
	kind: K,
	request: RequestOf<K>,
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
