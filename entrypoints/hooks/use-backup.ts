import { specialties } from "virtual:specialties";
import { useRef, useState } from "react";
import { i18n } from "#i18n";
import type { BackupState } from "../../components/BackupPanel";
import type { ExportFormat } from "../../components/ExportButtons";
import { today } from "../../components/format-day";
import { savedAsCsv, savedAsHtml, savedAsJson, savedAsMarkdown } from "../../lib/backup/export-saved";
import { noteBackup } from "../../lib/backup-reminder";
import { setEmergencyNumber } from "../../lib/emergency-number";
import { setHiddenWords } from "../../lib/hidden-words";
import { askBackground } from "../../lib/messaging/messenger";
import type { SavedAnswer } from "../../lib/messaging/protocol";
import { changeSettings } from "../../lib/settings";
import { askBackupWorker } from "./backup-client";
import type { BackupOutcome, BackupPreview, RestoreDone } from "./backup-messages";
import { backupMeta, explainBackupFailure, exportWords, reasonOfFailure } from "./backup-words";
import { capturedPackWords } from "./captured-pack-words";
import { downloadFile } from "./download-file";

/** Backups and exports of the library page. `onBackedUp` is called when a backup was handed to the reader. */
export function useBackup({ onBackedUp }: { onBackedUp: () => void }) {
	const [state, setState] = useState<BackupState>({ name: "idle" });
	const [hasExportFailed, setExportFailed] = useState(false);
	const picked = useRef<{ files: File[]; preview: BackupPreview }>(undefined);
	// Apart from the state: whatever is done after a restore, it can still be taken back.
	const [restored, setRestored] = useState<RestoreDone>();
	const close = () => {
		picked.current = undefined;
		setState({ name: "idle" });
	};
	const valueOrTell = <T>(outcome: BackupOutcome<T>): T | undefined => {
		if (outcome.ok) return outcome.value;
		setState({ name: "failed", words: explainBackupFailure(outcome.failure) });
		return undefined;
	};

	const download = async (withPacks: boolean) => {
		setState({ name: "writing" });
		const request = backupMeta().then((meta) => ({ meta, withPacks }));
		const file = valueOrTell(await askBackupWorker("write", request));
		if (!file) return;
		downloadFile(file, `symptom-lens-backup-${today()}.jsonl`);
		setState({ name: "idle" });
		// What is not noted is only reminded of too early.
		await noteBackup().then(onBackedUp, () => undefined);
	};
	const pick = async (files: File[]) => {
		setState({ name: "reading" });
		const preview = valueOrTell(await askBackupWorker("preview", { files }));
		if (!preview) return;
		picked.current = { files, preview };
		setState({ name: "planned", ...preview });
	};
	const restore = async (withSettings: boolean) => {
		if (!picked.current) return;
		const { files, preview } = picked.current;
		setState({ name: "restoring" });
		const done = valueOrTell(await askBackupWorker("restore", { files, newPack: capturedPackWords() }));
		if (!done) return;
		const isAllTaken = !withSettings || (await isTakenOver(preview));
		setRestored(done);
		setState(isAllTaken ? { name: "idle" } : { name: "failed", words: i18n.t("backup.settingsFailed") });
		await askBackground("noteRestored", undefined);
	};
	const undoRestore = async () => {
		if (!restored) return;
		setState({ name: "undoing" });
		const counts = valueOrTell(await askBackupWorker("undo", { undo: restored.undo, newPack: capturedPackWords() }));
		if (!counts) return;
		setRestored(undefined);
		setState({ name: "undone" });
		await askBackground("noteRestored", undefined);
	};
	const exportAs = async (format: ExportFormat) => {
		const list = await askBackupWorker("list", null);
		setExportFailed(!list.ok);
		if (list.ok) downloadFile(exportFile(list.value, format), `saved-answers-${today()}.${EXTENSIONS[format]}`);
	};
	return {
		state,
		restored: restored && {
			...restored,
			failedPacks: restored.failedPacks.map(({ name, failure }) => ({ name, reason: reasonOfFailure(failure) })),
		},
		hasExportFailed,
		close,
		closeRestored: () => setRestored(undefined),
		download: (withPacks: boolean) => void download(withPacks),
		pick: (files: File[]) => void pick(files),
		restore: (withSettings: boolean) => void restore(withSettings),
		undo: () => void undoRestore(),
		exportAs: (format: ExportFormat) => void exportAs(format),
	};
}

const EXTENSIONS = { json: "json", csv: "csv", markdown: "md", html: "html" };

function exportFile(saved: SavedAnswer[], format: ExportFormat): Blob {
	const words = exportWords();
	if (format === "json") return new Blob([savedAsJson(saved)], { type: "application/json" });
	if (format === "csv") return new Blob([savedAsCsv(saved, words)], { type: "text/csv" });
	if (format === "markdown") return new Blob([savedAsMarkdown(saved, words)], { type: "text/markdown" });
	return new Blob([savedAsHtml(saved, words)], { type: "text/html" });
}

/** Takes settings and emergency number over; false where that failed. */
async function isTakenOver({ settings, emergencyNumber }: BackupPreview): Promise<boolean> {
	try {
		const { hiddenWords, ...others } = settings;
		await changeSettings(others);
		if (hiddenWords) await setHiddenWords(hiddenWords, specialties);
		// A file without a number says nothing about the one that is set here.
		if (emergencyNumber) await setEmergencyNumber(emergencyNumber);
		return true;
	} catch {
		return false;
	}
}
