import { useCallback } from "react";
import { i18n } from "#i18n";
import type { DuplicateGroup } from "../../lib/browse/saved-duplicates";
import { askBackground } from "../../lib/messaging/messenger";
import type { Result, SavedAnswer } from "../../lib/messaging/protocol";
import { SAVED_TIMEOUT_MS } from "../../lib/messaging/saved-list";
import { useUndo } from "./use-undo";

const removeAll = (ids: string[]) => askBackground("removeSavedAnswers", { ids }, SAVED_TIMEOUT_MS);
const restoreAll = (ids: string[]) => askBackground("restoreSavedAnswers", { ids }, SAVED_TIMEOUT_MS);
const tagAll = (ids: string[], tag: string, isOn: boolean) =>
	askBackground("tagSavedAnswers", { ids, tag, isOn }, SAVED_TIMEOUT_MS);

/** What can be done to the personal list; the last thing done can be undone. */
export function useSavedChanges() {
	const { act, setFailure, ...undoing } = useUndo(explain);
	return {
		...undoing,
		removeOne: ({ id, snapshot }: SavedAnswer) =>
			act(removeAll([id]), (ids) => ({
				done: i18n.t("save.removed", [snapshot.title]),
				undo: () => restoreAll(ids),
			})),
		remove: (ids: string[]) =>
			act(removeAll(ids), (removed) => ({
				done: i18n.t("personal.removed", removed.length, [removed.length.toLocaleString()]),
				undo: () => restoreAll(removed),
			})),
		tag: (ids: string[], tag: string, isOn: boolean) =>
			act(tagAll(ids, tag, isOn), (changed) => ({
				done: i18n.t(isOn ? "personal.tagged" : "personal.untagged", changed.length, [
					changed.length.toLocaleString(),
					tag,
				]),
				undo: () => tagAll(changed, tag, !isOn),
			})),
		tagOne: ({ id, snapshot }: SavedAnswer, tag: string, isOn: boolean) =>
			act(tagAll([id], tag, isOn), (changed) =>
				changed.length === 0
					? undefined
					: {
							done: i18n.t("personal.tagsChanged", [snapshot.title]),
							undo: () => tagAll(changed, tag, !isOn),
						},
			),
		merge: ({ title, ids }: DuplicateGroup) =>
			act(askBackground("mergeSavedAnswers", { ids }), ({ before, removed }) => ({
				done: i18n.t("personal.merged", [title]),
				undo: async () => {
					const restored = await restoreAll(removed);
					return restored.ok ? askBackground("changeSavedAnswer", before) : restored;
				},
			})),
		/** Says so while a note cannot be kept. */
		onNoteKept: useCallback(
			(isKept: boolean) => setFailure(isKept ? undefined : i18n.t("personal.noteFailed")),
			[setFailure],
		),
	};
}

function explain(result: Result<unknown>): string | undefined {
	if (result.ok) return undefined;
	return i18n.t(result.reason === "storage-full" ? "save.full" : "personal.failed");
}
