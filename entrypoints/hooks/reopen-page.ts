import { browser } from "wxt/browser";
import type { PageLook } from "../../components/SavedRow";
import { standsOnPage } from "../../lib/capture/sentence-on-page";
import { askTab } from "../../lib/messaging/tab-requests";

/** How long a page may take to answer, in milliseconds. */
const OPEN_TIMEOUT_MS = 20_000;

/** Pages that are drawn by scripts have their text a moment after they are loaded: looked at so often, with pauses between. */
const LOOKS = 4;
const PAUSE_MS = 1_000;

/**
 * Opens a page in a new tab and tells whether a sentence stands on it. The browser loads the page for the reader, as
 * for any link; our script in that tab says what stands there, and nothing else is asked for.
 */
export async function reopenPage(address: string, sentence: string): Promise<PageLook> {
	const { id } = await browser.tabs.create({ url: address });
	const end = Date.now() + OPEN_TIMEOUT_MS;
	let looks = 0;
	while (id !== undefined && looks < LOOKS && Date.now() < end && (await isOpen(id))) {
		const page = await askTab("capturePage", id);
		if (page && standsOnPage(page, sentence, parseInert)) return { name: "found", at: Date.now() };
		if (page) looks++;
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	return { name: looks > 0 ? "gone" : "unopened", at: Date.now() };
}

function isOpen(tabId: number): Promise<boolean> {
	return browser.tabs.get(tabId).then(
		() => true,
		() => false,
	);
}

// A document that is parsed this way runs no script and loads nothing.
function parseInert(html: string): Document {
	return new DOMParser().parseFromString(html, "text/html");
}
