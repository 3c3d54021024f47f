import { useCallback, useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { BackupPanel } from "../../components/BackupPanel";
import { BackupReminder } from "../../components/BackupReminder";
import { ExportButtons } from "../../components/ExportButtons";
import { FolderFile } from "../../components/FolderFile";
import { isReminderDue, type BackupReminder as Reminder, readReminder, setReminder } from "../../lib/backup-reminder";
import { useBackup } from "../hooks/use-backup";
import { useFolderFile } from "../hooks/use-folder-file";

/** Backup, restore, the shared file, exports and the reminder. */
export function Backup() {
	const [reminder, setShownReminder] = useState<Reminder>({ afterDays: 0, since: 0 });
	const readAgain = useCallback(() => void readReminder().then(setShownReminder, () => undefined), []);
	useEffect(readAgain, [readAgain]);
	const backup = useBackup({ onBackedUp: readAgain });
	const folder = useFolderFile({ onBackedUp: readAgain });
	const isPrivate = browser.extension?.inIncognitoContext;
	return (
		<section className="backup-section">
			<BackupPanel
				state={backup.state}
				disabledReason={isPrivate ? i18n.t("backup.private") : undefined}
				onDownload={backup.download}
				onPick={backup.pick}
				onRestore={backup.restore}
				onUndo={backup.undo}
				onClose={backup.close}
			/>
			{!isPrivate && (
				<>
					<BackupReminder
						afterDays={reminder.afterDays}
						isDue={isReminderDue(reminder, Date.now())}
						onSet={(afterDays) => void setReminder(afterDays).then(setShownReminder, () => undefined)}
					/>
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
