import { browser } from "wxt/browser";

/** `type` of the message that closes the cards of a tab's other frames. */
const TYPE = "closeCards";

/** Tells this frame from the others, which all get the message. */
const asker = Math.random();

/** One card at a time: asks the background to close the cards of all other frames of this tab. Plain, without zod: it lives in every page. */
export function closeCardsElsewhere(): void {
	try {
		browser.runtime.sendMessage({ type: TYPE, asker }).catch(() => undefined);
	} catch {
		// After an update of the extension the call throws; the cards of orphans close by themselves.
	}
}

/** Calls back when another frame of the tab asked for cards to be closed, until the signal is aborted. */
export function onCloseCards(close: () => void, signal: AbortSignal): void {
	const listener = (message: unknown) => {
		if (isCloseCards(message) && message.asker !== asker) close();
	};
	browser.runtime.onMessage.addListener(listener);
	signal.addEventListener("abort", () => browser.runtime?.onMessage?.removeListener(listener), { once: true });
}

/** Passes the wish of one frame on to the others of its tab. Reveals nothing, so any page may cause it in its own tab. */
export function relayCloseCards(): void {
	browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
		if (!isCloseCards(message) || tab?.id === undefined) return;
		browser.tabs.sendMessage(tab.id, { type: TYPE, asker: message.asker }).catch(() => undefined);
	});
}

function isCloseCards(message: unknown): message is { asker: unknown } {
	return (
		typeof message === "object" && message !== null && "type" in message && message.type === TYPE && "asker" in message
	);
}
