import type { Grammar } from "../../data/grammar-schema";
import { type CompiledLexicon, Context, Cue } from "./lexicon";
import { otherSpellings } from "./spelling";
import { WordTable } from "./word-table";

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

const CONTEXT_MASKS: Record<string, number> = {
	health: Context.HEALTH,
	firstPerson: Context.FIRST_PERSON,
	people: Context.PEOPLE,
	topics: Context.TOPIC,
	otherMeanings: Context.OTHER_MEANING,
	determiners: Context.DETERMINER,
	fillers: Context.FILLER,
	prepositions: Context.PREPOSITION,
	place: Context.PLACE,
	links: Context.LINK,
	lists: Context.LIST,
	breakers: Context.BREAKER,
	suffering: Context.SUFFERING,
	english: Context.ENGLISH,
	foreign: Context.FOREIGN,
};

/** These tell languages and people apart by their very form: "was" is English, "wars" is not "war". */
const EXACT_CONTEXTS = new Set(["english", "foreign", "firstPerson"]);

const CUE_MASKS: Record<keyof Grammar["cues"], Record<string, number>> = {
	denied: { before: Cue.DENIED_BEFORE, after: Cue.DENIED_AFTER, not: Cue.DENIED_NOT, end: Cue.DENIED_END },
	possible: { before: Cue.POSSIBLE_BEFORE, after: Cue.POSSIBLE_AFTER },
	otherPerson: { before: Cue.OTHER_BEFORE, not: Cue.OTHER_NOT, end: Cue.OTHER_END },
	past: { before: Cue.PAST_BEFORE, after: Cue.PAST_AFTER, not: Cue.PAST_NOT, end: Cue.PAST_END },
	general: { before: Cue.GENERAL_BEFORE, after: Cue.GENERAL_AFTER, not: Cue.GENERAL_NOT, end: Cue.GENERAL_END },
};

/**
 * Compiles the terms of all symptoms and the grammar into the tables that the
 * content script carries, and lists the terms that two symptoms claim. Between two
 * forms of one word, the base form speaks for all and any other for itself.
 */
