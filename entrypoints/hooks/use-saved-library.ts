import { useCallback, useEffect, useMemo, useReducer, useState, useSyncExternalStore } from "react";
import { RowsById } from "../../lib/browse/rows-by-id";
import { NO_SAVED_FILTER, type SavedFilter, type SavedSort } from "../../lib/browse/saved-choice";
import { askBackground } from "../../lib/messaging/messenger";
import { createNoteWriter } from "../../lib/messaging/note-writer";
import type { SavedAnswer } from "../../lib/messaging/protocol";
import { createSavedListStore, NEWEST_SAVED } from "../../lib/messaging/saved-list";
import { storedDrafts } from "./stored-drafts";
import { useSettled } from "./use-settled";

/** What the reader asks of the list. */
export interface SavedQuery {
	text: string;
	filter: SavedFilter;
	sort: SavedSort;
}

const EVERYTHING: SavedQuery = { text: "", filter: NO_SAVED_FILTER, sort: "saved" };

/** The whole personal list as the library shows it: narrowed, sorted, its rows read when they come into sight. */
export function useSavedLibrary() {
	const [store] = useState(() => createSavedListStore({ ...NEWEST_SAVED, count: RowsById.firstCount }));
	const state = useSyncExternalStore(store.subscribe, store.getSnapshot);
	const [query, setQuery] = useState(EVERYTHING);
	const [, redraw] = useReducer((count: number) => count + 1, 0);
	const [rows] = useState(() => new RowsById<SavedAnswer>(readRows, redraw));
	const list = state.name === "ready" ? state.list : undefined;

	const asked = useSettled(query);
	useEffect(() => store.look({ ...asked, count: RowsById.firstCount }), [store, asked]);
	// Before the list is drawn, so that its first rows are never blank.
	useMemo(() => list && void rows.refresh(list.rows), [rows, list]);

	return {
		state,
		list,
		/** Another one for every question that was answered: its list begins at the top. */
		key: state.name === "ready" ? JSON.stringify(state.request) : "",
		query,
		change: useCallback((change: Partial<SavedQuery>) => setQuery((before) => ({ ...before, ...change })), []),
		clear: useCallback(() => setQuery(({ sort }) => ({ ...EVERYTHING, sort })), []),
		rowOf: (id: string) => rows.rowOf(id),
		onNeed: useCallback((id: string) => rows.need(id), [rows]),
		acknowledgeLoss: () => void store.acknowledgeLoss(),
	};
}

/** Keeps notes while they are typed; nothing is lost when the reader leaves. `onKept` hears whether they were kept. */
export function useNotes(onKept: (isKept: boolean) => void) {
	const [writer] = useState(() =>
		createNoteWriter(async (id, note) => {
			const result = await askBackground("changeSavedAnswer", { id, note });
			if (!result.ok && result.reason === "not-found") return "gone";
			onKept(result.ok);
			return result.ok ? "kept" : "failed";
		}, storedDrafts),
	);
	useEffect(() => {
		const flush = () => writer.flush();
		window.addEventListener("pagehide", flush);
		document.addEventListener("visibilitychange", flush);
		return () => {
			flush();
			window.removeEventListener("pagehide", flush);
			document.removeEventListener("visibilitychange", flush);
		};
	}, [writer]);
	return writer;
}

async function readRows(ids: string[]): Promise<SavedAnswer[] | undefined> {
	const result = await askBackground("readSavedAnswers", { ids });
	return result.ok ? result.value : undefined;
}
