import { browser } from "wxt/browser";
import type { ContentToBackground } from "./protocol";

type ContentMessage = { type: keyof ContentToBackground };

/** Tells the background something that needs no reply. Plain, without zod: it lives in every page. */
export function tellBackground<T extends ContentMessage>(message: T): void {
	try {
		// After an update of the extension this call throws at once; while the background starts, the reply fails.
		browser.runtime.sendMessage(message).catch(() => undefined);
	} catch {
		// The script of an extension that is gone has nobody to tell.
	}
}

/** True for a message of this type, whoever sent it and whatever else it holds. */
export function isOfType(message: unknown, type: keyof ContentToBackground): message is ContentMessage {
	return typeof message === "object" && message !== null && "type" in message && message.type === type;
}
