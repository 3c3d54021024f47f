import { browser } from "wxt/browser";

/** `type` of the message that wakes the background. */
export const WAKE = "wake";

/** Wakes the background, so that answers are near when the card opens. Plain, without zod: it lives in every page. */
export function wakeBackground(): void {
	try {
		// After an update of the extension this call throws at once; while the background starts, the reply fails.
		browser.runtime.sendMessage({ type: WAKE }).catch(() => undefined);
	} catch {
		// A background that does not wake now wakes with the card's own request.
	}
}

/** Calls back whenever a page wakes the background. Says nothing in return, so anyone may send it. */
export function onWake(callback: () => void): void {
	browser.runtime.onMessage.addListener((message: unknown) => {
		if (typeof message === "object" && message !== null && "type" in message && message.type === WAKE) callback();
	});
}
