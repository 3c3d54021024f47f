import { hash } from "@stablelib/sha256";
import { browser } from "wxt/browser";

/**
 * The reader's switches. They lie in `storage.local`, which content scripts can
 * read; so switched-off sites are kept as salted hashes, not as a list of places
 * the reader goes to.
 */
export interface Settings {
	isOn: boolean;
	salt: string;
	offSiteHashes: string[];
}

const KEY = "settings";

/** The settings as stored; everything on if none are stored or they cannot be read. */
export async function readSettings(): Promise<Settings> {
	const stored = (await browser.storage.local.get(KEY))[KEY];
	return isSettings(stored) ? stored : { isOn: true, salt: "", offSiteHashes: [] };
}

/** Calls back after every change of the settings, until the signal is aborted. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
	const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
		const stored = changes[KEY]?.newValue;
		if (area === "local" && isSettings(stored)) onChange(stored);
	};
	browser.storage.onChanged.addListener(listener);
	signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Switches the lens on or off everywhere. */
export async function setOnEverywhere(isOn: boolean): Promise<Settings> {
	return change((settings) => ({ ...settings, isOn }));
}

/** Switches the lens on or off for a site. */
export async function setOnForSite(host: string, isOn: boolean): Promise<Settings> {
	return change((settings) => {
		const hash = hashOf(host, settings.salt);
		const others = settings.offSiteHashes.filter((other) => other !== hash);
		return { ...settings, offSiteHashes: isOn ? others : [...others, hash] };
	});
}

/** True unless the reader has switched this site off. */
export function isOnForSite(host: string, { salt, offSiteHashes }: Settings): boolean {
	return offSiteHashes.length === 0 || !offSiteHashes.includes(hashOf(host, salt));
}

/** The host that the reader sees in the address bar, also from inside a frame. */
export function siteHost(view: Pick<Window, "location"> & { document: Pick<Document, "referrer"> }): string {
	const top = view.location.ancestorOrigins?.item(view.location.ancestorOrigins.length - 1);
	// A browser without ancestorOrigins still names the embedding page as referrer.
	const inFrame = view.location.ancestorOrigins === undefined && view !== (view as Window).top;
	const address = top ?? (inFrame && view.document.referrer ? view.document.referrer : view.location.href);
	return URL.canParse(address) ? new URL(address).hostname : "";
}

// Two pages that change the settings at once must not undo each other.
async function change(edit: (settings: Settings) => Settings): Promise<Settings> {
	return navigator.locks.request(KEY, async () => {
		const stored = await readSettings();
		const edited = edit({ ...stored, salt: stored.salt || hexOf(crypto.getRandomValues(new Uint8Array(16))) });
		await browser.storage.local.set({ [KEY]: edited });
		return edited;
	});
}

function hashOf(host: string, salt: string): string {
	return hexOf(hash(new TextEncoder().encode(`${salt}:${host.replace(/^www\./, "")}`)));
}

function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isSettings(stored: unknown): stored is Settings {
	return (
		typeof stored === "object" &&
		stored !== null &&
		"isOn" in stored &&
		typeof stored.isOn === "boolean" &&
		"salt" in stored &&
		typeof stored.salt === "string" &&
		"offSiteHashes" in stored &&
		Array.isArray(stored.offSiteHashes)
	);
}
