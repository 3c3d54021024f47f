import { misspelled, shuffled } from "../disturb-query";
import type { RankedLibrary } from "../ranked-library";
import { type Figure, figureOfMean } from "./figure";
import { GOOD_GRADE, type HoverTerm, type Judged, type JudgedList, MEDIQA_LISTS } from "./gold-queries";

/** How often each query is misspelled, each time in another way. */
const MISSPELLINGS = 5;

/** A query and the answers that are right. */
interface Answerable {
	text: string;
	relevant: ReadonlySet<string>;
}

/** Whether the name of a symptom, or another word for it, finds its topic first. */
export async function scoreHover(corpus: RankedLibrary, terms: HoverTerm[]): Promise<Figure[]> {
	const hits: string[][] = [];
	for (const { text } of terms) hits.push((await corpus.search(text, 10)).map(({ id }) => id));
	const ofKind = (kind: string, check: (term: HoverTerm, ids: string[]) => boolean) =>
		terms.flatMap((term, index) => (term.kind === kind ? [Number(check(term, hits[index] ?? []))] : []));
	const isFirst = ({ relevant }: HoverTerm, [first = ""]: string[]) => relevant.includes(first);
	const set = "hover_terms";
	return [
		figureOfMean(
			{ name: "hover names: hit@1", set, part: "names", measure: "hitAt1" },
			ofKind("focus", isFirst),
			terms.length,
		),
		figureOfMean(
			{ name: "hover synonyms: hit@1", set, part: "synonyms", measure: "hitAt1" },
			ofKind("synonym", isFirst),
			terms.length,
		),
		figureOfMean(
			{ name: "hover synonyms: no result", set, part: "synonyms", measure: "noResult" },
			ofKind("synonym", (_, ids) => ids.length === 0),
			terms.length,
		),
	];
}

/** How good the first answers to people's questions are: of those judged, and of the whole library. */
export async function scoreLiveqa(corpus: RankedLibrary, questions: Judged[]): Promise<Figure[]> {
	const reranked = questions.map(({ text, grades }) => gradesOf(grades, corpus.rank(text, [...grades.keys()], 10)));
	const whole: number[][] = [];
	for (const { text, grades } of questions) whole.push(gradesOf(grades, await corpus.search(text, 10)));
	const set = "liveqa";
	return [
		figureOfMean(
			{ name: "LiveQA, re-rank: MRR@10", set, part: "judged answers only", measure: "mrr" },
			reranked.map(reciprocalRank),
			questions.length,
		),
		figureOfMean(
			{ name: "LiveQA, re-rank: average score", set, part: "judged answers only", measure: "averageScore" },
			reranked.map(([first]) => (first ?? 1) - 1),
			questions.length,
		),
		figureOfMean(
			{ name: "LiveQA, whole library: MRR@10", set, part: "whole library", measure: "mrr" },
			whole.map(reciprocalRank),
			questions.length,
		),
	];
}

/** How well given answers are put in order, whatever the order they come in. */
export function scoreMediqa(answers: RankedLibrary, lists: JudgedList[]): Figure[] {
	const ranked = lists.map(({ text, grades }) =>
		gradesOf(grades, answers.rank(text, shuffled([...grades.keys()]), 10)),
	);
	const set = "mediqa2019";
	const of = (name: string) => ranked.filter((_, index) => lists[index]?.name === name).map(reciprocalRank);
	return [
		figureOfMean(
			{ name: "MEDIQA-2019, all lists: MRR", set, measure: "mrr" },
			ranked.map(reciprocalRank),
			lists.length,
		),
		...MEDIQA_LISTS.map((name) =>
			figureOfMean({ name: `  ${name}`, set, part: name, measure: "mrr" }, of(name), lists.length),
		),
	];
}

/** Whether a query that finds a right answer still does with mistakes in it. */
export async function scoreMisspelled(corpus: RankedLibrary, queries: Answerable[]): Promise<Figure> {
	const kept: number[] = [];
	for (const { text, relevant } of queries) {
		const findsIt = async (query: string) => (await corpus.search(query, 3)).some(({ id }) => relevant.has(id));
		if (!(await findsIt(text))) continue;
		for (let seed = 1; seed <= MISSPELLINGS; seed++) kept.push(Number(await findsIt(misspelled(text, seed))));
	}
	return figureOfMean({ name: "misspelled: hit@3 kept", set: "disturbed", measure: "kept" }, kept, queries.length);
}

/** Whether the search stays silent where it should, and only there. */
export async function scoreRefusals(
	corpus: RankedLibrary,
	queries: Answerable[],
	offTopic: readonly string[],
): Promise<Figure[]> {
	const refused: number[] = [];
	for (const { text } of queries) refused.push(Number((await corpus.search(text, 3)).length === 0));
	const silent: number[] = [];
	for (const text of offTopic) {
		const hits = await corpus.search(text, 3);
		silent.push(Number(hits.length === 0));
		if (process.env.EXAMPLES && hits.length > 0)
			console.log(`answered: ${text}: ${hits.map(({ id }) => id).join(" ")}`);
	}
	return [
		figureOfMean({ name: "off-topic: abstains", set: "off_topic", measure: "abstains" }, silent, silent.length),
		figureOfMean({ name: "real queries: refused", set: "disturbed", measure: "refused" }, refused, queries.length),
	];
}

function gradesOf(grades: Map<string, number>, hits: { id: string }[]): number[] {
	return hits.map(({ id }) => grades.get(id) ?? 1);
}

function reciprocalRank(grades: number[]): number {
	const place = grades.slice(0, 10).findIndex((grade) => grade >= GOOD_GRADE);
	return place < 0 ? 0 : 1 / (place + 1);
}
