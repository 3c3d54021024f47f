import { i18n } from "#i18n";
import type { MergeCounts } from "../lib/backup/merge-backups";
import { describeCounts } from "./BackupPanel";

/** How it stands with the file that computers share. */
export type FolderState =
	| { name: "unsupported" }
	| { name: "none" }
	/** `asks`: the browser wants the reader to allow it again. `failed`: it could not be brought up to date otherwise. */
	| { name: "asks" | "failed" | "syncing"; fileName: string }
	| { name: "ready"; fileName: string; synced?: { at: number; counts: MergeCounts } | undefined };

export interface FolderFileProps {
	state: FolderState;
	failure?: string | undefined;
	onCreate: () => void;
	onOpen: () => void;
	onSync: () => void;
	onForget: () => void;
}

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** The file in a folder that another program syncs. */
export function FolderFile({ state, failure, onCreate, onOpen, onSync, onForget }: FolderFileProps) {
	const isChosen = "fileName" in state;
	return (
		<>
			<h3>{i18n.t("folder.heading")}</h3>
			<p>{i18n.t(state.name === "unsupported" ? "folder.unsupported" : "folder.intro")}</p>
			{failure && (
				<p role="alert" dir="auto">
					{failure}
				</p>
			)}
			<div role="status" dir="auto">
				{isChosen && <p>{i18n.t(`folder.${state.name}`, [state.fileName])}</p>}
				{state.name === "ready" && state.synced && (
					<p className="quiet">
						{i18n.t("folder.syncedAt", [TIME.format(state.synced.at), describeCounts(state.synced.counts)])}
					</p>
				)}
			</div>
			<div className="pack-actions">
				{state.name === "none" && (
					<>
						<button type="button" onClick={onCreate}>
							{i18n.t("folder.create")}
						</button>
						<button type="button" onClick={onOpen}>
							{i18n.t("folder.open")}
						</button>
					</>
				)}
				{isChosen && (
					<>
						<button type="button" disabled={state.name === "syncing"} onClick={onSync}>
							{i18n.t(state.name === "asks" ? "folder.allow" : "folder.syncNow")}
						</button>
						<button type="button" onClick={onForget}>
							{i18n.t("folder.forget")}
						</button>
					</>
				)}
			</div>
			<p className="quiet">{i18n.t("folder.conflicts")}</p>
		</>
	);
}
