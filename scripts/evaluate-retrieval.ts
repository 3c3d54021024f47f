/**
 * Scores the ranking on the retrieval sets of `gold/retrieval`, which are not part
 * of the project. MRR@10 counts grades 3 and 4 as relevant; the average score is the
 * grade of the first answer, 0 to 3.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { searchLanguage } from "./content-plugin";
import { misspelled, shuffled } from "./disturb-query";
import { OFF_TOPIC_QUERIES } from "./off-topic-queries";
import { type LibraryLine, RankedLibrary } from "./ranked-library";

interface Judged {
	text: string;
	grades: Map<string, number>;
}

interface Row {
	measure: string;
	/** One value for each query. */
	values: number[];
	baseline: string;
	aim: string;
}

/** Prints every measure with its number of queries and a 95 % interval. */
export async function evaluateRetrieval(folder: string): Promise<void> {
	const language = searchLanguage();
	const corpus = new RankedLibrary(readLines<LibraryLine>(folder, "medquad_corpus"), language);
	const rows: Row[] = [];
	const hover = readLines<{ text: string; kind: string; relevant: string[] }>(folder, "hover_terms");
	const hoverHits: string[][] = [];
	for (const { text } of hover) hoverHits.push((await corpus.search(text, 10)).map(({ id }) => id));
	const isFirst = (index: number) => Number(hover[index]?.relevant.includes(hoverHits[index]?.[0] ?? "") ?? false);
	const ofKind = (kind: string) => hover.flatMap((term, index) => (term.kind === kind ? [isFirst(index)] : []));
	rows.push({ measure: "hover names: hit@1", values: ofKind("focus"), baseline: ".91", aim: ">= .95" });
	rows.push({ measure: "hover synonyms: hit@1", values: ofKind("synonym"), baseline: ".06", aim: ">= .75" });
	rows.push({
		measure: "hover synonyms: no result",
		values: hover.flatMap(({ kind }, index) => (kind === "synonym" ? [Number(hoverHits[index]?.length === 0)] : [])),
		baseline: ".65",
		aim: "<= .05",
	});

	const liveqa = readLiveqa(folder);
	const reranked = liveqa.map(({ text, grades }) => gradesOf(grades, corpus.rank(text, [...grades.keys()], 10)));
	rows.push({
		measure: "LiveQA, re-rank: MRR@10",
		values: reranked.map(reciprocalRank),
		baseline: ".553",
		aim: ">= .62",
	});
	rows.push({
		measure: "LiveQA, re-rank: average score",
		values: reranked.map(([first]) => (first ?? 1) - 1),
		baseline: "1.49",
		aim: ">= 1.65",
	});
	const whole: number[][] = [];
	for (const { text, grades } of liveqa) whole.push(gradesOf(grades, await corpus.search(text, 10)));
	rows.push({ measure: "LiveQA, whole library: MRR@10", values: whole.map(reciprocalRank), baseline: ".476", aim: "" });

	const lists = readMediqa(folder);
	const answers = new RankedLibrary(
		lists.flatMap(({ answers }) => answers),
		language,
	);
	const ranked = lists.map(({ text, grades }) =>
		gradesOf(grades, answers.rank(text, shuffled([...grades.keys()]), 10)),
	);
	rows.push({
		measure: "MEDIQA-2019, all lists: MRR",
		values: ranked.map(reciprocalRank),
		baseline: ".803",
		aim: ">= .88",
	});
	for (const name of MEDIQA_LISTS) {
		const values = ranked.flatMap((grades, index) => (lists[index]?.name === name ? [reciprocalRank(grades)] : []));
		rows.push({ measure: `  ${name}`, values, baseline: "", aim: "" });
	}

	const queries = [...hover.map(({ text }) => text), ...liveqa.map(({ text }) => text)];
	const relevant = [...hover.map((term) => new Set(term.relevant)), ...liveqa.map(({ grades }) => relevantOf(grades))];
	const kept: number[] = [];
	const refused: number[] = [];
	for (const [index, text] of queries.entries()) {
		const clean = (await corpus.search(text, 3)).map(({ id }) => id);
		refused.push(Number(clean.length === 0));
		if (!clean.some((id) => relevant[index]?.has(id))) continue;
		for (let seed = 1; seed <= MISSPELLINGS; seed++) {
			const disturbed = await corpus.search(misspelled(text, seed), 3);
			kept.push(Number(disturbed.some(({ id }) => relevant[index]?.has(id))));
		}
	}
	rows.push({ measure: "misspelled: hit@3 kept", values: kept, baseline: "", aim: ">= .92" });
	const silent: number[] = [];
	for (const text of OFF_TOPIC_QUERIES) {
		const hits = await corpus.search(text, 3);
		silent.push(Number(hits.length === 0));
		if (process.env.EXAMPLES && hits.length > 0)
			console.log(`answered: ${text}: ${hits.map(({ id }) => id).join(" ")}`);
	}
	rows.push({ measure: "off-topic: abstains", values: silent, baseline: "", aim: ">= .95" });
	rows.push({ measure: "real queries: refused", values: refused, baseline: "", aim: "< .03" });
	printRows(rows);
}

