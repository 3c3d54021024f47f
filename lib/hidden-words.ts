import { browser } from "wxt/browser";
import { inTurn } from "./in-turn";
import { changeSettings } from "./settings";
import { watchStored } from "./watch-stored";

/**
 * What the reader does not want to see underlined, as they chose it. The settings hold only what follows from it, a
 * list of symptoms, because that is all a page has to know.
 */
export interface HiddenWords {
	/** Symptoms that the reader knows. */
	known: string[];
	/** Specialties whose symptoms are left out. */
	leftOut: string[];
}

/** The symptoms of each specialty, by its name. */
export type Specialties = Readonly<Record<string, readonly string[]>>;

export const NOTHING_HIDDEN: HiddenWords = { known: [], leftOut: [] };

const KEY = "hiddenWords";

/** What the reader chose; nothing if it cannot be read as such. */
export async function readHiddenWords(): Promise<HiddenWords> {
	return asHiddenWords((await browser.storage.local.get(KEY))[KEY]);
}

/** Calls back after every change, until the signal is aborted. */
export function watchHiddenWords(onChange: (hidden: HiddenWords) => void, signal: AbortSignal): void {
	watchStored(KEY, (value) => onChange(asHiddenWords(value)), signal);
}

/** Adds a symptom to the known ones, or takes it away. */
export function setKnown(symptomId: string, isKnown: boolean, specialties: Specialties): Promise<HiddenWords> {
	return change(specialties, ({ known, leftOut }) => ({ known: withOrWithout(known, symptomId, isKnown), leftOut }));
}

/** Leaves the symptoms of a specialty out, or takes them in again. */
export function setLeftOut(specialty: string, isLeftOut: boolean, specialties: Specialties): Promise<HiddenWords> {
	return change(specialties, ({ known, leftOut }) => ({
		known,
		leftOut: withOrWithout(leftOut, specialty, isLeftOut),
	}));
}

/** Chooses all of it at once, as a backup says. */
export function setHiddenWords(hidden: HiddenWords, specialties: Specialties): Promise<HiddenWords> {
	return change(specialties, () => hidden);
}

/** The symptoms that are not underlined: those that are known, and those of specialties that are left out. Each once, sorted. */
export function hiddenSymptomsOf({ known, leftOut }: HiddenWords, specialties: Specialties): string[] {
	return [...new Set([...known, ...leftOut.flatMap((name) => specialties[name] ?? [])])].sort();
}

// Two pages that change it at once must not undo each other.
function change(specialties: Specialties, edit: (hidden: HiddenWords) => HiddenWords): Promise<HiddenWords> {
	return inTurn(KEY, async () => {
		const edited = edit(await readHiddenWords());
		await browser.storage.local.set({ [KEY]: edited });
		await changeSettings({ hiddenSymptoms: hiddenSymptomsOf(edited, specialties) });
		return edited;
	});
}

function withOrWithout(list: string[], item: string, isIn: boolean): string[] {
	const others = list.filter((other) => other !== item);
	return isIn ? [...others, item] : others;
}

function asHiddenWords(stored: unknown): HiddenWords {
	const { known, leftOut } = (stored ?? {}) as Record<string, unknown>;
	return { known: textsOf(known), leftOut: textsOf(leftOut) };
}

function textsOf(list: unknown): string[] {
	return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}
