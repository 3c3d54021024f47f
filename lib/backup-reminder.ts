import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { inTurn } from "./in-turn";

const KEY = "backupReminder";

/** Days to choose from; 0 is never. */
export const REMINDER_DAYS = [0, 7, 30, 90] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

export interface BackupReminder {
	afterDays: ReminderDays;
	/** The last backup, or when the reminder was switched on; milliseconds since the epoch, 0 for never. */
	since: number;
}

const reminderSchema = z.strictObject({ afterDays: z.literal(REMINDER_DAYS), since: z.number() });

const DAY_MS = 86_400_000;

/** The reminder; off until the reader switches it on. */
export async function readReminder(): Promise<BackupReminder> {
	const stored = (await browser.storage.local.get(KEY))[KEY];
	return reminderSchema.safeParse(stored).data ?? { afterDays: 0, since: 0 };
}

/** Reminds after so many days without a backup, counted from now on if there was none. */
export function setReminder(afterDays: ReminderDays, now = Date.now()): Promise<BackupReminder> {
	return change(({ since }) => ({ afterDays, since: since || now }));
}

/** A backup was made. */
export function noteBackup(now = Date.now()): Promise<BackupReminder> {
	return change((before) => ({ ...before, since: now }));
}

/** Whether the reader wants to be reminded now. */
export function isReminderDue({ afterDays, since }: BackupReminder, now: number): boolean {
	return afterDays > 0 && now - since >= afterDays * DAY_MS;
}

function change(edit: (before: BackupReminder) => BackupReminder): Promise<BackupReminder> {
	return inTurn(KEY, async () => {
		const reminder = edit(await readReminder());
		await browser.storage.local.set({ [KEY]: reminder });
		return reminder;
	});
}
