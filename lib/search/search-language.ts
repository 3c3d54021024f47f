import type { Answer, SymptomId, SymptomSummary } from "../../data/schema";
import { searchWords } from "./search-tokens";
import { createSymptomSearch, type SymptomMatch } from "./symptom-search";
import { Synonyms } from "./synonyms";

/** What the search knows of the language, apart from any library. */
export interface SearchLanguage {
	/** The symptoms that a query names, best first. */
	findSymptoms: (query: string) => SymptomMatch[];
	synonyms: Synonyms;
	/** The symptoms that a title names word for word, in order. */
	symptomsNamedIn: (title: string) => SymptomId[];
}

/** Prepares the search for these symptoms and these groups of other names. */
export function createSearchLanguage(
	symptoms: readonly SymptomSummary[],
	groups: readonly (readonly string[])[],
): SearchLanguage {
	const names = symptoms.map(({ name, clinicalTerm, terms }) => [
		name,
		...(clinicalTerm?.split(" / ") ?? []),
		...terms,
	]);
	const synonyms = new Synonyms([...names, ...groups]);
	return {
		findSymptoms: createSymptomSearch(symptoms),
		synonyms,
		symptomsNamedIn: (title) => {
			const stems = searchWords(title).map(({ stem }) => stem);
			return [...new Set(synonyms.groupsIn(stems).flatMap((group) => symptoms[group]?.id ?? []))];
		},
	};
}

/** The answer with the symptoms that its title names, unless it names its own. */
export function withNamedSymptoms(
	answer: Answer,
	{ symptomsNamedIn }: Pick<SearchLanguage, "symptomsNamedIn">,
): Answer {
	return answer.symptoms.length > 0 ? answer : { ...answer, symptoms: symptomsNamedIn(answer.title) };
}
