import { browser } from "wxt/browser";

/** Calls back with what lies under a key of `storage.local` after every change of it, until the signal is aborted. */
export function watchStored(key: string, onChange: (value: unknown) => void, signal: AbortSignal): void {
	const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
		if (area === "local" && changes[key]) onChange(changes[key].newValue);
	};
	browser.storage.onChanged.addListener(listener);
	signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}
