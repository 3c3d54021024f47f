import { Context, type Lexicon } from "./lexicon";
import type { Words } from "./scan-words";
import type { WordRange } from "./word-ranges";

/** What kind of page a text stands on: how far it is about health, and in which language. */
export interface PageContext {
	/** 2: about health; 1: may be, because it tells of people; 0: nothing says so. */
	health: 0 | 1 | 2;
	/** Long enough to tell that it is about something else. */
	isLong: boolean;
	/** True unless another language prevails. */
	isEnglish: boolean;
}

/** As much of a page as is read to judge it, in characters. */
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

/**
 * Judges a page by the words of its first `JUDGED_LENGTH` characters. `symptomCount`: how many different symptoms
 * those name in words that mean nothing else; a list of signs for doctors has few other words of health.
 */
export function judgePage(words: Words, lexicon: Lexicon, symptomCount: number): PageContext {
	const { health: healthWords, firstPerson, people, topics } = evidenceIn(words, lexicon, { from: 0, to: words.count });
	const health = healthWords + symptomCount;
	const share = health / Math.max(words.count, 1);
	const isLong = words.count >= SHORT_TEXT;
	const isEnglish = isEnglishText(words, lexicon) ?? true;
	if (health >= FEW_HEALTH_WORDS && share >= HEALTH_PAGE && topics < health) return { health: 2, isLong, isEnglish };
	const isPerhapsHealth = health >= FEW_HEALTH_WORDS && share >= PERHAPS_HEALTH && topics < health * 2;
	const isOwnStory = firstPerson > 0 && firstPerson >= words.count * OWN_STORY && firstPerson >= topics;
	const tellsOfPeople = !isLong && firstPerson + people + health > topics;
	return { health: isPerhapsHealth || isOwnStory || tellsOfPeople ? 1 : 0, isLong, isEnglish };
}

/** What speaks for and against a symptom in a stretch of text. */
export interface Evidence {
	health: number;
	firstPerson: number;
	people: number;
	topics: number;
}

/** Counts the words of a stretch that speak for health, for somebody's own story and for another topic. */
export function evidenceIn(words: Words, lexicon: Lexicon, { from, to }: WordRange): Evidence {
	const evidence = { health: 0, firstPerson: 0, people: 0, topics: 0 };
	for (let at = from; at < to; at++) {
		const context = lexicon.contextOf(words.form[at] as number);
		if (context & Context.HEALTH) evidence.health++;
		if (context & Context.FIRST_PERSON) evidence.firstPerson++;
		if (context & Context.PEOPLE) evidence.people++;
		if (context & Context.TOPIC) evidence.topics++;
	}
	return evidence;
}

/** Fewer words say nothing certain about their language. */
const FEW_WORDS = 4;

/**
 * True if a text is English, false if it is not, undefined if it is too short to
 * tell: then the page decides. Judged by function words and by letters outside ASCII.
 */
export function isEnglishText(words: Words, lexicon: Lexicon): boolean | undefined {
	let english = 0;
	let foreign = 0;
	for (let at = 0; at < words.count; at++) {
		const context = lexicon.contextOf(words.form[at] as number);
		if (context & Context.ENGLISH) english++;
		if (context & Context.FOREIGN) foreign++;
	}
	foreign += words.foreignCount;
	if (words.count < FEW_WORDS && foreign === 0) return undefined;
	if (foreign === 0 && english === 0) return undefined;
	return english * 2 > foreign && foreign < words.count * 0.3;
}
