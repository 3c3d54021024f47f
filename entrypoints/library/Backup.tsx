import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { BackupPanel } from "../../components/BackupPanel";
import { BackupReminder } from "../../components/BackupReminder";
import { ExportButtons } from "../../components/ExportButtons";
import { FolderFile } from "../../components/FolderFile";
import { REMINDER_DAYS } from "../../lib/backup-reminder";
import type { useBackups } from "../hooks/use-backups";

/** Backup, restore, the shared file, exports and the reminder. */
export function Backup({ backup, folder, remindsAfter, remindAfter }: ReturnType<typeof useBackups>) {
	const isPrivate = browser.extension?.inIncognitoContext;
	return (
		<section className="backup-section">
			<BackupPanel
				state={backup.state}
				restored={backup.restored}
				disabledReason={isPrivate ? i18n.t("backup.private") : undefined}
				onDownload={backup.download}
				onPick={backup.pick}
				onRestore={backup.restore}
				onUndo={backup.undo}
				onClose={backup.close}
				onCloseRestored={backup.closeRestored}
			/>
			{!isPrivate && (
				<>
					<BackupReminder choices={REMINDER_DAYS} afterDays={remindsAfter} onSet={remindAfter} />
					<FolderFile
						state={folder.state}
						failure={folder.failure}
						onCreate={folder.create}
						onOpen={folder.open}
						onSync={() => void folder.sync()}
						onForget={() => void folder.forget()}
					/>
					<ExportButtons hasFailed={backup.hasExportFailed} onExport={backup.exportAs} />
				</>
			)}
		</section>
	);
}
