import { browser } from "wxt/browser";
import type { PagesToContent } from "./protocol";

interface TabRequest {
	type: keyof PagesToContent;
	request?: unknown;
}

/**
 * Answers the product's own pages what they ask a web page, until the signal is aborted. Nobody else can ask:
 * web pages and other content scripts have no way to send a message to a tab. Without zod: it lives in every page.
 */
export function onTabRequest(handlers: () => Partial<PagesToContent>, signal: AbortSignal): void {
	const listener = ({ type, request }: TabRequest, _sender: unknown, reply: (value: unknown) => void) => {
		try {
			const handle = handlers()[type] as ((request: unknown) => unknown) | undefined;
			reply(handle?.(request));
		} catch {
			// Whatever a page is made of, who asked learns that there is no answer.
			reply(undefined);
		}
	};
	browser.runtime.onMessage.addListener(listener);
	signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(listener), { once: true });
}

/** Asks a frame of a tab, the top one unless said otherwise; undefined if no content script lives there. */
export async function askTab<K extends keyof PagesToContent>(
	type: K,
	tabId: number,
	frameId = 0,
	request?: Parameters<PagesToContent[K]>[0],
): Promise<ReturnType<PagesToContent[K]> | undefined> {
	try {
		// Firefox turns a reply of undefined into null.
		return (await browser.tabs.sendMessage(tabId, { type, request } satisfies TabRequest, { frameId })) ?? undefined;
	} catch {
		// "Receiving end does not exist" is the normal answer of a page without our script.
		return undefined;
	}
}
