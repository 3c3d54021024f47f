import type { DocumentReading } from "./document-reading";
import { bestPassage } from "./passage";
import type { Question } from "./question";
import { type QuestionKind, tellsKind } from "./question-kinds";

/** How well an answer fits a question. */
export interface Fit {
	/** Higher is better; comparable among answers to one question only. */
	score: number;
	/** 0 to 1: how much of what the question says stands in the answer, or in its other names. */
	coverage: number;
	/** 0 to 1: how much of what the answer is about the question says. */
	topicality: number;
	/** 0 to 1: how much of what the question says stands in the heading. */
	headed: number;
	/** 0 to 1: how much of what the question says stands together in one passage. */
	together: number;
	/** Words as typed that stand in the question or a reply. */
	matchedWords: string[];
	/** What the answer tells by its heading. */
	kinds: ReadonlySet<QuestionKind>;
}

/*
 * Weights of what makes an answer fit. They were found on the development part of
 * the sets that `npm run evaluate` scores, and none is critical: half or twice the
 * value of any one moves no measure by more than a few hundredths.
 */

/** How soon further mentions stop counting. Low: that a word stands there matters, how often hardly. */
const SATURATION = 0.2;
/** A word in the heading, as that many mentions. */
const HEADING_MENTIONS = 2;
const WORDS_WEIGHT = 4;
/** The heading names what was asked for, and nothing else. */
const TOPIC_WEIGHT = 1.3;
/** Much of what was asked for stands in the heading. */
const HEADING_WEIGHT = 1;
const PAIR_WEIGHT = 1;
/** It tells what was asked: causes, treatment … */
const KIND_WEIGHT = 0.4;
/** The heading promises nothing in particular, so that it may tell anything. */
const ANY_KIND = 0.15;
/** What a right kind counts where the topic is wrong. */
const KIND_WITHOUT_TOPIC = 0.3;
/** A definition helps whoever asked something else. */
const DEFINITION_WEIGHT = 0.2;
/** A heading that says its topic and no more stands over the page that a bare name asks for. */
const PLAIN_WEIGHT = 0.3;
/** Long answers leave less open; per factor e in words. */
const LENGTH_WEIGHT = 0.08;
/** Another name of a thing, next to its name. */
const SYNONYM = 0.8;

/** Judges one answer. Linear in the length of the question. */
export function fitOf(question: Question, document: DocumentReading): Fit {
	const { inHeading, inText, otherTopic } = standingIn(question, document);
	const total = question.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
	const highest = question.words.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
	let words = 0;
	let covered = 0;
	let headed = 0;
	let coveredByHeading = 0;
	const matchedWords: string[] = [];
	question.words.forEach(({ typed, stems, weight, says }, place) => {
		const mentions = (inText[place] as number) + HEADING_MENTIONS * (inHeading[place] as number);
		if (mentions === 0) return;
		words += (weight * mentions) / (SATURATION + mentions);
		covered += says;
		coveredByHeading += says * (inHeading[place] as number);
		if (stems.every(({ stem }) => !tellsKind(stem))) headed += weight * (inHeading[place] as number);
		if (stems.some(({ stem }) => document.shown.has(stem))) matchedWords.push(typed);
	});
	const said = question.words.reduce((sum, { says }) => sum + says, 0) || 1;
	const pairs = question.pairs.reduce(
		(sum, { first, second, weight }) => sum + (standSideBySide(first, second, document) ? weight : 0),
		0,
	);
	const topicality = topicalityOf(question, document, otherTopic);
	const score =
		(WORDS_WEIGHT * words + HEADING_WEIGHT * headed + PAIR_WEIGHT * pairs) / total +
		TOPIC_WEIGHT * topicality * Math.min(1, headed / highest) +
		KIND_WEIGHT * kindFit(question, document) * (KIND_WITHOUT_TOPIC + topicality) +
		DEFINITION_WEIGHT * Number(document.kinds.has("definition")) +
		PLAIN_WEIGHT * topicality * (document.topic.length / Math.max(1, document.heading.size)) +
		LENGTH_WEIGHT * Math.log(1 + document.length);
	return {
		score,
		coverage: covered / said,
		topicality,
		headed: coveredByHeading / said,
		together: bestPassage(question, document.words).coverage,
		matchedWords,
		kinds: document.kinds,
	};
}

/** For each word of the question how much it stands in heading and text, by itself or by another name. */
function standingIn({ words, concepts }: Question, { heading, frequencies }: DocumentReading) {
	const inHeading = words.map(({ stems }) =>
		stems.reduce((best, { stem, quality }) => (heading.has(stem) ? Math.max(best, quality) : best), 0),
	);
	const inText = words.map(({ stems }) =>
		stems.reduce((best, { stem, quality }) => Math.max(best, quality * (frequencies.get(stem) ?? 0)), 0),
	);
	const otherTopic = new Set<string>();
	for (const { places, alternatives } of concepts) {
		const name = alternatives.find((stems) => stems.every((stem) => heading.has(stem)));
		if (name) {
			for (const stem of name) otherTopic.add(stem);
			for (const place of places) inHeading[place] = Math.max(inHeading[place] as number, SYNONYM);
		} else if (alternatives.some((stems) => stems.every((stem) => frequencies.has(stem)))) {
			for (const place of places) inText[place] = Math.max(inText[place] as number, SYNONYM);
		}
	}
	return { inHeading, inText, otherTopic };
}

function standSideBySide(
	first: string,
	second: string,
	{ words, headingLength, heading, frequencies }: DocumentReading,
): boolean {
	const stands = (stem: string) => frequencies.has(stem) || heading.has(stem);
	if (!stands(first) || !stands(second)) return false;
	for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1)) {
		// The end of the heading and the beginning of the text only happen to meet.
		if (words[at + 1] === second && at + 1 !== headingLength) return true;
	}
	return false;
}

function topicalityOf(question: Question, { topic }: DocumentReading, otherTopic: Set<string>): number {
	let said = 0;
	let total = 0;
	for (const stem of topic) {
		const information = question.informationOf(stem);
		total += information;
		said += information * (question.qualities.get(stem) ?? (otherTopic.has(stem) ? SYNONYM : 0));
	}
	return total === 0 ? 0 : said / total;
}

function kindFit({ kinds }: Question, document: DocumentReading): number {
	if (document.kinds.size === 0) return ANY_KIND;
	if (kinds.size === 0) return document.kinds.has("definition") ? 1 : 0;
	return [...document.kinds].some((kind) => kinds.has(kind)) ? 1 : 0;
}
