import { i18n } from "#i18n";
import type { LogActions } from "../../components/LogSymptom";
import type { SymptomId } from "../../data/schema";
import { askBackground } from "../../lib/messaging/messenger";
import type { Result } from "../../lib/messaging/protocol";
import { randomId } from "../../lib/random-id";
import { isPrivateWindow } from "./private-reason";

/** What a card needs to log episodes of its symptom. */
export function logActionsOf(symptomId: SymptomId): LogActions {
	return {
		disabledReason: isPrivateWindow() ? i18n.t("diary.private") : undefined,
		onBegin: () => {
			// One for all presses of a form: the diary keeps an id once.
			const id = randomId();
			return async (fields) => {
				const result = await askBackground("addEpisode", { id, draft: { symptomId, ...fields } });
				return result.ok ? { id } : { failure: explainDiaryFailure(result) ?? "" };
			};
		},
		onUndo: async (id) => explainDiaryFailure(await askBackground("removeEpisode", { id })),
	};
}

/** Words for the reader when a change of the diary failed; undefined when it worked. */
export function explainDiaryFailure(result: Result<unknown>): string | undefined {
	if (result.ok) return undefined;
	return i18n.t(result.reason === "storage-full" ? "diary.full" : "diary.failed");
}
