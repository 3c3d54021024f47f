import { foldText } from "./fold-text";
import { inflect } from "./inflect";
import type { CompiledLexicon } from "./lexicon";
import { tokenize } from "./tokenize";

/** What the compiler needs of a symptom; `data/schema.ts` has the rest. */
export interface SymptomTerms {
	id: string;
	layTerms: string[];
	clinicalTerms: string[];
}

/** A form that two symptoms claim. It belongs to the first, which may be wrong: mend the data. */
export interface TermConflict {
	term: string;
	symptomIds: [string, string];
}

/**
 * Compiles the terms of all symptoms, with their inflections, into the table
 * that the content script carries, and lists the forms that two symptoms claim.
 * A form that somebody wrote down wins over one that inflection made.
 */
export function compileLexicon(symptoms: SymptomTerms[]): { lexicon: CompiledLexicon; conflicts: TermConflict[] } {
	const conflicts: TermConflict[] = [];
	const owners = new Map<string, string>();
	const claim = (form: string, symptomId: string) => {
		const owner = owners.get(form);
		if (owner === undefined) owners.set(form, symptomId);
		else if (owner !== symptomId) conflicts.push({ term: form, symptomIds: [owner, symptomId] });
	};

	const forms = symptoms.flatMap(({ id, layTerms, clinicalTerms }) =>
		[...layTerms, ...clinicalTerms].map((term) => ({ id, forms: inflect(term).map(wordsOf) })),
	);
	for (const {
		id,
		forms: [written = ""],
	} of forms)
		claim(written, id);
	const written = new Set(owners.keys());
	for (const {
		id,
		forms: [, ...inflected],
	} of forms) {
		for (const form of inflected) if (!written.has(form)) claim(form, id);
	}
	return {
		lexicon: toTable(
			owners,
			symptoms.map(({ id }) => id),
		),
		conflicts,
	};
}

function wordsOf(term: string): string {
	return tokenize(foldText(term))
		.map((token) => token.word)
		.join(" ");
}

function toTable(owners: Map<string, string>, symptomIds: string[]): CompiledLexicon {
	const indexOf = new Map(symptomIds.map((id, index) => [id, index.toString(36)]));
	const lines = new Map<string, string[]>();
	for (const [term, symptomId] of [...owners].sort(([one], [other]) => (one < other ? -1 : 1))) {
		const space = term.indexOf(" ");
		const [first, rest] = space < 0 ? [term, ""] : [term.slice(0, space), term.slice(space + 1)];
		const entries = lines.get(first) ?? [];
		entries.push(`${rest}=${indexOf.get(symptomId)}`);
		lines.set(first, entries);
	}
	return { symptomIds, entries: [...lines].map(([first, entries]) => `${first}\t${entries.join("|")}`).join("\n") };
}
