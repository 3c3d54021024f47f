import { useEffect, useState } from "react";
import type { PageState } from "../../components/PageSwitch";
import { type FrontTab, followFrontPage } from "../../lib/front-page";
import { type FrameTerms, readPageTerms } from "../../lib/messaging/page-terms";
import { readPageState } from "./use-page-state";

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
		const stop = new AbortController();
		followFrontPage(readTerms, setTerms, stop.signal);
		return () => stop.abort();
	}, []);
	return terms;
}

async function readTerms(tab: FrontTab): Promise<PageTerms> {
	const page = await readPageState(tab?.id, tab?.url);
	return { tabId: tab?.id, page, frames: tab?.id === undefined ? [] : await readPageTerms(tab.id) };
}
