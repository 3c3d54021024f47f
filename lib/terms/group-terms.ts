import type { SymptomId, SymptomSummary } from "../../data/schema";
import type { Assertion } from "../detection/assertion";
import { sentenceAround } from "../detection/sentence-around";
import type { FrameTerms } from "../messaging/page-terms";
import type { ListedTerm } from "../messaging/protocol";

/** Where a term stands: its frame, and its number there. */
export interface TermPlace {
	frameId: number;
	number: number;
}

/** One place of a page that names a symptom. */
export interface FoundTerm extends TermPlace {
	words: string;
	assertion: Assertion;
	/** The sentence around the words, in pieces; those that name the symptom are marked. */
	sentence: { text: string; isMarked: boolean }[];
}

/** A symptom with all the places of a page that name it. */
export interface SymptomGroup {
	id: SymptomId;
	name: string;
	clinicalTerm: string | null;
	terms: FoundTerm[];
}

/** The terms of a page by symptom, both in the order of the page, the top frame first. Ids that nobody knows are left out. */
export function groupTerms(frames: FrameTerms[], symptoms: SymptomSummary[]): SymptomGroup[] {
	const known = new Map<string, SymptomSummary>(symptoms.map((symptom) => [symptom.id, symptom]));
	const groups = new Map<string, SymptomGroup>();
	for (const { frameId, terms } of frames) {
		for (const term of terms) {
			const symptom = known.get(term.symptomId);
			if (!symptom) continue;
			const { id, name, clinicalTerm } = symptom;
			const group = groups.get(id) ?? { id, name, clinicalTerm, terms: [] };
			groups.set(id, group);
			const { number, words, assertion } = term;
			group.terms.push({ frameId, number, words, assertion, sentence: markedSentence(term) });
		}
	}
	return [...groups.values()];
}

/** The term whose card was opened last, in whichever frame; undefined before the first, or if it is gone. */
export function lastShown(frames: FrameTerms[]): TermPlace | undefined {
	const [latest] = frames
		.flatMap(({ frameId, terms, last }) =>
			last && terms.some(({ number }) => number === last.number) ? [{ frameId, ...last }] : [],
		)
		.sort((one, other) => other.at - one.at);
	return latest && { frameId: latest.frameId, number: latest.number };
}

/**
 * The term so many places after the one shown last (before it, if negative), round the end; the first or the last of
 * the page while none was shown. Undefined if there is none.
 */
export function termAfter(frames: FrameTerms[], by: number): TermPlace | undefined {
	const all = frames.flatMap(({ frameId, terms }) => terms.map(({ number }) => ({ frameId, number })));
	const last = lastShown(frames);
	const at = all.findIndex(({ frameId, number }) => frameId === last?.frameId && number === last.number);
	if (at < 0) return all.at(by > 0 ? 0 : -1);
	return all.at((at + by) % all.length);
}

/** The sentence in which a term stands, cut where its words begin and end. */
function markedSentence({ text, start, end, words }: ListedTerm): FoundTerm["sentence"] {
	const sentence = sentenceAround(text, start, end);
	const pieces: FoundTerm["sentence"] = [];
	let from = 0;
	// Words that stand apart from each other come joined by an ellipsis.
	for (const [index, part] of words.split(" … ").entries()) {
		const at = index === 0 ? firstPlace(sentence, part, text.slice(0, start)) : sentence.indexOf(part, from);
		if (at < 0 || part === "") continue;
		pieces.push({ text: sentence.slice(from, at), isMarked: false }, { text: part, isMarked: true });
		from = at + part.length;
	}
	pieces.push({ text: sentence.slice(from), isMarked: false });
	return pieces.filter((piece) => piece.text !== "");
}

// The same words may stand in the sentence twice; what comes before them tells which are meant.
function firstPlace(sentence: string, part: string, textBefore: string): number {
	const before = textBefore.replace(/\s+/g, " ");
	for (let at = sentence.indexOf(part); at >= 0; at = sentence.indexOf(part, at + 1)) {
		const lead = sentence.slice(0, at).replace(/^…/, "");
		if (before.endsWith(lead)) return at;
	}
	return sentence.indexOf(part);
}
