import { composeNames } from "./compose-names";
import { encodeTerms } from "./encode-terms";
import { findNames } from "./find-terms";
import { Lemmas } from "./lemmas";
import { type CompiledLexicon, Lexicon } from "./lexicon";
import { newWords, scanWords } from "./scan-words";
import { flagsOf, spellingOf } from "./term-flags";

/**
 * A compiled lexicon without the terms of symptoms that the detector finds anyway:
 * composed from complaint and part ("knee pain"), or by a shorter term of the same
 * symptom ("terrible migraine"). They are a fifth of all and would be carried to every page.
 * A term that is certain stays unless what replaces it is certain as well. `terms`: those
 * of each symptom, as they were written.
 */
export function leaveOutComposed(compiled: CompiledLexicon, terms: string[][]): CompiledLexicon {
	const lexicon = new Lexicon(compiled);
	const lemmas = new Lemmas(compiled.words);
	const words = newWords();
	const kept = terms.map((ofSymptom, symptom) => {
		const certain = new Set(ofSymptom.filter((term) => flagsOf(term) === ""));
		const all = new Set(ofSymptom.map((term) => term.replace(/^\?/, "")));
		return ofSymptom.filter((term) => {
			const isAmbiguous = term.startsWith("?");
			const spelling = spellingOf(term);
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
		});
	});
	const others = compiled.terms.split("\n").slice(kept.length);
	return { ...compiled, terms: [...kept.map((line) => encodeTerms(line, lemmas)), ...others].join("\n") };
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
