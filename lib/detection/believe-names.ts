import type { Name } from "./compose-names";
import type { TermHit } from "./find-terms";
import { Context, type Lexicon } from "./lexicon";
import { type Evidence, evidenceIn, type PageContext } from "./page-context";
import type { Words } from "./scan-words";
import { rangesIn, sentenceAt, type WordRange } from "./word-ranges";

/**
 * Leaves out names that more likely mean something else where they stand. Those
 * that mean nothing else are judged first: they speak for the others. `contexts`
 * are the phrases of context in the text.
 */
export function believeNames(
	names: Name[],
	{
		words,
		lexicon,
		contexts,
		sentences,
		page,
	}: { words: Words; lexicon: Lexicon; contexts: TermHit[]; sentences: number[]; page: PageContext },
): Name[] {
	const evidence = (range: WordRange) => withPhrases(evidenceIn(words, lexicon, range), rangesIn(contexts, range));
	const block = evidence({ from: 0, to: words.count });
	const evidenceOf = new Map<number, Evidence>();
	const certainIn = new Map<number, number>();
	const doubtfulIn = new Map<number, Set<number>>();
	let certainCount = 0;
	const isBelieved = ({ head, parts, ambiguity }: Name) => {
		const sentence = sentenceAt(sentences, head.from);
		const around = evidenceOf.get(sentence.from) ?? evidence(sentence);
		evidenceOf.set(sentence.from, around);
		const own = parts.reduce((sum, part) => sum + evidenceIn(words, lexicon, part).health, 0);
		const certainHere = certainIn.get(sentence.from) ?? 0;
		const weight = weigh({
			sentence: { ...around, health: Math.max(0, around.health - own) },
			block: { ...block, health: Math.max(0, block.health - own) },
			page,
			certainInSentence: certainHere,
			certainElsewhere: certainCount - certainHere,
			doubtfulInSentence: Math.max(0, (doubtfulIn.get(sentence.from)?.size ?? 0) - 1),
		});
		return weight >= ambiguity;
	};

	const certain = names.filter((name) => name.ambiguity === 0 && isBelieved(name));
	certainCount = certain.length;
	for (const { head } of certain) {
		const { from } = sentenceAt(sentences, head.from);
		certainIn.set(from, (certainIn.get(from) ?? 0) + 1);
	}
	const doubtful = names.filter((name) => name.ambiguity > 0);
	for (const { symptom, head } of doubtful) {
		const { from } = sentenceAt(sentences, head.from);
		doubtfulIn.set(from, (doubtfulIn.get(from) ?? new Set()).add(symptom));
	}
	return [...certain, ...doubtful.filter(isBelieved)];
}

function withPhrases(evidence: Evidence, phrases: TermHit[]): Evidence {
	for (const { value } of phrases) {
		if (value & Context.HEALTH) evidence.health++;
		if (value & Context.TOPIC) evidence.topics++;
	}
	return evidence;
}

/** What is weighed of a name. */
interface Weighed {
	sentence: Evidence;
	block: Evidence;
	page: PageContext;
	/** Other names that mean nothing else. */
	certainInSentence: number;
	/** As well, in other sentences of the block. */
	certainElsewhere: number;
	/** Other symptoms whose names mean something else as well. */
	doubtfulInSentence: number;
}

/** What the words around a name say for its being a symptom; each weight was found on texts of patients, doctors and newspapers. */
function weigh({ sentence, block, page, certainInSentence, certainElsewhere, doubtfulInSentence }: Weighed): number {
	return (
		Math.min(2, sentence.health) +
		Math.min(1.5, sentence.firstPerson * 1.5) +
		Math.min(2, certainInSentence * 2) +
		Math.min(1, doubtfulInSentence * 0.5) +
		Math.min(1, (block.health - sentence.health) * 0.5 + certainElsewhere * 0.5) +
		page.health -
		Math.min(3, sentence.topics)
	);
}
