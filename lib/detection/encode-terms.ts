import type { Lemmas } from "./lemmas";

/**
 * Terms that stand for the same thing as one line of the compiled lexicon: terms that
 * begin with the same word in one group, in base forms.
 *
 *     line:  group "|" group ...
 *     group: first word ("," rest) ...          no rest: the word alone is a term
 *     rest:  "?"  further words  "=" last word  "?": means other things as well; "=": its last word in this form only
 *
 * `terms` are written as in content files: `?` and `=` stand before a term.
 */
export function encodeTerms(terms: string[], lemmas: Lemmas): string {
	const groups = new Map<string, Set<string>>();
	for (const term of terms) {
		const { isAmbiguous, isExact, words } = readTerm(term);
		const [first = "", ...others] = words.map((word) => lemmas.of(word));
		const exact = isExact ? `=${words.at(-1)}` : "";
		const rests = groups.get(first) ?? new Set();
		groups.set(first, rests.add((isAmbiguous ? "?" : "") + others.join(" ") + exact));
	}
	return [...groups]
		.map(([first, rests]) => (rests.size === 1 && rests.has("") ? first : [first, ...rests].join(",")))
		.join("|");
}

/** A term as it is written in content files, taken apart. */
export function readTerm(term: string): { isAmbiguous: boolean; isExact: boolean; words: string[] } {
	const [, ambiguous, exact, spelling = ""] = /^(\??)(=?)(.*)$/s.exec(term) ?? [];
	return { isAmbiguous: ambiguous === "?", isExact: exact === "=", words: spelling.split(" ") };
}
