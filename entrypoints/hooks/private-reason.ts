import { browser } from "wxt/browser";
import { i18n } from "#i18n";

/** Why nothing can be kept here, in the reader's words; undefined outside private windows. */
export function privateReason(): string | undefined {
	return browser.extension?.inIncognitoContext ? i18n.t("save.private") : undefined;
}
