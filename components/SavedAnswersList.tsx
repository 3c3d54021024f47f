import { useState } from "react";
import { i18n } from "#i18n";
import type { SavedAnswer } from "../lib/messaging/protocol";
import type { SavedListState } from "../lib/messaging/saved-list";
import { SavedAnswerItem } from "./SavedAnswerItem";
import "./saved-answers.css";

export interface SavedAnswersListProps {
	state: SavedListState;
	/** What to show of the list, after searching. */
	shown: SavedAnswer[];
	onRemove: (saved: SavedAnswer) => Promise<string | undefined>;
	onRestore: (saved: SavedAnswer) => Promise<string | undefined>;
	onAcknowledgeLoss: () => void;
}

/** The personal list with undo; says so when it cannot be read or was lost, and never shows an empty list instead. */
export function SavedAnswersList({ state, shown, onRemove, onRestore, onAcknowledgeLoss }: SavedAnswersListProps) {
	const [removed, setRemoved] = useState<SavedAnswer>();
	const [failure, setFailure] = useState<string>();
	const remove = async (saved: SavedAnswer) => {
		const words = await onRemove(saved);
		setFailure(words);
		if (words === undefined) setRemoved(saved);
	};
	const restore = async (saved: SavedAnswer) => {
		const words = await onRestore(saved);
		setFailure(words);
		if (words === undefined) setRemoved(undefined);
	};

	return (
		<div className="saved-answers">
			{state.name === "failed" && <p role="alert">{i18n.t("saved.failed")}</p>}
			{failure && <p role="alert">{failure}</p>}
			{state.name === "ready" && state.isLost && (
				<p role="alert" className="lost">
					{i18n.t("saved.lost")}{" "}
					<button type="button" onClick={onAcknowledgeLoss}>
						{i18n.t("saved.lostOk")}
					</button>
				</p>
			)}
			{state.name === "ready" && !state.isLost && state.savedAnswers.length === 0 && (
				<p className="quiet">{i18n.t("saved.empty")}</p>
			)}
			{state.name === "ready" && state.savedAnswers.length > 0 && shown.length === 0 && (
				<p className="quiet">{i18n.t("saved.noMatch")}</p>
			)}
			<ul>
				{shown.map((saved) => (
					<SavedAnswerItem key={saved.id} saved={saved} onRemove={remove} />
				))}
			</ul>
			<div role="status" className="undo">
				{removed && (
					<>
						<span dir="auto">{i18n.t("save.removed", [removed.snapshot.title])}</span>
						<button type="button" onClick={() => restore(removed)}>
							{i18n.t("save.undo")}
						</button>
					</>
				)}
			</div>
		</div>
	);
}
