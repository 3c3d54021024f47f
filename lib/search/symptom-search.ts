import type { SymptomSummary } from "../../data/schema";
import { distinctSearchWords } from "./search-tokens";
import { TermIndex } from "./term-index";

/** A symptom that fits a query. */
export interface SymptomMatch {
	id: SymptomSummary["id"];
	/** The name or term that fits best, as written in the data. */
	matchedTerm: string;
	/** 0 to 1; 1 when the query is a term, word for word. */
	score: number;
	/** True if every word of the term stands in the query as it is written. */
	isWordForWord: boolean;
}

/** Longest query that is read, in characters: what fits into the search box. */
const LONGEST_QUERY = 200;

/** Most symptoms that are listed unless the caller asks for another number. */
const MOST_SYMPTOMS = 8;

/** Least score of a match that is listed: below it, only a side word of a long term fits. */
const LEAST_SCORE = 0.25;

/**
 * Prepares the search for symptoms by name, as the reader types: unfinished and
 * misspelled words are understood. Best first; the same query always gets the same
 * list, and an empty one when no term is close.
 */
export function createSymptomSearch(
	symptoms: readonly SymptomSummary[],
): (query: string, limit?: number) => SymptomMatch[] {
	const terms = symptoms.flatMap(({ id, name, clinicalTerm, terms }) => {
		const clinical = clinicalTerm?.split(" / ") ?? [];
		return [...new Set([name, ...clinical, ...terms])].map((term) => ({ id, term }));
	});
	const index = new TermIndex(terms.map(({ term }) => term));

	return (query, limit = MOST_SYMPTOMS) => {
		const best = new Map<string, SymptomMatch>();
		const words = distinctSearchWords(query.slice(0, LONGEST_QUERY));
		const asked = new Set(words.map(({ word }) => word));
		for (const { place, score } of index.search(words)) {
			const found = terms[place];
			if (found === undefined || score < LEAST_SCORE || score <= (best.get(found.id)?.score ?? 0)) continue;
			const isWordForWord = distinctSearchWords(found.term).every(({ word }) => asked.has(word));
			best.set(found.id, { id: found.id, matchedTerm: found.term, score, isWordForWord });
		}
		return [...best.values()].sort(byScore).slice(0, limit);
	};
}

// Of equal scores the shorter term says more plainly what was meant; after that the order of the list holds.
function byScore(one: SymptomMatch, other: SymptomMatch): number {
	return other.score - one.score || one.matchedTerm.length - other.matchedTerm.length;
}
