import { browser } from "wxt/browser";
import type { PageDescription } from "./protocol";

const TYPE = "describePage";

/** Answers the popup's question what runs on this page, until the signal is aborted. Without zod: it lives in every page. */
export function onDescribePage(describe: () => PageDescription, signal: AbortSignal): void {
	const listener = (message: unknown, _sender: unknown, reply: (description: PageDescription) => void) => {
		if (typeof message === "object" && message !== null && "type" in message && message.type === TYPE)
			reply(describe());
	};
	browser.runtime.onMessage.addListener(listener);
	signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(listener), { once: true });
}

/** What runs in the top frame of a tab; undefined if no content script lives there. */
export async function describePage(tabId: number): Promise<PageDescription | undefined> {
	try {
		return await browser.tabs.sendMessage(tabId, { type: TYPE }, { frameId: 0 });
	} catch {
		// "Receiving end does not exist" is the normal answer of a page without our script.
		return undefined;
	}
}
