import { browser } from "wxt/browser";

/** What lies in `storage.local`: the settings, and the sentinel. */
export interface LocalData {
	/** All of it, by key. */
	read: () => Promise<Record<string, unknown>>;
	remove: (keys: string[]) => Promise<void>;
}

/** The one of the product. */
export const browserLocalData: LocalData = {
	read: () => browser.storage.local.get(null),
	remove: (keys) => browser.storage.local.remove(keys),
};