/** How often each query is misspelled, each time in another way. */
const MISSPELLINGS = 5;

const MEDIQA_LISTS = ["alexa", "val", "test", "liveqamed"];

function readLines<T>(folder: string, name: string): T[] {
	const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString("utf8");
	return text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as T);
}

function readLiveqa(folder: string): Judged[] {
	const gradesOfQuery = new Map<string, Map<string, number>>();
	for (const line of readFileSync(join(folder, "liveqa_qrels.tsv"), "utf8").trim().split("\n")) {
		const [query = "", answer = "", grade = "1"] = line.split("\t");
		const grades = gradesOfQuery.get(query) ?? new Map<string, number>();
		gradesOfQuery.set(query, grades.set(answer, Number(grade)));
	}
	return readLines<{ id: string; text: string }>(folder, "liveqa_queries").flatMap(({ id, text }) => {
		const grades = gradesOfQuery.get(id);
		return grades ? [{ text, grades }] : [];
	});
}

function readMediqa(folder: string): (Judged & { name: string; answers: LibraryLine[] })[] {
	return MEDIQA_LISTS.flatMap((name) =>
		readLines<{ text: string; answers: { aid: string; score: number | null; text: string }[] }>(
			folder,
			`mediqa2019_${name}`,
		).flatMap(({ text, answers }) => {
			const grades = new Map(answers.map(({ aid, score }) => [`${name} ${aid}`, score ?? 1]));
			// A list without a right answer tells nothing of the order.
			if (relevantOf(grades).size === 0) return [];
			return [
				{
					name,
					text,
					grades,
					answers: answers.map((answer) => ({ id: `${name} ${answer.aid}`, question: "", answer: answer.text })),
				},
			];
		}),
	);
}

function relevantOf(grades: Map<string, number>): Set<string> {
	return new Set([...grades].flatMap(([id, grade]) => (grade >= 3 ? [id] : [])));
}

function gradesOf(grades: Map<string, number>, hits: { id: string }[]): number[] {
	return hits.map(({ id }) => grades.get(id) ?? 1);
}

function reciprocalRank(grades: number[]): number {
	const place = grades.slice(0, 10).findIndex((grade) => grade >= 3);
	return place < 0 ? 0 : 1 / (place + 1);
}

function printRows(rows: Row[]): void {
	console.log(`\nRetrieval (mean, 95 % interval of the mean by bootstrap)\n`);
	for (const { measure, values, baseline, aim } of rows) {
		const mean = average(values);
		const [low, high] = interval(values);
		console.log(
			`${measure.padEnd(34)} n=${String(values.length).padStart(3)}  ${mean.toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]` +
				`${baseline && `  baseline ${baseline}`}${aim && `  aim ${aim}`}`,
		);
	}
}

function average(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

const RESAMPLES = 1_000;

function interval(values: number[]): [number, number] {
	// The same numbers on every run: a report that changes by itself cannot be compared.
	let state = 1;
	const random = () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
	const means = Array.from({ length: RESAMPLES }, () =>
		average(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
	).sort((one, other) => one - other);
	return [means[Math.floor(RESAMPLES * 0.025)] ?? 0, means[Math.floor(RESAMPLES * 0.975)] ?? 0];
}