export function compileLexicon(
	symptoms: SymptomTerms[],
	grammar: Grammar,
): { lexicon: CompiledLexicon; conflicts: TermConflict[] } {
	const { parts, general } = grammar.parts;
	const partIds = [...Object.keys(parts).filter((id) => !general.includes(id)), ...general];
	const { heads, near } = grammar.heads;
	const headIds = [...Object.keys(heads).filter((id) => !near.includes(id)), ...near];
	const symptomIds = symptoms.map(({ id }) => id);
	const { determiners, fillers } = grammar.words;

	const written: Entry[][] = [
		symptoms.flatMap(({ layTerms, clinicalTerms }, index) =>
			[...layTerms, ...clinicalTerms].map((term) => ({ term, value: index })),
		),
		partIds.flatMap((id, index) => (parts[id] ?? []).map((term) => ({ term, value: index }))),
		headIds.flatMap((id, index) => (heads[id] ?? []).map((term) => ({ term, value: index }))),
		Object.entries(grammar.cues).flatMap(([cue, sides]) =>
			Object.entries(sides).flatMap(([side, terms = []]) =>
				terms.map((term) => ({ term, value: CUE_MASKS[cue as keyof Grammar["cues"]][side] ?? 0 })),
			),
		),
		Object.entries({ ...grammar.context, ...grammar.links, determiners, fillers }).flatMap(([name, terms]) =>
			terms.map((term) => ({
				term: EXACT_CONTEXTS.has(name) && !term.includes(" ") ? `=${term}` : term,
				value: CONTEXT_MASKS[name] ?? 0,
			})),
		),
	];
	const inner = new Set(determiners);
	const contractions = new Map(Object.entries(grammar.words.contractions));
	const normalised = written.map((entries) =>
		entries.map(({ term, value }) => ({ term: contracted(withoutInnerDeterminers(term, inner), contractions), value })),
	);
	const words = wordRules(
		grammar.words,
		normalised.flat().map(({ term }) => term),
	);
	const table = new WordTable(words);
	const [ofSymptoms = [], ofParts = [], ofHeads = [], ofCues = [], ofContexts = []] = normalised.map((entries) =>
		byPath(entries, table),
	);

	const conflicts = conflictsOf(ofSymptoms, symptomIds);
	const headSets = new ValueSets();
	const lines = [
		linesOf(
			chooseForms(ofSymptoms, table, ([value = 0]) => value),
			symptoms.length,
		),
		linesOf(
			chooseForms(ofParts, table, ([value = 0]) => value),
			partIds.length,
		),
	];
	const headEntries = chooseForms(ofHeads, table, (values) => headSets.indexOf(values));
	lines.push(linesOf(headEntries, headSets.sets.length));
	const cues = withInnerEnds(chooseForms(ofCues, table, (masks) => masks.reduce((all, mask) => all | mask, 0)));
	const contexts = mergeExact(ofContexts);
	const cueMasks = [...new Set(cues.map(({ value }) => value))];
	const contextMasks = [...new Set(contexts.map(({ value }) => value))];
	lines.push(
		linesOf(
			cues.map(({ term, value }) => ({ term, value: cueMasks.indexOf(value) })),
			cueMasks.length,
		),
	);
	lines.push(
		linesOf(
			contexts.map(({ term, value }) => ({ term, value: contextMasks.indexOf(value) })),
			contextMasks.length,
		),
	);

	const indexOfPart = new Map(partIds.map((id, index) => [id, index]));
	const indexOfSymptom = new Map(symptomIds.map((id, index) => [id, index]));
	return {
		lexicon: {
			symptomIds,
			partCount: partIds.length,
			generalPartCount: general.length,
			headCount: headIds.length,
			nearHeadCount: near.length,
			headSets: headSets.sets,
			cueMasks,
			contextMasks,
			terms: lines.flat().join("\n"),
			combinations: headIds
				.map((head) =>
					Object.entries(grammar.combinations[head] ?? {})
						.flatMap(([part, symptom]) => [indexOfPart.get(part), indexOfSymptom.get(symptom)])
						.map((index) => index?.toString(36))
						.join(" "),
				)
				.join("\n"),
			words,
			contractions: Object.entries(grammar.words.contractions),
		},
		conflicts,
	};
}

interface Entry {
	term: string;
	value: number;
}

/** Entries whose words have the same lemmas. */
type Path = Entry[];

const flagsOf = (term: string) => /^\??=?/.exec(term)?.[0] ?? "";
const spellingOf = (term: string) => term.replace(/^\??=?/, "");

/** "My hands shake" is found without "my"; "the shakes" needs its article. */
const POSSESSIVES = new Set(["my", "your", "his", "her", "their", "our", "its"]);

function withoutInnerDeterminers(term: string, determiners: Set<string>): string {
	const words = spellingOf(term).split(/[ -]/);
	const isKept = (word: string, index: number) => !determiners.has(word) || (index === 0 && !POSSESSIVES.has(word));
	return flagsOf(term) + (words.length === 1 ? words : words.filter(isKept)).join(" ");
}

/** "Does not" is read as "doesn't" wherever it stands; see `scan-words.ts`. */
function contracted(term: string, contractions: Map<string, string>): string {
	const words = spellingOf(term).split(" ");
	return (
		flagsOf(term) +
		words
			.map((word, index) => (words[index + 1] === "not" ? (contractions.get(word) ?? word) : word))
			.filter((word, index) => word !== "not" || !contractions.has(words[index - 1] ?? ""))
			.join(" ")
	);
}

