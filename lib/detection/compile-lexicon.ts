import type { Grammar } from "../../data/grammar-schema";
import { compileWords } from "./compile-words";
import { encodeTerms } from "./encode-terms";
import { contextEntries, cueEntries, withInnerEnds } from "./grammar-entries";
import { Lemmas } from "./lemmas";
import type { CompiledLexicon } from "./lexicon";
import { byPath, chooseForms, type Entry, entriesOf, mergeForms, normaliser, type Path } from "./lexicon-entries";
import { flagsOf, spellingOf } from "./term-flags";

/** What the compiler needs of a symptom; `data/schema.ts` has the rest. */
export interface SymptomTerms {
	id: string;
	layTerms: string[];
	clinicalTerms: string[];
}

/** A term that two symptoms claim. It belongs to the first, which may be wrong: mend the data. */
export interface TermConflict {
	term: string;
	symptomIds: [string, string];
}

/**
 * Compiles the terms of all symptoms and the grammar into the tables that the
 * content script carries. `terms` are those of each symptom as they were written;
 * `conflicts` are those that two symptoms claim. Between two
 * forms of one word, the base form speaks for all and any other for itself.
 */
export function compileLexicon(
	symptoms: SymptomTerms[],
	grammar: Grammar,
): { lexicon: CompiledLexicon; terms: string[][]; conflicts: TermConflict[] } {
	const symptomIds = symptoms.map(({ id }) => id);
	const partIds = specialOnesLast(grammar.parts.parts, grammar.parts.general);
	const headIds = specialOnesLast(grammar.heads.heads, grammar.heads.near);
	const normalise = normaliser(grammar.words);
	const written = {
		symptoms: symptoms.flatMap(({ layTerms, clinicalTerms }, index) =>
			entriesOf([...layTerms, ...clinicalTerms], index, normalise),
		),
		parts: partIds.flatMap((id, index) => entriesOf(grammar.parts.parts[id] ?? [], index, normalise)),
		heads: headIds.flatMap((id, index) => entriesOf(grammar.heads.heads[id] ?? [], index, normalise)),
		cues: cueEntries(grammar.cues, normalise),
		contexts: contextEntries(grammar, normalise),
	};
	const words = compileWords(
		grammar.words,
		Object.values(written).flatMap((entries) => entries.map(({ term }) => term)),
	);
	const lemmas = new Lemmas(words);
	const ofSymptoms = byPath(written.symptoms, lemmas);
	const headSets = new ValueSets();
	const first = ([value = 0]: number[]) => value;
	const joined = (masks: number[]) => masks.reduce((all, mask) => all | mask, 0);
	const headEntries = chooseForms(byPath(written.heads, lemmas), lemmas, (values) => headSets.indexOf(values));
	const cues = groupByMask(withInnerEnds(chooseForms(byPath(written.cues, lemmas), lemmas, joined)));
	const contexts = groupByMask(mergeForms(byPath(written.contexts, lemmas)));
	const terms = linesOf(chooseForms(ofSymptoms, lemmas, first), symptomIds.length);
	const names = [
		...terms,
		...linesOf(chooseForms(byPath(written.parts, lemmas), lemmas, first), partIds.length),
		...linesOf(headEntries, headSets.sets.length),
	];
	const encoded = [
		...names.map((line) => encodeTerms(line, lemmas)),
		...cues.lines.map((line) => encodeTerms(line, lemmas, 0)),
		...contexts.lines.map((line) => encodeTerms(line, lemmas)),
	];
	return {
		lexicon: {
			symptomIds,
			partCount: partIds.length,
			generalPartCount: grammar.parts.general.length,
			headCount: headIds.length,
			nearHeadCount: grammar.heads.near.length,
			headSets: headSets.sets,
			cueMasks: cues.masks,
			contextMasks: contexts.masks,
			terms: encoded.join("\n"),
			combinations: combinationLines(grammar, headIds, partIds, symptomIds),
			words,
			contractions: Object.entries(grammar.words.contractions),
		},
		terms,
		conflicts: conflictsOf(ofSymptoms, symptomIds),
	};
}

function specialOnesLast(termsOf: Record<string, string[]>, special: string[]): string[] {
	return [...Object.keys(termsOf).filter((id) => !special.includes(id)), ...special];
}

function combinationLines(
	{ combinations }: Grammar,
	headIds: string[],
	partIds: string[],
	symptomIds: string[],
): string {
	return headIds
		.map((head) =>
			Object.entries(combinations[head] ?? {})
				.flatMap(([part, symptom]) => [partIds.indexOf(part), symptomIds.indexOf(symptom)])
				.map((index) => index.toString(36))
				.join(" "),
		)
		.join("\n");
}

function conflictsOf(paths: Path[], symptomIds: string[]): TermConflict[] {
	return paths.flatMap((path) => {
		const [first, ...others] = path;
		return others
			.filter(
				({ value, term }) => value !== first?.value && !(flagsOf(term) + flagsOf(first?.term ?? "")).includes("="),
			)
			.map(({ term, value }) => ({
				term: spellingOf(term),
				symptomIds: [symptomIds[first?.value ?? 0] ?? "", symptomIds[value] ?? ""] as [string, string],
			}));
	});
}

/** Terms of cues or contexts, grouped by what they stand for together. */
function groupByMask(entries: Entry[]): { masks: number[]; lines: string[][] } {
	const masks = [...new Set(entries.map(({ value }) => value))];
	const indexed = entries.map(({ term, value }) => ({ term, value: masks.indexOf(value) }));
	return { masks, lines: linesOf(indexed, masks.length) };
}

function linesOf(entries: Entry[], count: number): string[][] {
	const lines: string[][] = Array.from({ length: count }, () => []);
	for (const { term, value } of entries) lines[value]?.push(term);
	return lines.map((terms) => terms.sort());
}

/** Numbers the different sets of values. */
class ValueSets {
	readonly sets: number[][] = [];
	readonly #indexes = new Map<string, number>();

	indexOf(values: number[]): number {
		const key = values.join(" ");
		const index = this.#indexes.get(key) ?? this.sets.push(values) - 1;
		this.#indexes.set(key, index);
		return index;
	}
}
