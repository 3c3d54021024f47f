import { useEffect, useReducer, useState } from "react";
import { browser } from "wxt/browser";
import type { PageState } from "../../components/PageSwitch";
import { openCapture } from "../../lib/messaging/capture-page";
import { countSymptoms } from "../../lib/messaging/page-terms";
import { askTab } from "../../lib/messaging/tab-requests";
import { isOnForSite, readSettings, setOnEverywhere, setOnForSite, watchSettings } from "../../lib/settings";

/** Time for a page to start or stop its lens before the popup asks again, in milliseconds. */
const SETTLE_MS = 250;

/** The tab that the popup was opened over: what runs there, the switches for it, and the capture of its question. */
export function usePageState(): {
	page: PageState;
	switchHere: (isOn: boolean) => void;
	switchEverywhere: (isOn: boolean) => void;
	reload: () => void;
	/** Asks the browser for the permission that the reader has taken back, then loads the page again. */
	allow: () => void;
	/** Reads the page although pages are read only when the reader asks. */
	read: () => void;
	capture: () => void;
} {
	const [page, setPage] = useState<PageState>({ name: "checking" });
	const [tabId, setTabId] = useState<number>();
	const [asked, countAsked] = useReducer((count: number) => count + 1, 0);

	const reload = () => {
		if (tabId !== undefined) void browser.tabs.reload(tabId);
	};

	useEffect(() => {
		const stop = new AbortController();
		const look = async () => {
			const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
			setTabId(tab?.id);
			const described = await readPageState(tab?.id, tab?.url);
			if (!stop.signal.aborted) setPage(described);
		};
		void look();
		if (asked > 0) setTimeout(look, SETTLE_MS);
		watchSettings(() => {
			void look();
			setTimeout(look, SETTLE_MS);
		}, stop.signal);
		// While a page loads nobody answers; ask again when it is there.
		const lookAgain = (_tabId: number, change: { status?: string }) => {
			if (change.status === "complete") setTimeout(look, SETTLE_MS);
		};
		browser.tabs.onUpdated.addListener(lookAgain);
		return () => {
			stop.abort();
			browser.tabs.onUpdated.removeListener(lookAgain);
		};
	}, [asked]);

	return {
		page,
		switchHere: (isOn) => {
			if (page.name === "reachable") void setOnForSite(page.host, isOn);
		},
		switchEverywhere: (isOn) => void setOnEverywhere(isOn),
		reload,
		allow: () => {
			if (page.name !== "not-allowed") return;
			void browser.permissions.request({ origins: [page.pages] }).then((isAllowed) => isAllowed && reload());
		},
		read: () => {
			if (tabId !== undefined) void askTab("readPage", tabId).then(countAsked);
		},
		capture: () => {
			if (tabId !== undefined) void openCapture({ tabId, frameId: 0 }).then(() => window.close());
		},
	};
}

/** What runs in a tab, and the reader's switches for it. */
export async function readPageState(tabId: number | undefined, url: string | undefined): Promise<PageState> {
	const description = tabId === undefined ? undefined : await askTab("describePage", tabId);
	const symptomCount = description && tabId !== undefined ? await countSymptoms(tabId) : 0;
	// In Chromium a script of ours answers around the viewer of a PDF, and never finds a word.
	if (description && (symptomCount > 0 || !isPdf(url))) {
		const settings = await readSettings();
		return {
			name: "reachable",
			host: description.host,
			isOnHere: isOnForSite(description.host, settings),
			isOnEverywhere: settings.isOn,
			isWaiting: settings.pages === "asked" && !description.isRunning,
			symptomCount,
		};
	}
	// `activeTab` shows the address of pages that the browser lets us into; a web page without our script is an old tab.
	if (url === undefined || !/^https?:/.test(url) || isPdf(url)) return { name: "unavailable" };
	const { protocol, hostname: host } = new URL(url);
	const pages = `${protocol}//${host}/*`;
	// Chromium asks by itself as the toolbar button is pressed; Firefox leaves it to us.
	const isAllowed = await browser.permissions.contains({ origins: [pages] });
	return isAllowed ? { name: "needs-reload" } : { name: "not-allowed", host, pages };
}

// A PDF is shown by a viewer of the browser, in which no script of ours may run however often it is loaded.
function isPdf(address = ""): boolean {
	return URL.canParse(address) && /\.pdf$/i.test(new URL(address).pathname);
}
