import { i18n } from "#i18n";
import type { Result } from "../../lib/messaging/protocol";

/** Words for the reader when saving, or putting back, failed; undefined when it worked. */
export function explainSaveFailure(result: Result<unknown>): string | undefined {
	if (result.ok) return undefined;
	return i18n.t(result.reason === "storage-full" ? "save.full" : "save.failed");
}

/** Words for the reader when taking an answer off the list failed; undefined when it worked. */
export function explainRemoveFailure(result: Result<unknown>): string | undefined {
	return result.ok ? undefined : i18n.t("save.removeFailed");
}
