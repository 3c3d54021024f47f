import { i18n } from "#i18n";
import { dayOf } from "../../components/format-day";
import type { ExportWords } from "../../lib/backup/export-saved";
import { keptSettings } from "../../lib/backup/settings-record";
import { readEmergencyNumber } from "../../lib/emergency-number";
import { readHiddenWords } from "../../lib/hidden-words";
import { readSettings } from "../../lib/settings";
import type { BackupMeta } from "../../lib/storage/write-backup";
import type { BackupFailure } from "./backup-messages";

/** What a backup of this device says of itself. */
export async function backupMeta(): Promise<BackupMeta> {
	const [settings, hiddenWords, emergencyNumber] = await Promise.all([
		readSettings(),
		readHiddenWords(),
		readEmergencyNumber(),
	]);
	return { writtenAt: Date.now(), settings: keptSettings({ ...settings, hiddenWords }), emergencyNumber };
}

/** Words for the reader about work that was not done. */
export function explainBackupFailure(failure: BackupFailure): string {
	if (failure.reason === "invalid") return i18n.t("backup.invalid", [failure.message]);
	return `${reasonOfFailure(failure)} ${i18n.t("backup.nothingChanged")}`;
}

/** The same where a part of the work was done: the reason alone. */
export function reasonOfFailure(failure: BackupFailure): string {
	if (failure.reason === "invalid") return `${failure.message}.`;
	if (failure.reason === "storage-full") return i18n.t("backup.full");
	if (failure.reason === "no-file") return i18n.t("backup.noFile");
	if (failure.reason === "not-allowed") return i18n.t("backup.notAllowed");
	return i18n.t("backup.failed");
}

/** The words of an export. */
export function exportWords(): ExportWords {
	return {
		title: i18n.t("saved.heading"),
		saved: i18n.t("export.saved"),
		heading: i18n.t("capture.title"),
		question: i18n.t("capture.question"),
		reply: i18n.t("capture.replyText"),
		doctor: i18n.t("capture.doctor"),
		specialty: i18n.t("capture.specialty"),
		hospital: i18n.t("capture.hospital"),
		repliedOn: i18n.t("capture.repliedOn"),
		summary: i18n.t("answers.summary"),
		note: i18n.t("export.note"),
		tags: i18n.t("export.tags"),
		foundIn: i18n.t("export.foundIn"),
		page: i18n.t("export.page"),
		pageAddress: i18n.t("export.pageAddress"),
		source: i18n.t("browse.site"),
		sourceAddress: i18n.t("export.sourceAddress"),
		pack: i18n.t("browse.pack"),
		caution: i18n.t("answers.caution"),
		notDiagnosis: i18n.t("card.notDiagnosis"),
		dayOf,
		lang: "en",
	};
}
