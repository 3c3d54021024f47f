import { browser } from "wxt/browser";
import { type FrameTerms, readPageTerms, showTerm } from "./messaging/page-terms";
import { openPanel } from "./messaging/panel";
import { askTab } from "./messaging/tab-requests";
import { isOnForSite, readSettings, setOnForSite } from "./settings";
import { lastShown, type TermPlace, termAfter } from "./terms/group-terms";

/** Answers the keys that the manifest names; which keys those are is the reader's choice. Called as the background starts. */
export function answerCommands(): void {
	// Firefox for Android has no keys.
	browser.commands?.onCommand.addListener((command, tab) => {
		if (tab?.id === undefined) return;
		// First, and without waiting for anything: a panel opens only out of what the reader did just now.
		if (command === "panel") void openPanel(tab.windowId);
		else if (command === "next-term") void goTo(tab.id, (frames) => termAfter(frames, 1));
		else if (command === "previous-term") void goTo(tab.id, (frames) => termAfter(frames, -1));
		else if (command === "card") void goTo(tab.id, (frames) => lastShown(frames) ?? termAfter(frames, 1), true);
		else if (command === "site") void toggleSite(tab.id);
	});
}

/** Opens the card of a term; with `takesFocus` the keyboard goes into it, and back if it is there already. */
async function goTo(tabId: number, choose: (frames: FrameTerms[]) => TermPlace | undefined, takesFocus = false) {
	const place = choose(await readPageTerms(tabId));
	if (place) await showTerm(tabId, place, takesFocus);
}

async function toggleSite(tabId: number): Promise<void> {
	const page = await askTab("describePage", tabId);
	if (page) await setOnForSite(page.host, !isOnForSite(page.host, await readSettings()));
}
