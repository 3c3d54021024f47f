import { useId } from "react";
import { i18n } from "#i18n";

type Days = 0 | 7 | 30 | 90;

export interface BackupReminderProps {
	/** What can be chosen, in days; 0 is never. */
	choices: readonly Days[];
	afterDays: Days;
	onSet: (afterDays: Days) => void;
}

/** When the library page reminds of a backup. */
export function BackupReminder({ choices, afterDays, onSet }: BackupReminderProps) {
	const id = useId();
	return (
		<div className="pack-actions">
			<label htmlFor={id}>{i18n.t("backup.reminder")}</label>
			<select
				id={id}
				value={afterDays}
				onChange={({ target }) => onSet(choices.find((days) => String(days) === target.value) ?? 0)}
			>
				{choices.map((days) => (
					<option key={days} value={days}>
						{i18n.t(`backup.reminder${days}`)}
					</option>
				))}
			</select>
		</div>
	);
}
