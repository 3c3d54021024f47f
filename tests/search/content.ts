import { join } from "node:path";
import { readContent } from "../../data/read-content";
import type { SymptomSummary } from "../../data/schema";

const { symptoms, answerFiles, grammar } = readContent(join(import.meta.dirname, "../../data"));

/** The symptoms as the product's search knows them. */
export const symptomIndex: SymptomSummary[] = symptoms.map(({ id, name, clinicalTerm, layTerms, clinicalTerms }) => ({
	id,
	name,
	clinicalTerm,
	terms: [...layTerms, ...clinicalTerms].map((term) => term.replace(/^=/, "")),
}));

/** Names of the same thing, as the product's search knows them. */
export const synonymGroups = grammar?.synonyms.groups ?? [];

/** All bundled answers. */
export const bundledAnswers = answerFiles.flatMap(({ answers }) => answers);
