import { type Browser, browser } from "wxt/browser";

/** An item in the menu of web pages. */
export interface MenuItem {
	id: string;
	title: string;
	contexts: ["selection"] | ["page", "frame", "selection"];
	/** Leaves the item out everywhere else, if given. */
	documentUrlPatterns?: string[];
	/** The reader pressed it. What only a gesture may do has to be done before anything is waited for. */
	onPress: (pressed: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab) => void;
}

/** Puts items into the menu of web pages, and answers them. To be called as the background starts. */
export function offerInMenu(items: MenuItem[]): void {
	// Firefox for Android has no such menu.
	browser.contextMenus?.onClicked.addListener((pressed, tab) => {
		const item = items.find(({ id }) => id === pressed.menuItemId);
		if (tab) item?.onPress(pressed, tab);
	});
	browser.runtime.onInstalled.addListener(async () => {
		// An update finds the items of the version before, which may be named otherwise.
		await browser.contextMenus?.removeAll();
		for (const { onPress: _, ...item } of items) browser.contextMenus?.create(item);
	});
}
