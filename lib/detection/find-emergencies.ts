import type { Emergency, EmergencyCondition, EmergencyFile } from "../../data/emergency-schema";
import type { Assertion } from "./assertion";
import type { Detector, Mention } from "./find-mentions";
import { type ToldSentence, toldSentences } from "./told-sentences";
import { findPattern } from "./word-pattern";

/** What one sentence of a post tells. */
interface Told {
	paragraph: string;
	sentence: ToldSentence;
	mentions: Mention[];
}

/**
 * The emergencies that a post describes, in the order of the content: its signs are there and
 * are those of the narrator, of the one patient reported, or (where the content says so) of a baby. What is denied, possible,
 * past, someone else's or general talk counts for nothing. A post is its paragraphs; the detector has to know its page.
 */
export function findEmergencies(
	paragraphs: string[],
	detector: Detector,
	{ emergencies, words }: EmergencyFile,
): Emergency[] {
	const told = readPost(paragraphs, detector);
	if (told.every(({ mentions }) => mentions.length === 0)) return [];
	const lists = new Map(Object.entries(words));
	return emergencies.filter((emergency) => {
		const signs = new Signs(detector, lists, emergency.patient);
		return emergency.combinations.some(({ within, all }) => {
			const stretches = within === "post" ? [told] : told.map((one) => [one]);
			return stretches.some((stretch) => all.every((condition) => signs.meet(condition, stretch)));
		});
	});
}

function readPost(paragraphs: string[], detector: Detector): Told[] {
	return toldSentences(paragraphs).flatMap((sentences, index) => {
		const paragraph = paragraphs[index] ?? "";
		if (sentences.length === 0) return [];
		const mentions = detector.findMentions(paragraph);
		return sentences.map((sentence) => ({
			paragraph,
			sentence,
			mentions: mentions.filter(({ start }) => start >= sentence.start && start < sentence.end),
		}));
	});
}

/** Tells which signs are there, for one kind of patient. */
class Signs {
	readonly #detector: Detector;
	readonly #lists: Map<string, string[]>;
	readonly #patient: Emergency["patient"];

	constructor(detector: Detector, lists: Map<string, string[]>, patient: Emergency["patient"]) {
		this.#detector = detector;
		this.#lists = lists;
		this.#patient = patient;
	}

	meet({ symptoms = [], words = [], atLeast = 1 }: EmergencyCondition, stretch: Told[]): boolean {
		const found = new Set<string>();
		for (const { sentence, mentions } of stretch) {
			for (const mention of mentions) {
				if (symptoms.some((id) => id === mention.symptomId) && this.#isThere(mention, sentence)) {
					found.add(mention.symptomId);
				}
			}
		}
		// Only then: the words of a text are looked through for each pattern.
		if (found.size >= atLeast) return true;
		for (const phrase of words) if (this.#isSaid(phrase, stretch)) found.add(phrase);
		return found.size >= atLeast;
	}

	#isThere({ assertion, ...sign }: Mention, sentence: ToldSentence): boolean {
		return this.#counts(assertion) && (this.#patient === "baby" || sentence.isOwn(sign));
	}

	#isSaid(phrase: string, stretch: Told[]): boolean {
		const patterns = phrase.startsWith("@") ? (this.#lists.get(phrase.slice(1)) ?? []) : [phrase];
		return stretch.some(({ paragraph, sentence }) => {
			const places = patterns.flatMap((pattern) => findPattern(pattern, sentence.words));
			return places.length > 0 && this.#detector.assertionsOf(paragraph, places).some((one) => this.#counts(one));
		});
	}

	#counts(assertion: Assertion): boolean {
		return assertion === "present" || (this.#patient === "baby" && assertion === "other-person");
	}
}
