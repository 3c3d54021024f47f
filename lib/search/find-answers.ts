import type { AnswerId } from "../../data/schema";
import { readQuery, readSentence } from "./query-words";
import { scoreSymptom, scoreWords, type WordScore } from "./rank-answers";
import type { SegmentReader } from "./segment-reader";
import type { SymptomMatch } from "./symptom-search";

/** Where an answer is, and why it was found. */
export interface RankedAnswer {
	packId: string;
	answerId: AnswerId;
	/** Higher is better; comparable within one list only. */
	score: number;
	/** Words of the query, as typed, that stand in the question or a reply. */
	matchedWords: string[];
}

/** Most answers of a card, and of the search box; see `lib/messaging/protocol.ts`. */
const MOST_ON_CARD = 5;
const MOST_IN_SEARCH = 20;

/** Longest text that is read, in characters: what fits into the search box, and the longest sentence of a card. */
const LONGEST_QUERY = 200;
const LONGEST_SENTENCE = 1_000;

/**
 * What a perfect fit of the sentence is worth, next to 0 to 1 for the symptom. Less
 * than lies between an answer about the symptom and one that mentions it as its
 * third: the words of the page choose among answers of much the same standing.
 */
const SENTENCE_WEIGHT = 0.2;

/** Least score of a symptom that the query is taken to name. Below it, half of the name or of the query is missing. */
const NAMED_SYMPTOM = 0.4;

/** Most symptoms that one query is taken to name. */
const MOST_NAMED = 3;

/**
 * Least share of what a query says that has to stand in an answer about none of the
 * symptoms that it names. Below half, the better part of the question is about
 * something else.
 */
const LEAST_COVERAGE = 0.5;

/** Least score of an answer of the search, as a share of the best one's: below it, a word merely stands somewhere in the text. */
const LEAST_OF_BEST = 0.2;

/** The answers about a symptom, best first; which of them come first depends on the sentence it was met in. */
export async function findAnswersAbout(
	readers: readonly SegmentReader[],
	{ symptomId, sentence }: { symptomId: string; sentence: string },
	limit = MOST_ON_CARD,
): Promise<RankedAnswer[]> {
	const lists = readers.map(async (reader) => {
		const words = readSentence(sentence.slice(0, LONGEST_SENTENCE), reader.index);
		const [about, fits] = await Promise.all([scoreSymptom(reader, symptomId), scoreWords(reader, words)]);
		return [...about].flatMap(([document, score]) => {
			const fit = fits.get(document);
			return rank(reader, document, score + SENTENCE_WEIGHT * (fit?.score ?? 0), fit);
		});
	});
	return bestOf(await Promise.all(lists), limit);
}

/**
 * The answers that fit a typed text, best first; empty when nothing is close. Close
 * is an answer about a symptom that the text names, and one that holds words
 * carrying at least half of what the text says.
 */
export async function searchAnswers(
	readers: readonly SegmentReader[],
	{ text, findSymptoms }: { text: string; findSymptoms: (query: string) => SymptomMatch[] },
	limit = MOST_IN_SEARCH,
): Promise<RankedAnswer[]> {
	const query = text.slice(0, LONGEST_QUERY);
	const named = findSymptoms(query)
		.filter(({ score }) => score >= NAMED_SYMPTOM)
		.slice(0, MOST_NAMED);
	const lists = readers.map(async (reader) => {
		const [about, fits] = await Promise.all([
			scoreNamedSymptoms(reader, named),
			scoreWords(reader, readQuery(query, reader.index)),
		]);
		return [...new Set([...about.keys(), ...fits.keys()])].flatMap((document) => {
			const fit = fits.get(document);
			if (!about.has(document) && (fit?.coverage ?? 0) < LEAST_COVERAGE) return [];
			return rank(reader, document, (about.get(document) ?? 0) + (fit?.score ?? 0), fit);
		});
	});
	const best = bestOf(await Promise.all(lists), limit);
	return best.filter(({ score }) => score >= LEAST_OF_BEST * (best[0]?.score ?? 0));
}

async function scoreNamedSymptoms(reader: SegmentReader, named: SymptomMatch[]): Promise<Map<number, number>> {
	const best = new Map<number, number>();
	for (const { id, score: closeness } of named) {
		for (const [document, score] of await scoreSymptom(reader, id)) {
			best.set(document, Math.max(closeness * score, best.get(document) ?? 0));
		}
	}
	return best;
}

function rank(reader: SegmentReader, document: number, score: number, fit: WordScore | undefined): RankedAnswer[] {
	const answerId = reader.index.summary.answerIds[document];
	return answerId === undefined
		? []
		: [{ packId: reader.packId, answerId, score, matchedWords: fit?.matchedWords ?? [] }];
}

// Answers of equal score keep the order of their pack, so that the same question always gets the same list.
function bestOf(lists: RankedAnswer[][], limit: number): RankedAnswer[] {
	return lists
		.flat()
		.sort((one, other) => other.score - one.score)
		.slice(0, limit);
}
