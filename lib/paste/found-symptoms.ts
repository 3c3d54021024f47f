import type { Assertion } from "../detection/assertion";
import type { Mention } from "../detection/find-mentions";
import { wordsOf } from "../detection/mention-words";
import { sentenceAround } from "../detection/sentence-around";
import type { PastedParagraph } from "./read-paste";

/** Where in a pasted text a symptom is named. */
interface PastedMention {
	/** Number of the paragraph. */
	paragraph: number;
	mention: Mention;
}

/** One way in which a text names a symptom: the same words, of which the text says the same. */
export interface FoundWords {
	words: string;
	assertion: Assertion;
	/** In the order of the text; at least one. */
	places: PastedMention[];
}

/** A symptom that a text names, with the ways in which it does. */
export interface FoundSymptom {
	symptomId: string;
	found: FoundWords[];
}

/** The symptoms of a text in the order in which it names them first, each with its ways. */
export function groupMentions(paragraphs: readonly PastedParagraph[]): FoundSymptom[] {
	const symptoms = new Map<string, Map<string, FoundWords>>();
	for (const [paragraph, { text, mentions }] of paragraphs.entries()) {
		for (const mention of mentions) {
			const ways = symptoms.get(mention.symptomId) ?? new Map<string, FoundWords>();
			symptoms.set(mention.symptomId, ways);
			const words = wordsOf(text, mention);
			const key = `${mention.assertion} ${words.toLowerCase()}`;
			const way = ways.get(key) ?? { words, assertion: mention.assertion, places: [] };
			ways.set(key, way);
			way.places.push({ paragraph, mention });
		}
	}
	return [...symptoms].map(([symptomId, ways]) => ({ symptomId, found: [...ways.values()] }));
}

/** A word of a text, and what its card has to know of it. */
export interface PastedTerm {
	symptomId: string;
	words: string;
	assertion: Assertion;
	sentence: string;
	/** The paragraphs around it. */
	post: string[];
}

/** The word that a mention is, in the paragraph of this number. */
export function termOf(paragraphs: readonly PastedParagraph[], at: number, mention: Mention): PastedTerm {
	const { text } = paragraphs[at] ?? { text: "" };
	return {
		symptomId: mention.symptomId,
		words: wordsOf(text, mention),
		assertion: mention.assertion,
		sentence: sentenceAround(text, mention.start, mention.end),
		post: postAround(paragraphs, at),
	};
}

/** So much of a text is a post, before and after a mention, in characters. */
const LONGEST_SIDE = 4_000;

/** The paragraphs around one, as far as they can belong to what it tells. */
export function postAround(paragraphs: readonly PastedParagraph[], at: number): string[] {
	const side = (step: 1 | -1) => {
		const texts: string[] = [];
		let left = LONGEST_SIDE;
		for (let index = at + step; paragraphs[index]; index += step) {
			const { text } = paragraphs[index] as PastedParagraph;
			left -= text.length;
			if (left < 0) break;
			texts.push(text);
		}
		return texts;
	};
	return [...side(-1).reverse(), paragraphs[at]?.text ?? "", ...side(1)];
}
