import { browser } from "wxt/browser";
import type { MenuItem } from "./page-menu";

/** A frame of a tab whose question is to be captured. */
export interface CaptureSource {
	tabId: number;
	frameId: number;
}

/** Opens the library page over the record that it reads from this frame. Nothing is kept before the reader says so. */
export async function openCapture({ tabId, frameId }: CaptureSource): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL(`/library.html?capture=${tabId}.${frameId}`) });
}

/** The frame that the library page was opened for; undefined if it was opened for itself. */
export function captureSourceOf(search: string): CaptureSource | undefined {
	const [, tabId, frameId] = /^\?capture=(\d+)\.(\d+)$/.exec(search) ?? [];
	return tabId === undefined || frameId === undefined ? undefined : { tabId: Number(tabId), frameId: Number(frameId) };
}

/** The capture as an item in the menu of web pages. */
export function captureItem(title: string): MenuItem {
	return {
		id: "capture",
		title,
		contexts: ["page", "frame", "selection"],
		documentUrlPatterns: ["http://*/*", "https://*/*"],
		onPress: ({ frameId }, { id }) => {
			if (id !== undefined) void openCapture({ tabId: id, frameId: frameId ?? 0 });
		},
	};
}
