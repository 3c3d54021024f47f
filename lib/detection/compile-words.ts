import type { Grammar } from "../../data/grammar-schema";
import { Lemmas, type WordRules } from "./lemmas";
import { otherSpellings } from "./spelling";
import { spellingOf } from "./term-flags";

/** What the content script has to know of words to understand these terms on a page, and no more. */
export function compileWords(words: Grammar["words"], terms: string[]): WordRules {
	const used = new Set(terms.flatMap((term) => spellingOf(term).split(" ")));
	const everyVerb = new Lemmas({
		verbs: words.verbs.map((verb) => markDoubling(verb, words)).join(" "),
		alsoWritten: linesOfForms(words.irregularVerbs),
		invariable: "",
	});
	const usedLemmas = new Set([...used].map((word) => everyVerb.of(word)));
	const isUsed = (word: string) => usedLemmas.has(everyVerb.of(word));
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
		// "Raynaud's" is more than "raynaud", and "100 yards" more than a number of yards.
		invariable: [...words.invariable, ...[...used].filter((word) => /'s$|^\d+$/.test(word)).sort()].join(" "),
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
