import { i18n } from "#i18n";

/** What the pack of questions kept from pages says of itself when its first one comes, from a page or a backup. */
export function capturedPackWords() {
	return {
		name: i18n.t("capture.packName"),
		origin: i18n.t("capture.packOrigin"),
		licence: i18n.t("capture.packLicence"),
	};
}
