import { useEffect, useRef, useState } from "react";
import { browser } from "wxt/browser";
import type { PageState } from "../../components/PageSwitch";
import { type FrontTab, followFrontPage } from "../../lib/front-page";
import { openCapture } from "../../lib/messaging/capture-page";
import { countSymptoms } from "../../lib/messaging/page-terms";
import { askTab } from "../../lib/messaging/tab-requests";
import { isOnForSite, readSettings, setOnEverywhere, setOnForSite } from "../../lib/settings";

interface FrontPage {
	tabId: number | undefined;
	page: PageState;
}

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
	const [{ tabId, page }, setFront] = useState<FrontPage>({ tabId: undefined, page: { name: "checking" } });
	const lookSoon = useRef<() => void>(undefined);
	useEffect(() => {
		const stop = new AbortController();
		lookSoon.current = followFrontPage(readFrontPage, setFront, stop.signal);
		return () => stop.abort();
	}, []);
	const reload = () => {
		if (tabId !== undefined) void browser.tabs.reload(tabId);
	};

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
			if (tabId !== undefined) void askTab("readPage", tabId).then(lookSoon.current);
		},
		capture: () => {
			if (tabId !== undefined) void openCapture({ tabId, frameId: 0 }).then(() => window.close());
		},
	};
}

async function readFrontPage(tab: FrontTab): Promise<FrontPage> {
	return { tabId: tab?.id, page: await readPageState(tab?.id, tab?.url) };
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
			isRunning: description.isRunning,
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
