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
	| { name: "restored"; counts: MergeCounts; packs: string[] }
	| { name: "undone" }
	| { name: "failed"; words: string };

export interface BackupPanelProps {
	state: BackupState;
	/** Why nothing can be done here, in words. */
	disabledReason?: string | undefined;
	onDownload: (withPacks: boolean) => void;
	onPick: (files: File[]) => void;
	onRestore: (withSettings: boolean) => void;
	onUndo: () => void;
	onClose: () => void;
}

/** Writes a backup, and reads one: it says first what that will do. */
export function BackupPanel({ state, disabledReason, onDownload, onPick, ...actions }: BackupPanelProps) {
	const id = useId();
	const [withPacks, setWithPacks] = useState(false);
	if (disabledReason) return <p className="quiet">{disabledReason}</p>;
	return (
		<div className="backup">
			<p>{i18n.t("backup.intro")}</p>
			<p className="quiet">{i18n.t("backup.holds")}</p>
			<div className="pack-actions">
				<button type="button" className="primary" onClick={() => onDownload(withPacks)}>
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
						onChange={({ target }) => {
							const files = [...(target.files ?? [])];
							if (files.length > 0) onPick(files);
							// The same file may be picked again.
							target.value = "";
						}}
					/>
				</label>
			</div>
			<BackupProgress state={state} {...actions} />
		</div>
	);
}

function BackupProgress({
	state,
	onRestore,
	onUndo,
	onClose,
}: Pick<BackupPanelProps, "state" | "onRestore" | "onUndo" | "onClose">) {
	const close = (
		<button type="button" onClick={onClose}>
			{i18n.t("backup.close")}
		</button>
	);
	if (state.name === "planned") return <Plan plan={state} onRestore={onRestore} onClose={onClose} />;
	if (state.name === "failed") {
		return (
			<div role="alert" className="pack-notice">
				<p dir="auto">{state.words}</p>
				{close}
			</div>
		);
	}
	return (
		<div role="status">
			{state.name === "writing" && <p>{i18n.t("backup.writing")}</p>}
			{state.name === "reading" && <p>{i18n.t("backup.reading")}</p>}
			{state.name === "undone" && <p>{i18n.t("backup.undone")}</p>}
			{state.name === "restored" && (
				<div className="import-report">
					<p>{i18n.t("backup.restored", [describeCounts(state.counts)])}</p>
					{state.packs.length > 0 && <p dir="auto">{i18n.t("backup.restoredPacks", [state.packs.join(", ")])}</p>}
					<div className="pack-actions">
						<button type="button" onClick={onUndo}>
							{i18n.t("backup.undo")}
						</button>
						{close}
					</div>
				</div>
			)}
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