function wordRules(words: Grammar["words"], terms: string[]): CompiledLexicon["words"] {
	const used = new Set(terms.flatMap((term) => spellingOf(term).split(" ")));
	const everyForm = new WordTable({
		verbs: words.verbs.map((verb) => markDoubling(verb, words)).join(" "),
		alsoWritten: linesOfForms(words.irregularVerbs),
		invariable: "",
	});
	const usedLemmas = new Set([...used].map((word) => everyForm.lemmas[everyForm.formOf(word)]));
	const isUsed = (word: string) => usedLemmas.has(everyForm.lemmas[everyForm.formOf(word)]);
	const alsoWritten = new Map<string, Set<string>>();
	const add = (word: string, form: string) => {
		if (word === form || alsoWritten.get(form)?.has(word)) return;
		const forms = alsoWritten.get(word) ?? new Set();
		alsoWritten.set(word, forms.add(form));
	};
	const listed = [
		...Object.entries(words.irregularVerbs),
		["be", words.be] as const,
		...Object.entries(words.irregularNouns).map(([noun, plural]) => [noun, [plural]] as const),
		...Object.entries(words.sameWords),
	];
	for (const [word, forms] of listed) for (const form of forms) add(word, form);
	for (const word of [...used].sort()) for (const spelling of otherSpellings(word)) add(word, spelling);
	for (const [word, forms] of Object.entries(words.misspellings)) for (const form of forms) add(word, form);
	return {
		verbs: words.verbs
			.filter(isUsed)
			.map((verb) => markDoubling(verb, words))
			.join(" "),
		alsoWritten: linesOfForms(Object.fromEntries([...alsoWritten].filter(([word]) => isUsed(word)))),
		invariable: words.invariable.join(" "),
	};
}

function markDoubling(verb: string, { doublingVerbs }: Grammar["words"]): string {
	return doublingVerbs.includes(verb) ? `${verb}+` : verb;
}

function linesOfForms(forms: Record<string, Iterable<string>>): string {
	return Object.entries(forms)
		.map(([word, others]) => [word, ...others].join(" "))
		.join("\n");
}

function byPath(entries: Entry[], table: WordTable): Path[] {
	const paths = new Map<string, Path>();
	for (const entry of entries) {
		const key = spellingOf(entry.term)
			.split(" ")
			.map((word) => table.lemmas[table.formOf(word)])
			.join(" ");
		const path = paths.get(key);
		if (path) path.push(entry);
		else paths.set(key, [entry]);
	}
	return [...paths.values()];
}

/** One entry for each path and, where forms of the last word differ in meaning, one more for each such form. */
function chooseForms(paths: Path[], table: WordTable, choose: (values: number[]) => number): Entry[] {
	return paths.flatMap((path) => {
		const forAll = path.filter(({ term }) => !flagsOf(term).includes("="));
		const value = choose([...new Set(forAll.map((entry) => entry.value))].sort((one, other) => one - other));
		const base = forAll.find(({ term }) => table.isBase(term.split(" ").at(-1)?.replace(/^\?/, "") ?? "")) ?? forAll[0];
		const baseFlag = base?.term.startsWith("?") ? "?" : "";
		const chosen = new Map<string, Entry>();
		if (base) chosen.set("", { term: baseFlag + spellingOf(base.term), value });
		for (const { term, value: own } of path) {
			const flag = term.startsWith("?") ? "?" : "";
			const isExact = flagsOf(term).includes("=");
			const ownValue = isExact ? choose([own]) : value;
			if (base && flag === baseFlag && ownValue === value) continue;
			if (isExact || (base && spellingOf(term) !== spellingOf(base.term))) {
				chosen.set(spellingOf(term), { term: `${flag}=${spellingOf(term)}`, value: ownValue });
			}
		}
		return [...chosen.values()];
	});
}

/** A longer cue hides the shorter ones in it, but what ended the reach of another still does: "but" in "but no sign of". */
function withInnerEnds(cues: Entry[]): Entry[] {
	const ends = Cue.DENIED_END | Cue.OTHER_END | Cue.PAST_END | Cue.GENERAL_END;
	const endsOf = new Map(cues.map(({ term, value }) => [spellingOf(term), value & ends]));
	return cues.map(({ term, value }) => ({
		term,
		value: spellingOf(term)
			.split(" ")
			.reduce((mask, word) => mask | (endsOf.get(word) ?? 0), value),
	}));
}

function mergeExact(paths: Path[]): Entry[] {
	const masks = new Map<string, number>();
	for (const { term, value } of paths.flat()) masks.set(term, (masks.get(term) ?? 0) | value);
	return [...masks].map(([term, value]) => ({ term, value }));
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

function linesOf(entries: Entry[], count: number): string[] {
	const lines: string[][] = Array.from({ length: count }, () => []);
	for (const { term, value } of entries) lines[value]?.push(term);
	return lines.map((terms) => terms.sort().join("|"));
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
