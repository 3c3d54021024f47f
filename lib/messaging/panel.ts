import { browser } from "wxt/browser";
import type { MenuItem } from "./page-menu";

/** Where a selection waits for the panel: in memory, closed to content scripts, and only until the panel has taken it. */
const KEY = "asked";

/** Longest selection that is looked up, in characters: as long as the search box takes. */
const LONGEST_QUESTION = 200;

interface Question {
	text: string;
	windowId: number;
}

/** The side panel of Chromium, and the sidebar of Firefox, which no shared types describe. */
interface PanelBrowser {
	sidePanel?: { open(options: { windowId: number }): Promise<void> };
	sidebarAction?: { open(): Promise<void>; toggle(): Promise<void> };
}

/** The window that this page is in; undefined in Firefox for Android, which knows no windows. */
export async function currentWindowId(): Promise<number | undefined> {
	return (await (browser.windows as Partial<typeof browser.windows> | undefined)?.getCurrent?.())?.id;
}

/**
 * Opens the panel beside a window; in a tab where the browser has no panel, no windows, or refuses. To be called right
 * in the listener of what the reader did: after any wait the browsers no longer take it for the reader's wish.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
	const { sidePanel, sidebarAction } = browser as PanelBrowser;
	try {
		if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId });
		else if (sidebarAction) await sidebarAction.open();
		else throw new Error("this browser has no panel");
	} catch {
		const url = browser.runtime.getURL("/sidepanel.html");
		await browser.tabs.create(windowId === undefined ? { url } : { url, windowId });
	}
}

/** The question what the selection means, as an item in the menu of web pages. */
export function askItem(title: string): MenuItem {
	return {
		id: "ask",
		title,
		contexts: ["selection"],
		onPress: ({ selectionText }, { windowId }) => void askPanel(selectionText ?? "", windowId),
	};
}

async function askPanel(selection: string, windowId: number): Promise<void> {
	const opening = openPanel(windowId);
	const text = selection.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION);
	await browser.storage.session.set({ [KEY]: { text, windowId } satisfies Question });
	await opening;
}

/** Calls back with each question that is asked of the panel of this window, the one that waits included, until the signal is aborted. */
export function onAskedPanel(windowId: number, callback: (text: string) => void, signal: AbortSignal): void {
	const take = async () => {
		const question = (await browser.storage.session.get(KEY))[KEY] as Question | undefined;
		if (question?.windowId !== windowId || signal.aborted) return;
		await browser.storage.session.remove(KEY);
		callback(question.text);
	};
	const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
		if (area === "session" && changes[KEY]?.newValue !== undefined) void take();
	};
	browser.storage.onChanged.addListener(listener);
	signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
	void take();
}
