import { isSurelyNamed } from "./closeness";
import { readDocument } from "./document-reading";
import { type Fit, fitOf } from "./fit";
import { placesOfHighest } from "./places-of-highest";
import type { QueryWord } from "./query-words";
import type { Question } from "./question";
import { scoreSymptom, scoreWords } from "./rank-answers";
import type { SearchDocument } from "./search-document";
import type { SegmentReader } from "./segment-reader";
import type { SymptomMatch } from "./symptom-search";

/** Most answers that are read and judged, unless more are asked for; they are the best by their words alone. */
export const MOST_JUDGED = 60;

/** An answer that may fit, before it is read. */
export interface Candidate {
	reader: SegmentReader;
	document: number;
	/** 0 to 1: how much it is about the symptom that was asked for. */
	about: number;
	/** Whether the query surely names that symptom. */
	isNamed: boolean;
	score: number;
}

/** A symptom that is asked for, and how surely. */
type NamedSymptom = Pick<SymptomMatch, "id" | "score" | "isWordForWord">;

/** A candidate that was read, and how it fits the question. */
export type Judged = Candidate & { read: SearchDocument; fit: Fit };

/** The best candidates of all packs, as `find` has them for each. */
export async function collect(
	readers: readonly SegmentReader[],
	find: (reader: SegmentReader) => Promise<Omit<Candidate, "reader">[]>,
	most = MOST_JUDGED,
): Promise<Candidate[]> {
	const lists = await Promise.all(
		readers.map(async (reader) => (await find(reader)).map((candidate) => ({ ...candidate, reader }))),
	);
	return lists.flat().sort(byScore).slice(0, most);
}

/** The answers of a pack that the words and the named symptoms point to, the best of them by these alone. */
export async function candidatesIn(
	reader: SegmentReader,
	{
		named,
		words,
		most = MOST_JUDGED,
		allows,
	}: {
		named: readonly NamedSymptom[];
		words: readonly Pick<QueryWord, "information" | "tokens">[];
		most?: number;
		allows?: ((reader: SegmentReader, document: number) => boolean) | undefined;
	},
): Promise<Omit<Candidate, "reader">[]> {
	const [bySymptom, byWords] = await Promise.all([scoreNamedSymptoms(reader, named), scoreWords(reader, words)]);
	for (const [document, { about }] of bySymptom) byWords[document] = (byWords[document] ?? 0) + about;
	if (allows) leaveOut(byWords, (document) => !allows(reader, document));
	return placesOfHighest(byWords, most).map((document) => {
		const { about, isNamed } = bySymptom.get(document) ?? { about: 0, isNamed: false };
		return { document, about, isNamed, score: byWords[document] ?? 0 };
	});
}

/** Reads the candidates and fits each to the question; one that is gone meanwhile is left out. */
export async function judge(candidates: readonly Candidate[], question: Question): Promise<Judged[]> {
	const readers = [...new Set(candidates.map(({ reader }) => reader))];
	const lists = await Promise.all(
		readers.map(async (reader) => {
			const own = candidates.filter((candidate) => candidate.reader === reader);
			const documents = await reader.documents(own.map(({ document }) => document));
			return own.flatMap((candidate, index) => {
				const document = documents[index];
				return document ? [{ ...candidate, read: document, fit: fitOf(question, readDocument(document)) }] : [];
			});
		}),
	);
	return lists.flat();
}

/** The higher score first. Equal ones keep the order of their pack, so that the same question always gets the same list. */
export function byScore(one: { score: number }, other: { score: number }): number {
	return other.score - one.score;
}

function leaveOut(scores: Float32Array, isOut: (document: number) => boolean): void {
	for (let document = 0; document < scores.length; document++) {
		if ((scores[document] as number) > 0 && isOut(document)) scores[document] = 0;
	}
}

async function scoreNamedSymptoms(
	reader: SegmentReader,
	named: readonly NamedSymptom[],
): Promise<Map<number, Pick<Candidate, "about" | "isNamed">>> {
	const best = new Map<number, Pick<Candidate, "about" | "isNamed">>();
	for (const { id, score: closeness, isWordForWord } of named) {
		const isNamed = isSurelyNamed(closeness, isWordForWord);
		for (const [document, score] of await scoreSymptom(reader, id)) {
			const about = closeness * score;
			if (about > (best.get(document)?.about ?? 0)) best.set(document, { about, isNamed });
		}
	}
	return best;
}
