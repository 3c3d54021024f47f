import { useId } from "react";
import { i18n } from "#i18n";

const DAYS = [0, 7, 30, 90] as const;

export interface BackupReminderProps {
	afterDays: (typeof DAYS)[number];
	onSet: (afterDays: (typeof DAYS)[number]) => void;
}

/** When the library page reminds of a backup. */
export function BackupReminder({ afterDays, onSet }: BackupReminderProps) {
	const id = useId();
	return (
		<div className="pack-actions">
			<label htmlFor={id}>{i18n.t("backup.reminder")}</label>
			<select
				id={id}
				value={afterDays}
				onChange={({ target }) => onSet(DAYS.find((days) => String(days) === target.value) ?? 0)}
			>
				{DAYS.map((days) => (
					<option key={days} value={days}>
						{i18n.t(`backup.reminder${days}`)}
					</option>
				))}
			</select>
		</div>
	);
}
