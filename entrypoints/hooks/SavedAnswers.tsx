import { useEffect, useSyncExternalStore } from "react";
import { browser } from "wxt/browser";
import { SavedAnswersList } from "../../components/SavedAnswersList";
import { addressAtSentence } from "../../lib/capture/text-fragment";
import { NEWEST_SAVED, type SavedListStore } from "../../lib/messaging/saved-list";
import { explainRemoveFailure, explainSaveFailure } from "./explain-save-failure";
import { useSettled } from "./use-settled";

/** The newest of the personal list, live; with a query, of what matches it. The library has the whole list. */
export function SavedAnswers({ store, query }: { store: SavedListStore; query: string }) {
	const state = useSyncExternalStore(store.subscribe, store.getSnapshot);
	const text = useSettled(query);
	useEffect(() => store.look({ ...NEWEST_SAVED, text }), [store, text]);
	return (
		<SavedAnswersList
			state={state}
			addressOf={({ context }) => addressAtSentence(context.pageUrl, context.sentence)}
			onMore={() => void browser.tabs.create({ url: browser.runtime.getURL("/library.html") })}
			onRemove={async ({ id }) => explainRemoveFailure(await store.remove(id))}
			onRestore={async ({ id }) => explainSaveFailure(await store.restore(id))}
			onAcknowledgeLoss={() => void store.acknowledgeLoss()}
		/>
	);
}
