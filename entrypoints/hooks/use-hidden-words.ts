import { specialties } from "virtual:specialties";
import {
	type HiddenWords,
	NOTHING_HIDDEN,
	readHiddenWords,
	setKnown,
	setLeftOut,
	watchHiddenWords,
} from "../../lib/hidden-words";
import { useStored } from "./use-stored";

/** What the reader does not want to see underlined, kept up to date, and how to change it. */
export function useHiddenWords() {
	const [hidden, setHidden] = useStored(NOTHING_HIDDEN, readHiddenWords, watchHiddenWords);
	const show = (changed: Promise<HiddenWords>) => void changed.then(setHidden, () => undefined);
	return {
		hidden,
		setKnown: (symptomId: string, isKnown: boolean) => show(setKnown(symptomId, isKnown, specialties)),
		setLeftOut: (name: string, isLeftOut: boolean) => show(setLeftOut(name, isLeftOut, specialties)),
	};
}
