import { useEffect, useState } from "react";
import {
	type CardPreferences,
	DEFAULT_PREFERENCES,
	keepPart,
	keepTextSize,
	readPreferences,
	type TextSize,
	watchPreferences,
} from "../../lib/card-preferences";

export interface PreferencesView {
	/** Undefined until they are read, a few milliseconds: parts that open and letters that grow under the eye disturb. */
	preferences: CardPreferences | undefined;
	setTextSize: (size: TextSize) => void;
	setPart: (kind: string, isOpen: boolean) => void;
}

/** How the reader likes cards to look. Follows changes in other pages and gives the page its size of text. */
export function usePreferences(): PreferencesView {
	const [preferences, setPreferences] = useState<CardPreferences>();
	useEffect(() => {
		const stopping = new AbortController();
		watchPreferences(setPreferences, stopping.signal);
		readPreferences().then(setPreferences, () => setPreferences(DEFAULT_PREFERENCES));
		return () => stopping.abort();
	}, []);
	const textSize = preferences?.textSize ?? DEFAULT_PREFERENCES.textSize;
	useEffect(() => {
		document.documentElement.dataset.textSize = textSize;
	}, [textSize]);
	// What cannot be kept still holds for this page.
	const change = (changed: Partial<CardPreferences>, kept: Promise<void>) => {
		setPreferences((before) => ({ ...(before ?? DEFAULT_PREFERENCES), ...changed }));
		kept.catch(() => undefined);
	};
	return {
		preferences,
		setTextSize: (size) => change({ textSize: size }, keepTextSize(size)),
		setPart: (kind, isOpen) => change({ parts: { ...preferences?.parts, [kind]: isOpen } }, keepPart(kind, isOpen)),
	};
}
