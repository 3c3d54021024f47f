import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import type { PageState } from "../../components/PageSwitch";
import { type FrameTerms, readPageTerms } from "../../lib/messaging/page-terms";
import { onTermsChanged } from "../../lib/messaging/terms-changed";
import { watchSettings } from "../../lib/settings";
import { readPageState } from "./use-page-state";

/** Time for a page to start or stop its lens before it is asked again, in milliseconds. */
const SETTLE_MS = 250;

/** The page in front, and the terms of all its frames. */
export interface PageTerms {
	tabId: number | undefined;
	page: PageState;
	frames: FrameTerms[];
}

/** Follows the active tab of this window: asks its page anew when it changes, and never in between. */
export function usePageTerms(): PageTerms {
	const [terms, setTerms] = useState<PageTerms>({ tabId: undefined, page: { name: "checking" }, frames: [] });

	useEffect(() => {
		let looks = 0;
		let followed: number | undefined;
		let again: ReturnType<typeof setTimeout> | undefined;
		const look = async () => {
			const mine = ++looks;
			const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
			followed = tab?.id;
			const page = await readPageState(tab?.id, tab?.url);
			const frames = tab?.id === undefined ? [] : await readPageTerms(tab.id);
			// Whoever looked later knows more.
			if (mine === looks) setTerms({ tabId: tab?.id, page, frames });
		};
		const lookSoon = () => {
			clearTimeout(again);
			again = setTimeout(look, SETTLE_MS);
		};
		const activated = () => void look();
		const updated = (tabId: number, { status }: { status?: string }) => {
			if (tabId === followed && status !== undefined) lookSoon();
		};
		const stop = new AbortController();
		browser.tabs.onActivated.addListener(activated);
		browser.tabs.onUpdated.addListener(updated);
		watchSettings(lookSoon, stop.signal);
		// The background notes a frame that tells for the first time; by then it is among those that are asked.
		const stopTerms = onTermsChanged((tabId) => tabId === followed && lookSoon());
		void look();
		return () => {
			looks = -1;
			clearTimeout(again);
			stop.abort();
			stopTerms();
			browser.tabs.onActivated.removeListener(activated);
			browser.tabs.onUpdated.removeListener(updated);
		};
	}, []);

	return terms;
}
