import { browser } from "wxt/browser";
import { isOfType, tellBackground } from "./tell-background";

/** `type` of the message that wakes the background. */
const TYPE = "wake";

/** Wakes the background, so that answers are near when the card opens; if it does not, the card's own request does. */
export function wakeBackground(): void {
	tellBackground({ type: TYPE });
}

/** Calls back whenever a page wakes the background. Says nothing in return, so anyone may send it. */
export function onWake(callback: () => void): void {
	browser.runtime.onMessage.addListener((message: unknown) => {
		if (isOfType(message, TYPE)) callback();
	});
}
