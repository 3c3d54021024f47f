import { composeNames } from "./compose-names";
import { findNames } from "./find-terms";
import { type CompiledLexicon, Lexicon } from "./lexicon";
import { newWords, scanWords } from "./scan-words";

/**
 * The terms of a compiled lexicon without those that the detector finds anyway:
 * composed from complaint and part ("knee pain"), or by a shorter term of the same
 * symptom ("terrible migraine"). They are a fifth of all and would be carried to every page.
 * A term that is certain stays unless what replaces it is certain as well.
 */
export function leaveOutComposed(compiled: CompiledLexicon): CompiledLexicon {
	const lexicon = new Lexicon(compiled);
	const words = newWords();
	const lines = compiled.terms.split("\n");
	const kept = lines.slice(0, compiled.symptomIds.length).map((line, symptom) => {
		const terms = line.split("|");
		const certain = new Set(terms.filter((term) => !/^\??=|^\?/.test(term)));
		const all = new Set(terms.map((term) => term.replace(/^\?/, "")));
		return terms
			.filter((term) => {
				const isAmbiguous = term.startsWith("?");
				const spelling = term.replace(/^\??=?/, "");
				if (!spelling.includes(" ")) return true;
				if (hasShorter(spelling, isAmbiguous ? all : certain)) return false;
				scanWords(spelling, lexicon, words);
				return !composeNames(words, findNames(words, lexicon), lexicon).some(
					(name) =>
						name.symptom === symptom &&
						name.ambiguity <= (isAmbiguous ? 1 : 0) &&
						name.parts[0]?.from === 0 &&
						name.parts.at(-1)?.to === words.count,
				);
			})
			.join("|");
	});
	return { ...compiled, terms: [...kept, ...lines.slice(kept.length)].join("\n") };
}

function hasShorter(term: string, others: Set<string>): boolean {
	const words = term.split(" ");
	for (let from = 0; from < words.length; from++) {
		for (let to = from + 1; to <= words.length; to++) {
			if (to - from < words.length && others.has(words.slice(from, to).join(" "))) return true;
		}
	}
	return false;
}
