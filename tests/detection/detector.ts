import { Detector } from "../../lib/detection/find-mentions";
import { compiledLexicon } from "../../scripts/content-plugin";

/** The lexicon of the product. */
export const lexicon = compiledLexicon();

const detector = new Detector(lexicon);

/** What is found in a text that is a page of its own: the words of each mention, its symptom and assertion. */
function found(text: string): { words: string; symptom: string; assertion: string }[] {
	detector.judgePage(text);
	return detector.findMentions(text).map(({ parts, symptomId, assertion }) => ({
		words: parts.map(({ start, end }) => text.slice(start, end)).join(" … "),
		symptom: symptomId,
		assertion,
	}));
}

/** What is found as lines `words: symptom`, in the order of the text. */
export function names(text: string): string[] {
	return found(text).map(({ words, symptom }) => `${words}: ${symptom}`);
}

/** The assertions of what is found, in the order of the text. */
export function assertions(text: string): string[] {
	return found(text).map(({ assertion }) => assertion);
}
