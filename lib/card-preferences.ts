import { browser } from "wxt/browser";

/** Sizes of text, from the smallest; what each is stands in `components/tokens.css`. */
export const TEXT_SIZES = ["small", "normal", "large", "largest"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/**
 * How the reader likes cards to look. It says nothing of what they read: parts of a card are kept by kind, not by
 * symptom.
 */
export interface CardPreferences {
	textSize: TextSize;
	/** Kinds of parts that the reader has opened or closed last; the others are as the card has them. */
	parts: Record<string, boolean>;
}

/** The looks before the reader has chosen any. */
export const DEFAULT_PREFERENCES: CardPreferences = { textSize: "normal", parts: {} };

const KEY = "cardPreferences";

/** Kinds of parts that are kept at most; a card has about ten. */
const MOST_PARTS = 40;

/** The preferences as stored; the defaults for all that is missing or damaged. */
export async function readPreferences(): Promise<CardPreferences> {
	return validPreferences((await browser.storage.local.get(KEY))[KEY]);
}

/** Keeps the size of text in cards, popup and library. */
export async function keepTextSize(textSize: TextSize): Promise<void> {
	await change((kept) => ({ ...kept, textSize }));
}

/** Keeps that parts of this kind are open, or closed, in every card. */
export async function keepPart(kind: string, isOpen: boolean): Promise<void> {
	await change((kept) => ({ ...kept, parts: { ...kept.parts, [kind]: isOpen } }));
}

/** Calls back after every change, until the signal is aborted. */
export function watchPreferences(onChange: (preferences: CardPreferences) => void, signal: AbortSignal): void {
	const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
		if (area === "local" && KEY in changes) onChange(validPreferences(changes[KEY]?.newValue));
	};
	browser.storage.onChanged.addListener(listener);
	signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Preferences out of whatever is stored; what is none falls back to the default. Never throws. */
export function validPreferences(stored: unknown): CardPreferences {
	const { textSize, parts } = (stored ?? {}) as Partial<Record<keyof CardPreferences, unknown>>;
	const kept = Object.entries(typeof parts === "object" ? (parts ?? {}) : {})
		.filter((part): part is [string, boolean] => typeof part[1] === "boolean")
		.slice(0, MOST_PARTS);
	return {
		textSize: TEXT_SIZES.find((size) => size === textSize) ?? DEFAULT_PREFERENCES.textSize,
		parts: Object.fromEntries(kept),
	};
}

// Two cards that are open at once must not undo each other.
async function change(edit: (preferences: CardPreferences) => CardPreferences): Promise<void> {
	await navigator.locks.request(KEY, async () => browser.storage.local.set({ [KEY]: edit(await readPreferences()) }));
}
