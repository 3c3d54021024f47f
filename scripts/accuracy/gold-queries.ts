import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LibraryLine } from "../ranked-library";
import { readGoldLines } from "./gold-texts";

/** A question, and the grades of answers to it from 1 (wrong) to 4 (complete). */
export interface Judged {
	text: string;
	grades: Map<string, number>;
}

/** A question with the list of answers that is to be put in order. */
export interface JudgedList extends Judged {
	/** The part of the set it belongs to. */
	name: string;
	answers: LibraryLine[];
}

/** A symptom's name or another word for it, and the answers of its topic. */
export interface HoverTerm {
	text: string;
	kind: string;
	relevant: string[];
}

/** The parts of MEDIQA-2019. */
export const MEDIQA_LISTS = ["alexa", "val", "test", "liveqamed"];

/** Grades 3 and 4 make an answer a good one. */
export const GOOD_GRADE = 3;

export function readCorpus(folder: string): LibraryLine[] {
	return linesOf(folder, "medquad_corpus");
}

export function readHoverTerms(folder: string): HoverTerm[] {
	return linesOf(folder, "hover_terms");
}

/** The questions of LiveQA of which an answer was judged. */
export function readLiveqa(folder: string): Judged[] {
	const gradesOfQuery = new Map<string, Map<string, number>>();
	for (const line of readFileSync(join(folder, "liveqa_qrels.tsv"), "utf8").trim().split("\n")) {
		const [query = "", answer = "", grade = "1"] = line.split("\t");
		const grades = gradesOfQuery.get(query) ?? new Map<string, number>();
		gradesOfQuery.set(query, grades.set(answer, Number(grade)));
	}
	return linesOf<{ id: string; text: string }>(folder, "liveqa_queries").flatMap(({ id, text }) => {
		const grades = gradesOfQuery.get(id);
		return grades ? [{ text, grades }] : [];
	});
}

/** The lists of MEDIQA-2019 that hold a good answer: one without tells nothing of the order. */
export function readMediqa(folder: string): JudgedList[] {
	return MEDIQA_LISTS.flatMap((name) =>
		linesOf<{ text: string; answers: { aid: string; score: number | null; text: string }[] }>(
			folder,
			`mediqa2019_${name}`,
		).flatMap(({ text, answers }) => {
			const grades = new Map(answers.map(({ aid, score }) => [`${name} ${aid}`, score ?? 1]));
			if ([...grades.values()].every((grade) => grade < GOOD_GRADE)) return [];
			const lines = answers.map((answer) => ({ id: `${name} ${answer.aid}`, question: "", answer: answer.text }));
			return [{ name, text, grades, answers: lines }];
		}),
	);
}

function linesOf<T>(folder: string, name: string): T[] {
	return readGoldLines(join(folder, `${name}.jsonl.gz`));
}
