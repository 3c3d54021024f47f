import { browser } from "wxt/browser";
import { i18n } from "#i18n";

/** True in a private window, where nothing is kept. */
export function isPrivateWindow(): boolean {
	return browser.extension?.inIncognitoContext === true;
}

/** Why nothing can be kept here, in the reader's words; undefined outside private windows. */
export function privateReason(): string | undefined {
	return isPrivateWindow() ? i18n.t("save.private") : undefined;
}
