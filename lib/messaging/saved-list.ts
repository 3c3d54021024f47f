import { NO_SAVED_FILTER } from "../browse/saved-choice";
import { askBackground, onSavedAnswersChanged } from "./messenger";
import type { Result, SavedList, SavedListRequest } from "./protocol";

/** The personal list as a page of the product sees it, with what it was asked for. */
export type SavedListState =
	| { name: "loading" }
	| { name: "ready"; list: SavedList; request: SavedListRequest }
	| { name: "failed" };

/** The personal list, kept up to date while somebody looks at it; shaped for React's `useSyncExternalStore`. */
export interface SavedListStore {
	subscribe: (onChange: () => void) => () => void;
	getSnapshot: () => SavedListState;
	/** Asks for another part of the list; until it comes, the part before stays. */
	look: (request: SavedListRequest) => void;
	remove: (id: string) => Promise<Result<unknown>>;
	restore: (id: string) => Promise<Result<unknown>>;
	acknowledgeLoss: () => Promise<Result<unknown>>;
	reload: () => Promise<void>;
}

/** Rows of the short list: what fits a popup. The library has the rest. */
const SHORT_LIST = 20;

/** The newest of all that is saved. */
export const NEWEST_SAVED: SavedListRequest = { text: "", filter: NO_SAVED_FILTER, sort: "saved", count: SHORT_LIST };

/** Tens of thousands of saved answers on a slow device, in milliseconds. */
export const SAVED_TIMEOUT_MS = 30_000;

/** Opens the personal list for a page; it is read when somebody looks at it, and again after every change made anywhere. */
export function createSavedListStore(first: SavedListRequest = NEWEST_SAVED): SavedListStore {
	let state: SavedListState = { name: "loading" };
	let wanted = first;
	let reading: Promise<void> | undefined;
	let isOutdated = false;
	const listeners = new Set<() => void>();
	const read = async () => {
		do {
			isOutdated = false;
			const request = wanted;
			const result = await askBackground("listSavedAnswers", request, SAVED_TIMEOUT_MS);
			// What was asked for meanwhile is what the reader wants to see.
			if (request !== wanted) continue;
			state = result.ok ? { name: "ready", list: result.value, request } : { name: "failed" };
			for (const listener of listeners) listener();
		} while (isOutdated);
	};
	// A long list takes a moment to read: however many changes come meanwhile, it is read once more.
	const reload = () => {
		isOutdated = true;
		reading ??= read().finally(() => {
			reading = undefined;
		});
		return reading;
	};
	const afterwards = async <T>(result: Promise<Result<T>>) => {
		const settled = await result;
		await reload();
		return settled;
	};
	let stopFollowing: () => void = () => undefined;

	return {
		subscribe: (onChange) => {
			if (listeners.size === 0) {
				stopFollowing = onSavedAnswersChanged(() => void reload());
				// Whatever changed while nobody looked is not known.
				void reload();
			}
			listeners.add(onChange);
			return () => {
				listeners.delete(onChange);
				if (listeners.size === 0) stopFollowing();
			};
		},
		getSnapshot: () => state,
		look: (request) => {
			if (JSON.stringify(request) === JSON.stringify(wanted)) return;
			wanted = request;
			void reload();
		},
		remove: (id) => afterwards(askBackground("removeSavedAnswer", { id })),
		restore: (id) => afterwards(askBackground("restoreSavedAnswer", { id })),
		acknowledgeLoss: () => afterwards(askBackground("acknowledgeLoss", undefined)),
		reload,
	};
}
