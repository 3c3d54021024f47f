import type { Grammar } from "../../data/grammar-schema";
import type { Lemmas } from "./lemmas";
import { flagsOf, spellingOf } from "./term-flags";

/** A term and the number of what it stands for: a symptom, a part, a head, or a mask of cues or contexts. */
export interface Entry {
	term: string;
	value: number;
}

/** Entries whose words have the same lemmas. */
export type Path = Entry[];

/** "My hands shake" is found without "my"; "the shakes" needs its article. */
const POSSESSIVES = new Set(["my", "your", "his", "her", "their", "our", "its"]);

/** Writes a term as the scanner reads it: without inner determiners, "does not" as "doesn't"; see `scan-words.ts`. */
export function normaliser({ determiners, contractions }: Grammar["words"]): (term: string) => string {
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

/** Terms as the scanner reads them, all of one value. */
export function entriesOf(terms: string[], value: number, normalise: (term: string) => string): Entry[] {
	return terms.map((term) => ({ term: normalise(term), value }));
}

/** Puts together the entries that one way through the scanner's words leads to. */
export function byPath(entries: Entry[], lemmas: Lemmas): Path[] {
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
export function chooseForms(paths: Path[], lemmas: Lemmas, choose: (values: number[]) => number): Entry[] {
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

/** One entry for each path and one for each exact form: "came back" and "comes back" stand for the same. */
export function mergeForms(paths: Path[]): Entry[] {
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

function isBase(term: string, lemmas: Lemmas): boolean {
	const last = spellingOf(term).split(" ").at(-1) ?? "";
	return lemmas.of(last) === last;
}
