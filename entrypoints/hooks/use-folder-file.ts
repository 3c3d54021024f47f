import { useCallback, useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import type { FolderState } from "../../components/FolderFile";
import type { MergeCounts } from "../../lib/backup/merge-backups";
import { noteBackup } from "../../lib/backup-reminder";
import { askBackground, onSavedAnswersChanged } from "../../lib/messaging/messenger";
import { forgetFolderHandle, keepFolderHandle, readFolderHandle } from "../../lib/storage/folder-handle";
import { askBackupWorker } from "./backup-client";
import type { BackupFailure, BackupOutcome, SyncDone } from "./backup-messages";
import { backupMeta, explainBackupFailure, reasonOfFailure } from "./backup-words";
import { capturedPackWords } from "./captured-pack-words";

/** What TypeScript's library does not know of the handle of a file yet (https://wicg.github.io/file-system-access/). */
interface PermittedHandle extends FileSystemFileHandle {
	queryPermission(mode: { mode: "readwrite" }): Promise<PermissionState>;
	requestPermission(mode: { mode: "readwrite" }): Promise<PermissionState>;
}
declare global {
	interface Window {
		showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
		showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
	}
}

const WRITABLE = { mode: "readwrite" } as const;

/** How long changes may come one after another before they are written together, in milliseconds. */
const SETTLE_MS = 1_000;

const FILE_TYPES = [{ description: "Symptom Lens", accept: { "application/jsonl": [".jsonl"] } }];

/** The file that computers share: joined with the storage when it is chosen, when the page opens or comes to the front, and after every change. */
export function useFolderFile({ onBackedUp }: { onBackedUp: () => void }) {
	const isSupported = window.showSaveFilePicker !== undefined;
	const [state, setState] = useState<FolderState>(isSupported ? { name: "none" } : { name: "unsupported" });
	const [failure, setFailure] = useState<string>();
	const handle = useRef<FileSystemFileHandle>(undefined);
	const running = useRef(false);
	const wanted = useRef(false);
	const backedUp = useRef(onBackedUp);
	backedUp.current = onBackedUp;

	const show = useCallback(async (outcome: BackupOutcome<SyncDone>, fileName: string) => {
		const failure = outcome.ok ? outcome.value.failure : outcome.failure;
		const explain = outcome.ok ? explainUnwritten : explainBackupFailure;
		setFailure(failure && explain(failure));
		if (failure || !outcome.ok) {
			return setState({ name: failure?.reason === "not-allowed" ? "asks" : "failed", fileName });
		}
		setState({ name: "ready", fileName, synced: { at: Date.now(), counts: outcome.value.counts } });
		// What is not noted is only reminded of too early.
		await noteBackup().then(
			() => backedUp.current(),
			() => undefined,
		);
	}, []);

	const syncOnce = useCallback(
		async (shared: FileSystemFileHandle) => {
			setState({ name: "syncing", fileName: shared.name });
			const newPack = capturedPackWords();
			const request = backupMeta().then((meta) => ({ handle: shared, meta, newPack }));
			const outcome = await askBackupWorker("sync", request);
			if (handle.current === shared) await show(outcome, shared.name);
			// Whatever file it is by now, the records are here. Only then, or each sync would be the change that asks for the next.
			if (outcome.ok && isChange(outcome.value.counts)) await askBackground("noteRestored", undefined);
		},
		[show],
	);

	const sync = useCallback(async () => {
		wanted.current = true;
		if (running.current) return;
		running.current = true;
		try {
			while (wanted.current && handle.current) {
				wanted.current = false;
				await syncOnce(handle.current);
			}
		} finally {
			running.current = false;
		}
	}, [syncOnce]);

	const syncIfAllowed = useCallback(async () => {
		// Another page may have chosen another file, or have deleted what is stored.
		const kept = await readFolderHandle().catch(() => handle.current);
		const before = handle.current;
		// Each reading gives one file another object, and a sync that is under way knows its file by the object.
		const shared = kept && before && (await kept.isSameEntry(before)) ? before : kept;
		handle.current = shared;
		if (!shared) {
			setFailure(undefined);
			return setState((before) => (before.name === "none" ? before : { name: "none" }));
		}
		if (await isAllowed(shared, "queryPermission")) await sync();
		else setState({ name: "asks", fileName: shared.name });
	}, [sync]);

	useEffect(() => {
		if (!isSupported) return;
		let timer: ReturnType<typeof setTimeout>;
		const soon = () => {
			clearTimeout(timer);
			timer = setTimeout(() => void syncIfAllowed(), SETTLE_MS);
		};
		void syncIfAllowed();
		addEventListener("focus", soon);
		const stop = onSavedAnswersChanged(soon);
		return () => {
			clearTimeout(timer);
			removeEventListener("focus", soon);
			stop();
		};
	}, [isSupported, syncIfAllowed]);

	const use = async (choosing: Promise<FileSystemFileHandle | undefined> | undefined) => {
		// Closing the browser's window without a choice is an answer as well.
		const chosen = await choosing?.catch(() => undefined);
		if (!chosen) return;
		handle.current = chosen;
		await keepFolderHandle(chosen).catch(() => undefined);
		await sync();
	};
	return {
		state,
		failure,
		create: () =>
			void use(window.showSaveFilePicker?.({ suggestedName: "symptom-lens-shared.jsonl", types: FILE_TYPES })),
		open: () => void use(window.showOpenFilePicker?.({ types: FILE_TYPES }).then(([first]) => first)),
		sync: async () => {
			const shared = handle.current;
			if (!shared) return;
			if (await isAllowed(shared, "requestPermission")) await sync();
			else setState({ name: "asks", fileName: shared.name });
		},
		forget: async () => {
			handle.current = undefined;
			setFailure(undefined);
			setState({ name: "none" });
			await forgetFolderHandle().catch(() => undefined);
		},
	};
}

function explainUnwritten(failure: BackupFailure): string {
	return i18n.t("folder.notWritten", [reasonOfFailure(failure)]);
}

function isChange({ added, changed, removed }: MergeCounts): boolean {
	return added + changed + removed > 0;
}

async function isAllowed(handle: FileSystemFileHandle, ask: "queryPermission" | "requestPermission"): Promise<boolean> {
	const permitted = handle as PermittedHandle;
	return (await permitted[ask](WRITABLE).catch(() => "denied")) === "granted";
}
