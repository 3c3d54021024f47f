import { browser } from "wxt/browser";
import { isOfType, tellBackground } from "./tell-background";

/** `type` of the message, and of the request that goes to all frames of the tab. */
const TYPE = "closeCards";

/** Tells this frame from the others, which all get the request. */
const asker = Math.random();

/** One card at a time: asks the background to close the cards of all other frames of this tab. */
export function closeCardsElsewhere(): void {
	tellBackground({ type: TYPE, asker });
}

/** True if this frame itself asked for cards to be closed. */
export function isOwnWish(request: { asker: unknown }): boolean {
	return request.asker === asker;
}

/** Closes the cards of all frames of a tab, save the one that asked. For the product's own pages and the background. */
export function closeCardsIn(tabId: number, asker: unknown = null): void {
	// "Receiving end does not exist" is the normal answer of a page without our script.
	browser.tabs.sendMessage(tabId, { type: TYPE, request: { asker } }).catch(() => undefined);
}

/** Passes the wish of one frame on to the others of its tab. Reveals nothing, so any page may cause it in its own tab. */
export function relayCloseCards(): void {
	browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
		if (!isOfType(message, TYPE) || tab?.id === undefined) return;
		if ("asker" in message) closeCardsIn(tab.id, message.asker);
	});
}
