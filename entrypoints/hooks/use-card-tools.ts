import type { CardTools } from "../../components/CardMenu";
import type { Folding } from "../../components/FoldedPart";
import { TEXT_SIZES } from "../../lib/card-preferences";
import { copyText } from "./copy-text";
import { usePreferences } from "./use-preferences";
import { useReadAloud } from "./use-read-aloud";

/**
 * What a page can do for the cards in it, and how the reader likes them. Both are undefined until that is read, a few
 * milliseconds. `text` names what is on show: reading aloud stops when it changes.
 */
export function useCardTools(text: string): { tools?: CardTools; folding?: Folding } {
	const { preferences, setTextSize, setPart } = usePreferences();
	const { reading, lookForVoice } = useReadAloud(text);
	if (!preferences) return {};
	return {
		tools: {
			copy: copyText,
			reading,
			onOpenMenu: lookForVoice,
			textSizing: { sizes: TEXT_SIZES, size: preferences.textSize, onSize: setTextSize },
		},
		folding: { parts: preferences.parts, onFold: setPart },
	};
}
