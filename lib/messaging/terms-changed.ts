import { browser } from "wxt/browser";
import { isOfType, tellBackground } from "./tell-background";

/** `type` of the message that says that the terms of a frame are others now. */
const TYPE = "termsChanged";

/** Tells the background and the side panel that terms came or went in this frame. */
export function tellTermsChanged(): void {
	tellBackground({ type: TYPE });
}

/** Who sent a message, as far as it matters here. */
type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/**
 * Calls back when the terms of a frame have changed, until the returned function is called. The message carries
 * nothing: who wants to know asks the frame. So it does no harm if a page's frame makes it up.
 */
export function onTermsChanged(callback: (tabId: number, frameId: number) => void): () => void {
	const listener = (message: unknown, { id, tab, frameId }: Sender) => {
		const isOurs = isOfType(message, TYPE) && id === browser.runtime.id;
		if (isOurs && tab?.id !== undefined) callback(tab.id, frameId ?? 0);
	};
	browser.runtime.onMessage.addListener(listener);
	return () => browser.runtime.onMessage.removeListener(listener);
}
