import { browser } from "wxt/browser";
import { onTermsChanged } from "./messaging/terms-changed";
import { watchSettings } from "./settings";

/** Time for a page to start or stop its lens before it is asked again, in milliseconds. */
const SETTLE_MS = 250;

/** The tab in front; undefined where the window has none, its address where the browser shows it to us. */
export type FrontTab = { id?: number | undefined; url?: string | undefined } | undefined;

/**
 * Follows the active tab of this window until the signal is aborted: reads its page at once, and anew when it changes.
 * Returns how to have it read again once it has had time to do what it was asked for.
 */
export function followFrontPage<T>(
	read: (tab: FrontTab) => Promise<T>,
	onRead: (page: T) => void,
	signal: AbortSignal,
): () => void {
	let looks = 0;
	let followed: number | undefined;
	let again: ReturnType<typeof setTimeout> | undefined;
	const look = async () => {
		const mine = ++looks;
		const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
		followed = tab?.id;
		const page = await read(tab);
		// Whoever looked later knows more.
		if (mine === looks && !signal.aborted) onRead(page);
	};
	const lookSoon = () => {
		clearTimeout(again);
		again = setTimeout(look, SETTLE_MS);
	};
	const activated = () => void look();
	const updated = (tabId: number, { status }: { status?: string }) => {
		if (tabId === followed && status !== undefined) lookSoon();
	};
	browser.tabs.onActivated.addListener(activated);
	browser.tabs.onUpdated.addListener(updated);
	watchSettings(() => {
		// What the reader has switched is told at once; what the page makes of it, when it has.
		void look();
		lookSoon();
	}, signal);
	// The background notes a frame that tells for the first time; by then it is among those that are asked.
	const stopTerms = onTermsChanged((tabId) => tabId === followed && lookSoon());
	signal.addEventListener(
		"abort",
		() => {
			clearTimeout(again);
			stopTerms();
			browser.tabs.onActivated.removeListener(activated);
			browser.tabs.onUpdated.removeListener(updated);
		},
		{ once: true },
	);
	void look();
	return lookSoon;
}
