import { browser } from "wxt/browser";
import { watchStored } from "./watch-stored";

/** Numbers to choose from by region; any other can be typed in. They are general knowledge and not medical facts. */
export const KNOWN_EMERGENCY_NUMBERS = ["112", "911", "999", "119"] as const;

const KEY = "emergencyNumber";

/** The emergency number that the reader has set; empty while it is not known where they live. */
export async function readEmergencyNumber(): Promise<string> {
	return validNumber((await browser.storage.local.get(KEY))[KEY]);
}

/** Keeps the reader's emergency number, or forgets it if it is none. Resolves to what is kept. */
export async function setEmergencyNumber(number: string): Promise<string> {
	const kept = validNumber(number);
	await browser.storage.local.set({ [KEY]: kept });
	return kept;
}

/** Calls back after every change, until the signal is aborted. */
export function watchEmergencyNumber(onChange: (number: string) => void, signal: AbortSignal): void {
	watchStored(KEY, (value) => onChange(validNumber(value)), signal);
}

/** A number as it is dialled: two to six digits without spaces. Anything else is none, and gives an empty string. */
export function validNumber(stored: unknown): string {
	const digits = typeof stored === "string" ? stored.replace(/[\s-]/g, "") : "";
	return /^\d{2,6}$/.test(digits) ? digits : "";
}
