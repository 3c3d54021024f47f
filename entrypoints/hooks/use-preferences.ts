import { useEffect } from "react";
import {
	type CardPreferences,
	DEFAULT_PREFERENCES,
	keepPart,
	keepTextSize,
	keepTheme,
	readPreferences,
	type TextSize,
	type Theme,
	watchPreferences,
} from "../../lib/card-preferences";
import { useStored } from "./use-stored";

export interface PreferencesView {
	/** Undefined until they are read, a few milliseconds: parts that open and letters that grow under the eye disturb. */
	preferences: CardPreferences | undefined;
	setTextSize: (size: TextSize) => void;
	setTheme: (theme: Theme) => void;
	setPart: (kind: string, isOpen: boolean) => void;
}

/** Where the theme is kept for the first drawing of a page, which cannot wait until the preferences are read. */
const FIRST_THEME_KEY = "theme";

drawFirst();

/** How the reader likes cards to look. Follows changes in other pages and gives the page its theme and size of text. */
export function usePreferences(): PreferencesView {
	const [preferences, setPreferences] = useStored<CardPreferences | undefined>(
		undefined,
		readOrDefault,
		watchPreferences,
	);
	const textSize = preferences?.textSize ?? DEFAULT_PREFERENCES.textSize;
	useEffect(() => {
		document.documentElement.dataset.textSize = textSize;
	}, [textSize]);
	const theme = preferences?.theme;
	useEffect(() => {
		if (theme) drawIn(theme);
	}, [theme]);
	// What cannot be kept still holds for this page.
	const change = (changed: Partial<CardPreferences>, kept: Promise<void>) => {
		setPreferences((before) => ({ ...(before ?? DEFAULT_PREFERENCES), ...changed }));
		kept.catch(() => undefined);
	};
	return {
		preferences,
		setTextSize: (size) => change({ textSize: size }, keepTextSize(size)),
		setTheme: (theme) => change({ theme }, keepTheme(theme)),
		setPart: (kind, isOpen) => change({ parts: { ...preferences?.parts, [kind]: isOpen } }, keepPart(kind, isOpen)),
	};
}

const readOrDefault = () => readPreferences().catch(() => DEFAULT_PREFERENCES);

function drawIn(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
	try {
		localStorage.setItem(FIRST_THEME_KEY, theme);
	} catch {
		// A card has none where the reader lets no frame of another site store anything.
	}
}

function drawFirst(): void {
	try {
		const theme = localStorage.getItem(FIRST_THEME_KEY);
		if (theme) document.documentElement.dataset.theme = theme;
	} catch {
		// Then the theme comes a moment later.
	}
}
