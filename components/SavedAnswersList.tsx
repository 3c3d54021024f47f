import { useState } from "react";
import { i18n } from "#i18n";
import type { SavedAnswer } from "../lib/messaging/protocol";
import type { SavedListState as ListState } from "../lib/messaging/saved-list";
import { SavedAnswerItem } from "./SavedAnswerItem";
import { SavedListState } from "./SavedListState";
import { UndoBar } from "./UndoBar";
import "./saved-answers.css";

export interface SavedAnswersListProps {
	state: ListState;
	/** Address of the page of a saved answer, at its sentence; empty where there is none. */
	addressOf: (saved: SavedAnswer) => string;
	/** Opens the whole list; without it, the list does not say how many more there are. */
	onMore?: (() => void) | undefined;
	onRemove: (saved: SavedAnswer) => Promise<string | undefined>;
	onRestore: (saved: SavedAnswer) => Promise<string | undefined>;
	onAcknowledgeLoss: () => void;
}

/** The short personal list with undo: the newest that fit. Says so when it cannot be read or was lost, and never shows an empty list instead. */
export function SavedAnswersList({ state, addressOf, onMore, ...on }: SavedAnswersListProps) {
	const [removed, setRemoved] = useState<SavedAnswer>();
	const [failure, setFailure] = useState<string>();
	const remove = async (saved: SavedAnswer) => {
		const words = await on.onRemove(saved);
		setFailure(words);
		if (words === undefined) setRemoved(saved);
	};
	const restore = async (saved: SavedAnswer) => {
		const words = await on.onRestore(saved);
		setFailure(words);
		if (words === undefined) setRemoved(undefined);
	};
	const list = state.name === "ready" ? state.list : undefined;
	const more = list ? list.ids.length - list.rows.length : 0;

	return (
		<div className="saved-answers">
			<SavedListState state={state} onAcknowledgeLoss={on.onAcknowledgeLoss} />
			{failure && <p role="alert">{failure}</p>}
			<ul>
				{list?.rows.map((saved) => (
					<SavedAnswerItem key={saved.id} saved={saved} pageAddress={addressOf(saved)} onRemove={remove} />
				))}
			</ul>
			{more > 0 && onMore && (
				<button type="button" onClick={onMore}>
					{i18n.t("personal.more", more, [more.toLocaleString()])}
				</button>
			)}
			<UndoBar
				done={removed && i18n.t("save.removed", [removed.snapshot.title])}
				onUndo={() => removed && void restore(removed)}
				onClose={() => setRemoved(undefined)}
			/>
		</div>
	);
}
