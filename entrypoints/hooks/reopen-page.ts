import { browser } from "wxt/browser";
import type { PageLook } from "../../components/SavedRow";
import { standsOnPage } from "../../lib/capture/sentence-on-page";
import { askTab } from "../../lib/messaging/tab-requests";
import { parseInert } from "./parse-inert";

/** How long a page may take to load, in milliseconds. */
const OPEN_TIMEOUT_MS = 20_000;

/** Pages that are drawn by scripts have their text a moment after they are loaded: looked at so often, with pauses. */
const LOOKS = 4;
const PAUSE_MS = 1_000;

/**
 * Opens a page in a new tab and tells whether a sentence stands on it. The browser loads the page for the reader, as
 * for any link; our script in that tab says what stands there, and nothing else is asked for.
 */
export async function reopenPage(address: string, sentence: string): Promise<PageLook> {
	const { id } = await browser.tabs.create({ url: address });
	const end = Date.now() + OPEN_TIMEOUT_MS;
	let wasRead = false;
	for (let looks = 0; id !== undefined && looks < LOOKS && Date.now() < end; ) {
		const page = await askTab("capturePage", id);
		if (page && standsOnPage(page, sentence, parseInert)) return { name: "found", at: Date.now() };
		wasRead ||= page !== undefined;
		const tab = await browser.tabs.get(id).catch(() => undefined);
		// The reader has closed it.
		if (!tab) break;
		if (tab.status === "complete") looks++;
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	return { name: wasRead ? "gone" : "unopened", at: Date.now() };
}
