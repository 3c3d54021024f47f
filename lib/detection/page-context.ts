import type { TermHit } from "./find-terms";
import { Context, type Lexicon } from "./lexicon";
import type { Words } from "./scan-words";
import type { WordRange } from "./word-ranges";

/** What kind of page a text stands on: how far it is about health, and in which language. */
export interface PageContext {
	/** 2: about health; 1: may be, because it tells of people; 0: nothing says so; -1: so long that it is about something else. */
	health: -1 | 0 | 1 | 2;
	/** True unless another language prevails. */
	isEnglish: boolean;
}

/** A page is judged by so much of its text, in characters. */
export const JUDGED_LENGTH = 64_000;

/** Health words among all words. News has 0.3 in 100, articles on health 3, patients' posts 5 and more. */
const HEALTH_PAGE = 0.025;
const PERHAPS_HEALTH = 0.012;
/** One or two health words say little by themselves. */
const FEW_HEALTH_WORDS = 3;
/** "I", "my" and "me" among all words of somebody's own story. */
const OWN_STORY = 0.04;
/** Too few words to tell what else a page is about. */
const SHORT_TEXT = 80;

/** What the texts of a page that were read so far say of the whole page. */
export class PageEvidence {
	readonly #counts = { ...NOTHING };
	/**
	 * Symptoms named in words that mean nothing else: a list of signs for doctors has few other words of health.
	 */
	readonly #symptoms = new Set<number>();
	#wordCount = 0;
	#foreignCount = 0;

	/** Adds a text: its words and the terms of symptoms in it. */
	add(words: Words, lexicon: Lexicon, symptoms: TermHit[]): void {
		count(this.#counts, words, lexicon, { from: 0, to: words.count });
		for (const { value, isAmbiguous } of symptoms) if (!isAmbiguous) this.#symptoms.add(value);
		this.#wordCount += words.count;
		this.#foreignCount += words.foreignCount;
	}

	/** What kind of page this is, by what was added. */
	judge(): PageContext {
		const { firstPerson, people, topics } = this.#counts;
		const words = this.#wordCount;
		const health = this.#counts.health + this.#symptoms.size;
		const share = health / Math.max(words, 1);
		const isLong = words >= SHORT_TEXT;
		const isEnglish = isMostlyEnglish(this.#counts, words, this.#foreignCount) ?? true;
		if (health >= FEW_HEALTH_WORDS && share >= HEALTH_PAGE && topics < health) return { health: 2, isEnglish };
		const isPerhapsHealth = health >= FEW_HEALTH_WORDS && share >= PERHAPS_HEALTH && topics < health * 2;
		const isOwnStory = firstPerson > 0 && firstPerson >= words * OWN_STORY && firstPerson >= topics;
		// "The dry cough of an engine": one name, which is a word of health as well, does not outdo a word of another topic.
		const healthOrNames = Math.max(this.#counts.health, this.#symptoms.size);
		const tellsOfPeople = !isLong && firstPerson + people + healthOrNames > topics;
		if (isPerhapsHealth || isOwnStory || tellsOfPeople) return { health: 1, isEnglish };
		return { health: isLong ? -1 : 0, isEnglish };
	}
}

/** What speaks for and against a symptom in a stretch of text: how many words of each kind. */
export interface Evidence {
	health: number;
	firstPerson: number;
	people: number;
	topics: number;
	english: number;
	foreign: number;
}

const NOTHING: Evidence = { health: 0, firstPerson: 0, people: 0, topics: 0, english: 0, foreign: 0 };

/** Counts the words of a stretch that speak for health, for somebody's own story, for another topic or for a language. */
export function evidenceIn(words: Words, lexicon: Lexicon, range: WordRange): Evidence {
	const evidence = { ...NOTHING };
	count(evidence, words, lexicon, range);
	return evidence;
}

function count(evidence: Evidence, words: Words, lexicon: Lexicon, { from, to }: WordRange): void {
	for (let at = from; at < to; at++) {
		const context = lexicon.contextOf(words.form[at] as number);
		if (context === 0) continue;
		if (context & Context.HEALTH) evidence.health++;
		if (context & Context.FIRST_PERSON) evidence.firstPerson++;
		if (context & Context.PEOPLE) evidence.people++;
		if (context & Context.TOPIC) evidence.topics++;
		if (context & Context.ENGLISH) evidence.english++;
		if (context & Context.FOREIGN) evidence.foreign++;
	}
}

/** Fewer words say nothing certain about their language. */
const FEW_WORDS = 4;

/**
 * True if a text is English, false if it is not, undefined if it is too short to
 * tell: then the page decides. Judged by function words and by letters outside ASCII.
 */
export function isEnglishText(words: Words, lexicon: Lexicon): boolean | undefined {
	return isMostlyEnglish(evidenceIn(words, lexicon, { from: 0, to: words.count }), words.count, words.foreignCount);
}

function isMostlyEnglish(
	{ english, foreign: foreignWords }: Evidence,
	wordCount: number,
	foreignCount: number,
): boolean | undefined {
	const foreign = foreignWords + foreignCount;
	if (wordCount < FEW_WORDS && foreign === 0) return undefined;
	if (foreign === 0 && english === 0) return undefined;
	return english * 2 > foreign && foreign < wordCount * 0.3;
}
