import { Detector, type Mention } from "./find-mentions";
import type { CompiledLexicon } from "./lexicon";

/**
 * Finds the symptoms that the texts of a card name, apart from those in `leftOut`: in each text the first mention of a
 * symptom only, and none that overlap. Words apart ("pain that comes with trouble in the chest") are left out: on a
 * page the card tells which words it means, here only the words themselves do. `about` is what the card is judged by.
 */
export function termsInCard(
	lexicon: CompiledLexicon,
	about: string,
	leftOut: ReadonlySet<string>,
): (text: string) => Mention[] {
	const detector = new Detector(lexicon);
	detector.judgePage(about);
	return (text) => {
		const seen = new Set(leftOut);
		let free = 0;
		return detector.findMentions(text).filter(({ symptomId, start, end, parts }) => {
			if (parts.length !== 1 || start < free || seen.has(symptomId)) return false;
			seen.add(symptomId);
			free = end;
			return true;
		});
	};
}
