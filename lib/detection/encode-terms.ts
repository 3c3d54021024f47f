import type { Lemmas } from "./lemmas";
import { flagsOf, spellingOf } from "./term-flags";

/**
 * Terms that stand for the same thing as one line of the compiled lexicon: terms that
 * begin with the same word in one group, in base forms.
 *
 *     line:  group "|" group ...
 *     group: first word ("," rest) ...          no rest: the word alone is a term
 *     rest:  "?"  further words  "=" word       "?": means other things as well; "=": this word in this form only
 *
 * `terms` are written as in content files: `?` and `=` stand before a term. `exactAt` tells which of its words
 * the `=` speaks of: the last, or of a cue the first ("gone away").
 */
export function encodeTerms(terms: string[], lemmas: Lemmas, exactAt: 0 | -1 = -1): string {
	const groups = new Map<string, Set<string>>();
	for (const term of terms) {
		const flags = flagsOf(term);
		const words = spellingOf(term).split(" ");
		const [first = "", ...others] = words.map((word) => lemmas.of(word));
		const exact = flags.includes("=") ? `=${words.at(exactAt)}` : "";
		const rests = groups.get(first) ?? new Set();
		groups.set(first, rests.add((flags.includes("?") ? "?" : "") + others.join(" ") + exact));
	}
	return [...groups]
		.map(([first, rests]) => (rests.size === 1 && rests.has("") ? first : [first, ...rests].join(",")))
		.join("|");
}
