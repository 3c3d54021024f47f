import type { Grammar } from "../../data/grammar-schema";
import { compileWords } from "./compile-words";
import { encodeTerms } from "./encode-terms";
import { Lemmas } from "./lemmas";
import { type CompiledLexicon, Context, Cue } from "./lexicon";
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

type ContextName = keyof (Grammar["context"] & Grammar["links"] & Pick<Grammar["words"], "determiners" | "fillers">);

const CONTEXT_MASKS: Record<ContextName, number> = {
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
	singular: Context.SINGULAR,
	subjects: Context.SUBJECT,
	english: Context.ENGLISH,
	foreign: Context.FOREIGN,
};

/** These tell languages, people and their number apart by their very form: "was" is English, "wars" is not "war". */
const EXACT_CONTEXTS = new Set<ContextName>(["english", "foreign", "firstPerson", "singular"]);

const CUE_MASKS: { [Name in keyof Grammar["cues"]]: Record<keyof Grammar["cues"][Name], number> } = {
	denied: {
		before: Cue.DENIED_BEFORE,
		after: Cue.DENIED_AFTER,
		beside: Cue.DENIED_BESIDE,
		not: Cue.DENIED_NOT,
		end: Cue.DENIED_END,
		undone: Cue.DENIED_UNDONE,
	},
	possible: { before: Cue.POSSIBLE_BEFORE, after: Cue.POSSIBLE_AFTER },
	otherPerson: { before: Cue.OTHER_BEFORE, not: Cue.OTHER_NOT, end: Cue.OTHER_END },
	past: { before: Cue.PAST_BEFORE, after: Cue.PAST_AFTER, not: Cue.PAST_NOT, end: Cue.PAST_END },
	general: { before: Cue.GENERAL_BEFORE, after: Cue.GENERAL_AFTER, not: Cue.GENERAL_NOT, end: Cue.GENERAL_END },
};

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

/** The keys of a record whose type names them all. */
function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
	return Object.keys(record) as Key[];
}

function specialOnesLast(termsOf: Record<string, string[]>, special: string[]): string[] {
	return [...Object.keys(termsOf).filter((id) => !special.includes(id)), ...special];
}

function entriesOf(terms: string[], value: number, normalise: (term: string) => string): Entry[] {
	return terms.map((term) => ({ term: normalise(term), value }));
}

function cueEntries(cues: Grammar["cues"], normalise: (term: string) => string): Entry[] {
	return keysOf(CUE_MASKS).flatMap((name) => {
		const masks: Record<string, number> = CUE_MASKS[name];
		return Object.entries(cues[name]).flatMap(([side, terms]) => entriesOf(terms, masks[side] as number, normalise));
	});
}

function contextEntries({ context, links, words }: Grammar, normalise: (term: string) => string): Entry[] {
	const { determiners, fillers } = words;
	const phrases: Record<ContextName, string[]> = { ...context, ...links, determiners, fillers };
	return keysOf(CONTEXT_MASKS).flatMap((name) =>
		entriesOf(
			phrases[name].map((term) => (EXACT_CONTEXTS.has(name) && !term.includes(" ") ? `=${term}` : term)),
			CONTEXT_MASKS[name],
			normalise,
		),
	);
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

interface Entry {
	term: string;
	value: number;
}

/** Entries whose words have the same lemmas. */
type Path = Entry[];

function isBase(term: string, lemmas: Lemmas): boolean {
	const last = spellingOf(term).split(" ").at(-1) ?? "";
	return lemmas.of(last) === last;
}

/** "My hands shake" is found without "my"; "the shakes" needs its article. */
const POSSESSIVES = new Set(["my", "your", "his", "her", "their", "our", "its"]);

/** Writes a term as the scanner reads it: without inner determiners, "does not" as "doesn't"; see `scan-words.ts`. */
function normaliser({ determiners, contractions }: Grammar["words"]): (term: string) => string {
	const isPassedOver = new Set(determiners);
	return (term) => {
		const all = spellingOf(term).split(/[ -]/);
		const words = all.filter(
			(word, index) => all.length === 1 || !isPassedOver.has(word) || (index === 0 && !POSSESSIVES.has(word)),
		);
		const contracted = words
			.map((word, index) => (words[index + 1] === "not" ? (contractions[word] ?? word) : word))
			.filter((word, index) => word !== "not" || !((words[index - 1] ?? "") in contractions));
		return flagsOf(term) + contracted.join(" ");
	};
}

function byPath(entries: Entry[], lemmas: Lemmas): Path[] {
	const paths = new Map<string, Path>();
	for (const entry of entries) {
		const key = spellingOf(entry.term)
			.split(" ")
			.map((word) => lemmas.of(word))
			.join(" ");
		const path = paths.get(key);
		if (path) path.push(entry);
		else paths.set(key, [entry]);
	}
	return [...paths.values()];
}

/** One entry for each path and, where forms of the last word differ in meaning, one more for each such form. */
function chooseForms(paths: Path[], lemmas: Lemmas, choose: (values: number[]) => number): Entry[] {
	return paths.flatMap((path) => {
		const forAll = path.filter(({ term }) => !flagsOf(term).includes("="));
		const value = choose([...new Set(forAll.map((entry) => entry.value))].sort((one, other) => one - other));
		const base = forAll.find(({ term }) => isBase(term, lemmas)) ?? forAll[0];
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

/** One entry for each path and one for each exact form: "came back" and "comes back" stand for the same. */
function mergeForms(paths: Path[]): Entry[] {
	return paths.flatMap((path) => {
		const merged = new Map<string, Entry>();
		for (const { term, value } of path) {
			const key = flagsOf(term) && term;
			const known = merged.get(key);
			merged.set(key, { term: known?.term ?? term, value: value | (known?.value ?? 0) });
		}
		return [...merged.values()];
	});
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
