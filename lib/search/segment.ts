import type { SearchDocument } from "./search-document";
import { searchWords, stemOf } from "./search-tokens";

/** Parts of an answer that weigh differently. The numbers of a document come in this order. */
export const FIELDS = ["title", "question", "replies", "background", "symptoms"] as const;

/** How often the first, the second and every further symptom of an answer counts: authors name the main one first. */
const SYMPTOM_FREQUENCIES = [4, 2, 1];

/** Highest frequency that one byte holds; far beyond where another mention still changes the score. */
const HIGHEST_FREQUENCY = 255;

/** What every query of a pack needs; small enough to be kept in memory. */
export interface SegmentSummary {
	/** Document number -> answer. */
	answerIds: string[];
	/** Words of each field of each document, `FIELDS.length` numbers a document. */
	fieldLengths: Uint32Array;
	/** All tokens in order, with the number of documents that hold each. */
	tokens: string[];
	documentCounts: Uint32Array;
	/** All words as written (folded) in order, with the index of the token of each. */
	words: string[];
	wordTokens: Uint32Array;
}

/** Where one token stands: document numbers in order, and `FIELDS.length` frequencies for each. */
export interface Postings {
	documents: Uint32Array;
	frequencies: Uint8Array;
}

/** A pack as an inverted index. It never changes: another version of the pack is another segment. */
export interface Segment {
	summary: SegmentSummary;
	postings: Map<string, Postings>;
}

/** The token under which the answers about a symptom are found; no word of a text can spell it. */
export function symptomToken(symptomId: string): string {
	return `@${symptomId}`;
}

/** The index of a pack. Linear in the length of the texts. */
export function buildSegment(documents: readonly SearchDocument[]): Segment {
	const fieldLengths = new Uint32Array(documents.length * FIELDS.length);
	const lists = new Map<string, PostingsList>();
	const tokenOf = new Map<string, string>();
	// A library repeats its words, and stemming is the dear part.
	const stem = (word: string) => {
		const known = tokenOf.get(word) ?? stemOf(word);
		tokenOf.set(word, known);
		return known;
	};
	const count = (token: string, place: { document: number; field: number }, times: number) => {
		const list = lists.get(token) ?? { documents: [], frequencies: [] };
		lists.set(token, list);
		addTo(list, place, times);
		const at = place.document * FIELDS.length + place.field;
		fieldLengths[at] = (fieldLengths[at] ?? 0) + 1;
	};

	documents.forEach((read, document) => {
		textsOf(read).forEach((text, field) => {
			for (const word of searchWords(text, stem)) count(word.stem, { document, field }, 1);
		});
		read.symptoms.forEach((symptomId, rank) => {
			count(symptomToken(symptomId), { document, field: FIELDS.indexOf("symptoms") }, SYMPTOM_FREQUENCIES[rank] ?? 1);
		});
	});

	const postings = new Map([...lists].map(([token, list]) => [token, toPostings(list)]));
	return { summary: summarise(documents, fieldLengths, postings, tokenOf), postings };
}

interface PostingsList {
	documents: number[];
	frequencies: number[];
}

// Documents come in order, so only the last one of a list can be met again.
function addTo(list: PostingsList, { document, field }: { document: number; field: number }, times: number): void {
	if (list.documents.at(-1) !== document) {
		list.documents.push(document);
		for (const _ of FIELDS) list.frequencies.push(0);
	}
	const at = list.frequencies.length - FIELDS.length + field;
	list.frequencies[at] = Math.min((list.frequencies[at] ?? 0) + times, HIGHEST_FREQUENCY);
}

function toPostings({ documents, frequencies }: PostingsList): Postings {
	return { documents: Uint32Array.from(documents), frequencies: Uint8Array.from(frequencies) };
}

// The texts of the fields up to "symptoms", which holds ids and no text.
function textsOf({ title, question, replies, background }: SearchDocument): string[] {
	return [title, question, replies, background];
}

function summarise(
	documents: readonly SearchDocument[],
	fieldLengths: Uint32Array,
	postings: Map<string, Postings>,
	tokenOf: Map<string, string>,
): SegmentSummary {
	const tokens = [...postings.keys()].sort();
	const indexOf = new Map(tokens.map((token, index) => [token, index]));
	const words = [...tokenOf.keys()].sort();
	return {
		answerIds: documents.map(({ id }) => id),
		fieldLengths,
		tokens,
		documentCounts: Uint32Array.from(tokens, (token) => postings.get(token)?.documents.length ?? 0),
		words,
		wordTokens: Uint32Array.from(words, (word) => indexOf.get(tokenOf.get(word) ?? "") ?? 0),
	};
}
