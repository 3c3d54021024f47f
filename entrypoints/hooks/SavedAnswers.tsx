import { useSyncExternalStore } from "react";
import { SavedAnswersList } from "../../components/SavedAnswersList";
import type { SavedListStore } from "../../lib/messaging/saved-list";
import { filterSaved } from "../../lib/search/filter-saved";
import { explainRemoveFailure, explainSaveFailure } from "./explain-save-failure";

/** The personal list, live; with a query, only what matches it. */
export function SavedAnswers({ store, query }: { store: SavedListStore; query: string }) {
	const state = useSyncExternalStore(store.subscribe, store.getSnapshot);
	return (
		<SavedAnswersList
			state={state}
			shown={state.name === "ready" ? filterSaved(state.savedAnswers, query) : []}
			onRemove={async ({ id }) => explainRemoveFailure(await store.remove(id))}
			onRestore={async ({ id }) => explainSaveFailure(await store.restore(id))}
			onAcknowledgeLoss={() => void store.acknowledgeLoss()}
		/>
	);
}
