import { useId, useState } from "react";
import { i18n } from "#i18n";
import type { MergeCounts } from "../lib/backup/merge-backups";
import { formatDayOf } from "./format-day";
import "./backup.css";
import "./packs.css";

/** How a backup or a restore stands. */
export type BackupState =
	| { name: "idle" }
	| { name: "writing" }
	| { name: "reading" }
	| {
			name: "planned";
			counts: MergeCounts;
			writtenAt: number;
			packs: string[];
			notUnderstood: number;
	  }
	| { name: "restoring" }
	| { name: "undoing" }
	| { name: "undone" }
	| { name: "failed"; words: string };

/** What a restore changed, the names of packs that came in, and of those that did not, with the reason in words. */
interface Restored {
	counts: MergeCounts;
	packs: string[];
	failedPacks: { name: string; reason: string }[];
}

export interface BackupPanelProps {
	state: BackupState;
	/** The restore that can be taken back. */
	restored?: Restored | undefined;
	/** Why nothing can be done here, in words. */
	disabledReason?: string | undefined;
	onDownload: (withPacks: boolean) => void;
	onPick: (files: File[]) => void;
	onRestore: (withSettings: boolean) => void;
	onUndo: () => void;
	onClose: () => void;
	onCloseRestored: () => void;
}

/**
 * Writes a backup, and reads one: it says first what that will do. One piece of work runs at a time; the controls stay
 * meanwhile, so that the focus is not lost.
 */
export function BackupPanel({ state, restored, disabledReason, onDownload, onPick, ...actions }: BackupPanelProps) {
	const isBusy = state.name in WORK;
	const isDecided = state.name !== "planned" && state.name !== "restoring";
	const id = useId();
	const [withPacks, setWithPacks] = useState(false);
	if (disabledReason) return <p className="quiet">{disabledReason}</p>;
	return (
		<div className="backup">
			<p>{i18n.t("backup.intro")}</p>
			<p className="quiet">{i18n.t("backup.holds")}</p>
			<div className="pack-actions">
				<button
					type="button"
					className="primary"
					aria-disabled={isBusy}
					onClick={() => !isBusy && onDownload(withPacks)}
				>
					{i18n.t("backup.download")}
				</button>
				<label>
					<input type="checkbox" checked={withPacks} onChange={({ target }) => setWithPacks(target.checked)} />
					{i18n.t("backup.withPacks")}
				</label>
			</div>
			<div className="pack-actions">
				<label htmlFor={`${id}-file`} className="pick">
					{i18n.t("backup.restore")}
					<input
						id={`${id}-file`}
						name="backup-file"
						type="file"
						multiple
						accept=".jsonl,.json"
						className="visually-hidden"
						aria-disabled={isBusy}
						onClick={(event) => isBusy && event.preventDefault()}
						onChange={({ target }) => {
							const files = [...(target.files ?? [])];
							// The browser's window may have been open since before the work began.
							if (files.length > 0 && !isBusy) onPick(files);
							// The same file may be picked again.
							target.value = "";
						}}
					/>
				</label>
			</div>
			<BackupProgress state={state} {...actions} />
			<div role="status">
				{restored && isDecided && (
					<RestoreReport
						restored={restored}
						isBusy={isBusy}
						onUndo={actions.onUndo}
						onClose={actions.onCloseRestored}
					/>
				)}
			</div>
		</div>
	);
}

/** States in which a worker is at work. */
const WORK = { writing: true, reading: true, restoring: true, undoing: true };

function BackupProgress({ state, onRestore, onClose }: Pick<BackupPanelProps, "state" | "onRestore" | "onClose">) {
	if (state.name === "planned") return <Plan plan={state} onRestore={onRestore} onClose={onClose} />;
	if (state.name === "failed") {
		return (
			<div role="alert" className="pack-notice">
				<p dir="auto">{state.words}</p>
				<button type="button" onClick={onClose}>
					{i18n.t("backup.close")}
				</button>
			</div>
		);
	}
	return (
		<div role="status">
			{state.name === "writing" && <p>{i18n.t("backup.writing")}</p>}
			{state.name === "reading" && <p>{i18n.t("backup.reading")}</p>}
			{state.name === "restoring" && <p>{i18n.t("backup.restoring")}</p>}
			{state.name === "undoing" && <p>{i18n.t("backup.undoing")}</p>}
			{state.name === "undone" && <p>{i18n.t("backup.undone")}</p>}
		</div>
	);
}

function RestoreReport({
	restored,
	isBusy,
	onUndo,
	onClose,
}: Pick<BackupPanelProps, "onUndo" | "onClose"> & { restored: Restored; isBusy: boolean }) {
	return (
		<div className="import-report">
			<p>{i18n.t("backup.restored", [describeCounts(restored.counts)])}</p>
			{restored.packs.length > 0 && <p dir="auto">{i18n.t("backup.restoredPacks", [restored.packs.join(", ")])}</p>}
			{restored.failedPacks.map(({ name, reason }) => (
				<p key={name} dir="auto">
					{i18n.t("backup.failedPack", [name, reason])}
				</p>
			))}
			<div className="pack-actions">
				<button type="button" aria-disabled={isBusy} onClick={() => !isBusy && onUndo()}>
					{i18n.t("backup.undo")}
				</button>
				<button type="button" onClick={onClose}>
					{i18n.t("backup.close")}
				</button>
			</div>
		</div>
	);
}

function Plan({
	plan,
	onRestore,
	onClose,
}: Pick<BackupPanelProps, "onRestore" | "onClose"> & { plan: Extract<BackupState, { name: "planned" }> }) {
	const [withSettings, setWithSettings] = useState(false);
	return (
		<div className="import-report" role="status">
			<p>{i18n.t("backup.planned", [formatDayOf(plan.writtenAt)])}</p>
			<p>
				<strong>{describeCounts(plan.counts)}.</strong>
			</p>
			<p className="quiet">{i18n.t("backup.mergeRule")}</p>
			{plan.packs.length > 0 && <p dir="auto">{i18n.t("backup.packsIn", [plan.packs.join(", ")])}</p>}
			{plan.notUnderstood > 0 && <p>{i18n.t("backup.notUnderstood", plan.notUnderstood)}</p>}
			<div className="pack-actions">
				<label>
					<input type="checkbox" checked={withSettings} onChange={({ target }) => setWithSettings(target.checked)} />
					{i18n.t("backup.withSettings")}
				</label>
			</div>
			<div className="pack-actions">
				<button type="button" className="primary" onClick={() => onRestore(withSettings)}>
					{i18n.t("backup.restoreNow")}
				</button>
				<button type="button" onClick={onClose}>
					{i18n.t("backup.cancel")}
				</button>
			</div>
		</div>
	);
}

/** "2 records come in, 1 is removed, 5 stay as they are"; "nothing changes". */
export function describeCounts({ added, changed, removed, same }: MergeCounts): string {
	const parts = [
		...(added > 0 ? [i18n.t("backup.added", added)] : []),
		...(changed > 0 ? [i18n.t("backup.changed", changed)] : []),
		...(removed > 0 ? [i18n.t("backup.removed", removed)] : []),
	];
	const changes = parts.length > 0 ? parts : [i18n.t("backup.nothingNew")];
	return [...changes, ...(same > 0 ? [i18n.t("backup.same", same)] : [])].join(", ");
}
