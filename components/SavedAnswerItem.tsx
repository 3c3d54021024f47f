import { Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import type { SavedAnswer } from "../lib/messaging/protocol";
import { AnswerView } from "./AnswerView";
import { formatDayOf } from "./format-day";

/** One saved answer: where it was found, the snapshot on request, and a way to take it off the list. */
export function SavedAnswerItem({
	saved,
	pageAddress,
	onRemove,
}: {
	saved: SavedAnswer;
	/** Empty where there is none. */
	pageAddress: string;
	onRemove: (saved: SavedAnswer) => void;
}) {
	const [isOpen, setOpen] = useState(false);
	const { snapshot, context } = saved;
	return (
		<li className="saved-answer">
			<h3 dir="auto" lang={snapshot.lang}>
				{snapshot.title}
			</h3>
			<p className="answer-label">{i18n.t("saved.savedOn", [formatDayOf(saved.savedAt)])}</p>
			{context.sentence && (
				<p className="saved-sentence" dir="auto">
					{i18n.t("saved.foundIn", [context.sentence])}
				</p>
			)}
			{pageAddress && (
				<p className="answer-label">
					<a href={pageAddress} target="_blank" rel="noreferrer noopener">
						{context.pageTitle || i18n.t("saved.openPage")}
					</a>
				</p>
			)}
			<div className="answer-actions">
				<button
					type="button"
					aria-expanded={isOpen}
					aria-label={i18n.t(isOpen ? "saved.hideOf" : "saved.showOf", [snapshot.title])}
					onClick={() => setOpen(!isOpen)}
				>
					{i18n.t(isOpen ? "saved.hide" : "saved.show")}
				</button>
				<button type="button" aria-label={i18n.t("save.removeOf", [snapshot.title])} onClick={() => onRemove(saved)}>
					<Trash2 size={15} aria-hidden /> {i18n.t("save.remove")}
				</button>
			</div>
			{isOpen && <AnswerView answer={snapshot} packName={saved.packName} />}
		</li>
	);
}
