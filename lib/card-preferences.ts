import { browser } from "wxt/browser";
import { inTurn } from "./in-turn";
import { type CardSize, clampSize } from "./page/place-card";
import { watchStored } from "./watch-stored";

/** Sizes of text, from the smallest; what each is stands in `components/tokens.css`. */
export const TEXT_SIZES = ["small", "normal", "large", "largest"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Light, dark, or as the device has it; what each is stands in `components/tokens.css`. */
export const THEMES = ["device", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/**
 * How the reader likes cards to look. It says nothing of what they read: parts of a card are kept by kind, not by
 * symptom.
 */
export interface CardPreferences {
	textSize: TextSize;
	theme: Theme;
	/** The size that the reader drew the card to, in CSS pixels; null for the usual one. */
	cardSize: CardSize | null;
	/** Kinds of parts that the reader has opened or closed last; the others are as the card has them. */
	parts: Record<string, boolean>;
}

/** The looks before the reader has chosen any. */
export const DEFAULT_PREFERENCES: CardPreferences = { textSize: "normal", theme: "device", cardSize: null, parts: {} };

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

/** Keeps whether pages of the product are light or dark. */
export async function keepTheme(theme: Theme): Promise<void> {
	await change((kept) => ({ ...kept, theme }));
}

/** Keeps the size of cards; null goes back to the usual one. */
export async function keepCardSize(cardSize: CardSize | null): Promise<void> {
	await change((kept) => ({ ...kept, cardSize }));
}

/** Keeps that parts of this kind are open, or closed, in every card. */
export async function keepPart(kind: string, isOpen: boolean): Promise<void> {
	await change((kept) => ({ ...kept, parts: { ...kept.parts, [kind]: isOpen } }));
}

/** Calls back after every change, until the signal is aborted. */
export function watchPreferences(onChange: (preferences: CardPreferences) => void, signal: AbortSignal): void {
	watchStored(KEY, (value) => onChange(validPreferences(value)), signal);
}

/** Preferences out of whatever is stored; what is none falls back to the default. Never throws. */
export function validPreferences(stored: unknown): CardPreferences {
	const { textSize, theme, cardSize, parts } = (stored ?? {}) as Partial<Record<keyof CardPreferences, unknown>>;
	const kept = Object.entries(typeof parts === "object" ? (parts ?? {}) : {})
		.filter((part): part is [string, boolean] => typeof part[1] === "boolean")
		.slice(0, MOST_PARTS);
	return {
		textSize: TEXT_SIZES.find((size) => size === textSize) ?? DEFAULT_PREFERENCES.textSize,
		theme: THEMES.find((each) => each === theme) ?? DEFAULT_PREFERENCES.theme,
		cardSize: validSize(cardSize),
		parts: Object.fromEntries(kept),
	};
}

function validSize(stored: unknown): CardSize | null {
	const { width, height } = (stored ?? {}) as Partial<Record<keyof CardSize, unknown>>;
	if (typeof width !== "number" || typeof height !== "number") return null;
	return Number.isFinite(width) && Number.isFinite(height) ? clampSize({ width, height }) : null;
}

// Two cards that are open at once must not undo each other.
async function change(edit: (preferences: CardPreferences) => CardPreferences): Promise<void> {
	await inTurn(KEY, async () => browser.storage.local.set({ [KEY]: edit(await readPreferences()) }));
}
