import { browser } from "wxt/browser";

/**
 * The lifetime of a content script, in place of WXT's own class (an alias in
 * `wxt.config.ts`). WXT's announces the extension's id to the page and lets any
 * page end the script with a forged event; this one listens to nothing the page
 * can send. It ends when the extension was updated or removed.
 */
export class ContentScriptContext {
	readonly #controller = new AbortController();

	/** Aborted when the script has to stop and leave nothing behind. */
	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/**
	 * True once the extension that injected this script is gone. Browsers tell
	 * nobody, so it is asked whenever the reader or the page does something.
	 */
	get isInvalid(): boolean {
		// Chromium takes `runtime.id` away from orphaned scripts.
		if (!this.signal.aborted && browser.runtime?.id === undefined) this.#controller.abort();
		return this.signal.aborted;
	}
}
