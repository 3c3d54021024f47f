import type { Assertion } from "../detection/assertion";
import { askerIn, commonOf, NOBODY } from "./asker";
import { describesSomebody, kindsWanted } from "./assertion-kinds";
import { byScore, candidatesIn, collect, type Judged, judge, MOST_JUDGED } from "./candidates";
import { isClose } from "./closeness";
import { foundPassage } from "./found-passage";
import { Library } from "./library";
import { mostTelling, withOtherNames } from "./lookup-words";
import { type QueryWord, readQuery, readSentence } from "./query-words";
import { type Question, readQuestion } from "./question";
import { scoreSymptom, scoreWords } from "./rank-answers";
import type { SearchDocument } from "./search-document";
import type { SearchLanguage } from "./search-language";
import type { SegmentReader } from "./segment-reader";
import type { Synonyms } from "./synonyms";

/** Where an answer is, and why it was found. */
export interface RankedAnswer {
	packId: string;
	answerId: string;
	/** Higher is better; comparable within one list only. */
	score: number;
	/** Words of the query, as typed, that stand in the question or a reply. */
	matchedWords: string[];
	/** The stretch of a long reply that says most of the query, as it stands there. */
	passage: string | null;
	/** What the person who asked has in common with the writer of the sentence. */
	sameAsker: { age: boolean; sex: boolean };
}

/** Most answers of a card, and of the search box; see `lib/messaging/protocol.ts`. */
const MOST_ON_CARD = 5;
const MOST_IN_SEARCH = 20;

/** Longest text that is read, in characters: a letter to a doctor, and the longest sentence of a card. */
const LONGEST_QUERY = 4_000;
const LONGEST_SENTENCE = 1_000;

/**
 * What a perfect fit of the sentence is worth on a card, next to 0 to 1 for the
 * symptom. Less than lies between an answer about the symptom and one that mentions
 * it as its third: the words of the page choose among answers of much the same standing.
 */
const SENTENCE_WEIGHT = 0.2;

/** The same where the sentence describes nobody who has the symptom: what else it says is of something else. */
const OTHERS_SENTENCE_WEIGHT = 0.1;

/** What an asker of the same age, or of the same sex, counts: enough to decide between answers of equal standing, and no more. */
const SAME_ASKER = 0.004;

/** What an answer of the kind that the assertion asks for counts: a quarter of a perfect fit of the sentence. */
const WANTED_KIND = 0.05;

/** What a symptom that the query names counts, next to 0 to 1 for the fit. */
const SYMPTOM_WEIGHT = 0.4;

/** About the highest score of a fit. */
export const FULL_FIT = 8;

/** Least score of a symptom that the query is taken to name. Below it, half of the name or of the query is missing. */
const NAMED_SYMPTOM = 0.4;

/** Most symptoms that one query is taken to name. */
const MOST_NAMED = 3;

/** Least score of an answer of the search, as a share of the best one's: below it, a word merely stands somewhere in the text. */
const LEAST_OF_BEST = 0.4;

/**
 * The answers about a symptom, best first; which of them come first depends on the sentence it was met in, and on
 * what that says of it.
 */
export async function findAnswersAbout(
	readers: readonly SegmentReader[],
	{
		symptomId,
		sentence,
		assertion = null,
		synonyms,
	}: { symptomId: string; sentence: string; assertion?: Assertion | null; synonyms: Synonyms },
	limit = MOST_ON_CARD,
): Promise<RankedAnswer[]> {
	const library = new Library(readers);
	const text = sentence.slice(0, LONGEST_SENTENCE);
	const words = readSentence(text, library);
	const asker = describesSomebody(assertion) ? askerIn(text) : NOBODY;
	const question = askLibrary(text, words, library, synonyms);
	const wanted = kindsWanted(assertion);
	const sentenceWeight = describesSomebody(assertion) ? SENTENCE_WEIGHT : OTHERS_SENTENCE_WEIGHT;
	const about = await collect(readers, async (reader) => {
		const [bySymptom, byWords] = await Promise.all([
			scoreSymptom(reader, symptomId),
			scoreWords(reader, mostTelling(words)),
		]);
		return [...bySymptom].map(([document, score]) => ({
			document,
			about: score,
			isNamed: true,
			score: score + sentenceWeight * (byWords[document] ?? 0),
		}));
	});
	const judged = await judge(about, question);
	const scored = judged.map((answer) => {
		const sameAsker = commonOf(asker, answer.read.asker);
		const tie = SAME_ASKER * (Number(sameAsker.age) + Number(sameAsker.sex));
		const isWanted = wanted.some((kind) => answer.fit.kinds.has(kind));
		const score = answer.about + (sentenceWeight * answer.fit.score) / FULL_FIT + WANTED_KIND * Number(isWanted) + tie;
		return { ...answer, score, sameAsker };
	});
	return bestOf(scored, question, limit);
}

