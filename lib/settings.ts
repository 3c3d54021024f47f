import { browser } from "wxt/browser";
import { inTurn } from "./in-turn";
import { randomId } from "./random-id";
import { watchStored } from "./watch-stored";

/**
 * The reader's switches. They lie in `storage.local`, which content scripts can
 * read; so switched-off sites are kept as salted hashes, not as a list of places
 * the reader goes to.
 */
export interface Settings {
	isOn: boolean;
	salt: string;
	offSiteHashes: string[];
	/** Off until then, in milliseconds since the epoch. */
	pausedUntil: number;
	/** Which pages are read: all, those about health, or only when the reader asks. */
	pages: "all" | "health" | "asked";
	/** What opens a card: resting the pointer, that with the Alt key held down, or a click. */
	opensOn: "rest" | "key" | "click";
	/** How long the pointer rests until a card opens, in milliseconds. */
	dwellMs: number;
	/** Underlines every mention, or only the first of a symptom in each section of the page. */
	mentions: "all" | "first";
	/** Most underlined mentions in a paragraph; 0 for any number. */
	mostInParagraph: number;
	/** Symptoms that are not underlined: known words, and those of specialties that were left out. */
	hiddenSymptoms: string[];
	underline: "dotted" | "solid" | "marker" | "none";
}

/** The settings before the reader has chosen anything. */
export const DEFAULT_SETTINGS: Settings = {
	isOn: true,
	salt: "",
	offSiteHashes: [],
	pausedUntil: 0,
	pages: "all",
	opensOn: "rest",
	dwellMs: 300,
	mentions: "all",
	mostInParagraph: 0,
	hiddenSymptoms: [],
	underline: "dotted",
};

/** Most that can be waited for the end of a pause at once: a longer wait ends at once, because browsers count it in 32 bits. */
export const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

const KEY = "settings";

/** The settings as stored; everything on if none are stored or they cannot be read. */
export async function readSettings(): Promise<Settings> {
	const stored = (await browser.storage.local.get(KEY))[KEY];
	return withDefaults(stored);
}

/** Calls back after every change of the settings, until the signal is aborted. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
	watchStored(KEY, (value) => onChange(withDefaults(value)), signal);
}

/** Switches the lens on or off everywhere. */
export async function setOnEverywhere(isOn: boolean): Promise<Settings> {
	return change((settings) => ({ ...settings, isOn }));
}

/** Changes settings that are no list of sites. */
export async function changeSettings(changed: Partial<Omit<Settings, "salt" | "offSiteHashes">>): Promise<Settings> {
	return change((settings) => ({ ...settings, ...changed }));
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
export function isOnForSite(host: string, { salt, offSiteHashes }: Pick<Settings, "salt" | "offSiteHashes">): boolean {
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
	return inTurn(KEY, async () => {
		const stored = await readSettings();
		const edited = edit({ ...stored, salt: stored.salt || randomId() });
		await browser.storage.local.set({ [KEY]: edited });
		return edited;
	});
}

/** One site in a million shares the hash of another. */
const HASH_BITS = 20;

/**
 * FNV-1a, cut short: http://www.isthe.com/chongo/tech/comp/fnv/. The salt lies beside the
 * hashes, so whoever reads both could try all names of sites, whatever the function. That
 * a hundred sites share each hash is what hides the one.
 */
function hashOf(host: string, salt: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(`${salt}:${host.replace(/^www\./, "")}`)) {
		hash = Math.imul(hash ^ byte, 0x01000193);
	}
	return ((hash ^ (hash >>> HASH_BITS)) & ((1 << HASH_BITS) - 1)).toString(36);
}

// By hand: zod would weigh more than all the rest of what reads pages.
function withDefaults(stored: unknown): Settings {
	const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
	for (const [key, value] of Object.entries(stored ?? {})) {
		const known = settings[key];
		if (typeof value === typeof known && Array.isArray(value) === Array.isArray(known)) settings[key] = value;
	}
	return settings as unknown as Settings;
}
