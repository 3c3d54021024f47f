import { useCallback, useEffect, useState } from "react";
import { isReminderDue, type ReminderDays, readReminder, setReminder } from "../../lib/backup-reminder";
import { useBackup } from "./use-backup";
import { useFolderFile } from "./use-folder-file";

/**
 * Backup, restore, exports, the shared file and the reminder. They belong to the page and not to its section: the shared
 * file follows every change while the page is open, whatever the reader looks at.
 */
export function useBackups() {
	const [reminder, show] = useState<Awaited<ReturnType<typeof readReminder>>>({ afterDays: 0, since: 0 });
	const readAgain = useCallback(() => void readReminder().then(show, () => undefined), []);
	useEffect(readAgain, [readAgain]);
	const backup = useBackup({ onBackedUp: readAgain });
	const folder = useFolderFile({ onBackedUp: readAgain });
	return {
		backup,
		folder,
		remindsAfter: reminder.afterDays,
		isDue: isReminderDue(reminder, Date.now()),
		remindAfter: (days: ReminderDays) => void setReminder(days).then(show, () => undefined),
	};
}