/** What is searched for, and among which answers: all of them unless `allows` says otherwise. */
export type SearchQuery = {
	text: string;
	allows?: (reader: SegmentReader, document: number) => boolean;
} & Pick<SearchLanguage, "findSymptoms" | "synonyms">;

/** The answers that fit a typed text, best first; empty when none is close, as `closeness.ts` has it. */
export async function searchAnswers(
	readers: readonly SegmentReader[],
	{ text, findSymptoms, synonyms, allows }: SearchQuery,
	limit = MOST_IN_SEARCH,
): Promise<RankedAnswer[]> {
	const library = new Library(readers);
	const query = text.slice(0, LONGEST_QUERY);
	const words = readQuery(query, library, synonyms);
	const question = askLibrary(query, words, library, synonyms);
	const named = findSymptoms(query)
		.filter(({ score }) => score >= NAMED_SYMPTOM)
		.slice(0, MOST_NAMED);
	const most = Math.max(MOST_JUDGED, limit);
	const lookedUp = withOtherNames(mostTelling(words), question, library);
	const found = await collect(
		readers,
		(reader) => candidatesIn(reader, { named, words: lookedUp, most, allows }),
		most,
	);
	const judged = await judge(found, question);
	const best = bestByFit(
		judged.filter((answer) => isClose(answer, question)),
		question,
		limit,
	);
	return best.filter(({ score }) => score >= LEAST_OF_BEST * (best[0]?.score ?? 0));
}

/** Most answers that are listed as similar to one. */
const MOST_SIMILAR = 5;

/** Longest part of a question that similar ones are looked for by, in characters: what is asked is said at its beginning. */
const LONGEST_LIKENED = 600;

/** Least share of what an answer's question says that a similar one has to share when it is about none of the same symptoms. */
const LEAST_SHARED = 0.4;

/** The answers to questions most like this one, best first, itself left out. */
export async function findSimilarAnswers(
	readers: readonly SegmentReader[],
	{ packId, document, synonyms }: { packId: string; document: SearchDocument; synonyms: Synonyms },
	limit = MOST_SIMILAR,
): Promise<RankedAnswer[]> {
	const library = new Library(readers);
	const text = `${document.title}\n${document.question}`.slice(0, LONGEST_LIKENED);
	const words = readSentence(text, library);
	const question = askLibrary(text, words, library, synonyms);
	const named = document.symptoms.map((id) => ({ id, score: 1, isWordForWord: true }));
	const lookedUp = mostTelling(words);
	const found = await collect(readers, (reader) => candidatesIn(reader, { named, words: lookedUp }));
	const judged = (await judge(found, question)).filter(
		({ reader, read, about, fit }) =>
			!(reader.packId === packId && read.id === document.id) && (about > 0 || fit.coverage >= LEAST_SHARED),
	);
	return bestByFit(judged, question, limit);
}

/** What a query asks of a library. */
export function askLibrary(text: string, words: QueryWord[], library: Library, synonyms: Synonyms): Question {
	return readQuestion(text, words, { synonyms, informationOf: (stem) => library.informationOf(stem) });
}

function bestByFit(answers: Judged[], question: Question, limit: number): RankedAnswer[] {
	const scored = answers.map((answer) => ({
		...answer,
		score: SYMPTOM_WEIGHT * answer.about + answer.fit.score / FULL_FIT,
		sameAsker: { age: false, sex: false },
	}));
	return bestOf(scored, question, limit);
}

// Passages are looked for in the end: that reads every word of an answer, and most answers are not listed.
function bestOf(
	answers: (Judged & Pick<RankedAnswer, "sameAsker">)[],
	question: Question,
	limit: number,
): RankedAnswer[] {
	const best = answers.sort(byScore).slice(0, limit);
	return best.map(({ reader, read, fit, score, sameAsker }) => ({
		packId: reader.packId,
		answerId: read.id,
		score,
		matchedWords: fit.matchedWords,
		passage: foundPassage(question, read.replies),
		sameAsker,
	}));
}
