import { browser } from "wxt/browser";

/** Tells the background something that needs no reply. Plain, without zod: it lives in every page. */
export function tellBackground<T extends { type: string }>(message: T): void {
	try {
		// After an update of the extension this call throws at once; while the background starts, the reply fails.
		browser.runtime.sendMessage(message).catch(() => undefined);
	} catch {
		// The script of an extension that is gone has nobody to tell.
	}
}
