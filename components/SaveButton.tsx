import { Bookmark, BookmarkCheck } from "lucide-react";
import { i18n } from "#i18n";
import type { FoundAnswer } from "../lib/messaging/protocol";
import type { SaveActions } from "./AnswersSection";

/**
 * Saves an answer, or takes it off the list again; one button, so that pressing twice changes nothing. `data-keeps` names
 * what a page must not trick a reader into: see `lib/press-guard.ts`.
 */
export function SaveButton({ found, save }: { found: FoundAnswer; save: SaveActions }) {
	const { savedId } = found;
	if (savedId !== null) {
		return (
			<button type="button" data-keeps="" title={i18n.t("save.remove")} onClick={() => save.onRemove(savedId)}>
				<BookmarkCheck size={16} aria-hidden /> {i18n.t("save.saved")}
			</button>
		);
	}
	return (
		<>
			<button
				type="button"
				data-keeps=""
				disabled={save.disabledReason !== undefined}
				onClick={() => save.onSave(found)}
			>
				<Bookmark size={16} aria-hidden /> {i18n.t("save.save")}
			</button>
			{save.disabledReason && <span className="answer-label">{save.disabledReason}</span>}
		</>
	);
}
