import { browser } from "wxt/browser";
import { watchStored } from "./watch-stored";

const KEY = "remembersLookUps";

/** Whether the reader wants to be reminded of what they looked up. Off until they say so. */
export async function remembersLookUps(): Promise<boolean> {
	return (await browser.storage.local.get(KEY))[KEY] === true;
}

/** Remembers from now on, or no longer; what was remembered before stays until it is forgotten. */
export async function setRemembersLookUps(isOn: boolean): Promise<void> {
	await browser.storage.local.set({ [KEY]: isOn });
}

/** Calls back after every change, until the signal is aborted. */
export function watchRemembersLookUps(onChange: (isOn: boolean) => void, signal: AbortSignal): void {
	watchStored(KEY, (value) => onChange(value === true), signal);
}
