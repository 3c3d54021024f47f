import { askBackground, onSavedAnswersChanged } from "./messenger";
import type { FoundAnswer, Result, SavedContext, SavedList } from "./protocol";

/** The personal list as a page of the product sees it. */
export type SavedListState = { name: "loading" } | ({ name: "ready" } & SavedList) | { name: "failed" };

/** The personal list, kept up to date while the page is open; shaped for React's `useSyncExternalStore`. */
export interface SavedListStore {
	subscribe: (onChange: () => void) => () => void;
	getSnapshot: () => SavedListState;
	save: (found: FoundAnswer, context: SavedContext) => Promise<Result<unknown>>;
	remove: (id: string) => Promise<Result<unknown>>;
	restore: (id: string) => Promise<Result<unknown>>;
	acknowledgeLoss: () => Promise<Result<unknown>>;
	reload: () => Promise<void>;
}

/** Opens the personal list for a page; it is read at once and again after every change made anywhere. */
export function createSavedListStore(): SavedListStore {
	let state: SavedListState = { name: "loading" };
	const listeners = new Set<() => void>();
	const reload = async () => {
		const result = await askBackground("listSavedAnswers", undefined);
		state = result.ok ? { name: "ready", ...result.value } : { name: "failed" };
		for (const listener of listeners) listener();
	};
	const afterwards = async <T>(result: Promise<Result<T>>) => {
		const settled = await result;
		await reload();
		return settled;
	};
	onSavedAnswersChanged(() => void reload());
	void reload();

	return {
		subscribe: (onChange) => {
			listeners.add(onChange);
			return () => listeners.delete(onChange);
		},
		getSnapshot: () => state,
		save: ({ packId, answer }, context) =>
			afterwards(askBackground("saveAnswer", { packId, answerId: answer.id, context })),
		remove: (id) => afterwards(askBackground("removeSavedAnswer", { id })),
		restore: (id) => afterwards(askBackground("restoreSavedAnswer", { id })),
		acknowledgeLoss: () => afterwards(askBackground("acknowledgeLoss", undefined)),
		reload,
	};
}
