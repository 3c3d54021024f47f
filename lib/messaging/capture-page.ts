import { browser } from "wxt/browser";

/** A frame of a tab whose question is to be captured. */
export interface CaptureSource {
	tabId: number;
	frameId: number;
}

const MENU_ITEM = "capture";

/** Opens the library page over the record that it reads from this frame. Nothing is kept before the reader says so. */
export async function openCapture({ tabId, frameId }: CaptureSource): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL(`/library.html?capture=${tabId}.${frameId}`) });
}

/** The frame that the library page was opened for; undefined if it was opened for itself. */
export function captureSourceOf(search: string): CaptureSource | undefined {
	const [, tabId, frameId] = /^\?capture=(\d+)\.(\d+)$/.exec(search) ?? [];
	return tabId === undefined || frameId === undefined ? undefined : { tabId: Number(tabId), frameId: Number(frameId) };
}

/** Puts the capture into the menu of web pages, and answers it. To be called as the background starts. */
export function offerCapture(title: string): void {
	browser.runtime.onInstalled.addListener(async () => {
		// An update finds the item of the version before, which may be named otherwise.
		await browser.contextMenus.removeAll();
		browser.contextMenus.create({
			id: MENU_ITEM,
			title,
			contexts: ["page", "frame", "selection"],
			documentUrlPatterns: ["http://*/*", "https://*/*"],
		});
	});
	browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
		if (menuItemId === MENU_ITEM && tab?.id !== undefined) void openCapture({ tabId: tab.id, frameId: frameId ?? 0 });
	});
}
