import { browser } from "wxt/browser";
import { i18n } from "#i18n";

/** True in a private window, where no answer, episode or question of a page is kept; settings are. */
export function isPrivateWindow(): boolean {
	return browser.extension?.inIncognitoContext === true;
}

/** Why no answer can be kept here, in the reader's words; undefined outside private windows. */
export function privateReason(): string | undefined {
	return isPrivateWindow() ? i18n.t("save.private") : undefined;
}
