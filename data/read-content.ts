/**
 * Reads all content files from disk and checks them. Build and tests use it; it
 * runs in Node and never in the browser.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type AnswerFile, answerFileSchema, type Symptom, symptomSchema } from "./schema";

/** One mistake in a content file, in words for the person who wrote it. */
export interface ContentProblem {
	file: string;
	field: string;
	reason: string;
}

/** All valid symptoms and answer files, and a problem for everything that is not. */
export interface Content {
	symptoms: Symptom[];
	answerFiles: AnswerFile[];
	problems: ContentProblem[];
}

/** Reads `symptoms/*.json` and `answers/*.json` below the data folder. Never throws for a bad file: it lists it. */
export function readContent(dataFolder: string): Content {
	const symptoms = readFolder(join(dataFolder, "symptoms"), symptomSchema);
	const answers = readFolder(join(dataFolder, "answers"), answerFileSchema);
	return {
		symptoms: symptoms.valid.map(({ content }) => content),
		answerFiles: answers.valid.map(({ content }) => content),
		problems: [
			...symptoms.problems,
			...answers.problems,
			...symptoms.valid.flatMap(({ file, content }) =>
				`${content.id}.json` === file
					? []
					: [{ file, field: "id", reason: `must be the file's name: "${file.replace(/\.json$/, "")}"` }],
			),
			...findBrokenReferences(symptoms.valid, answers.valid),
		],
	};
}

/** Problems as lines `file: field: reason`, for a terminal. */
export function describeProblems(problems: ContentProblem[]): string {
	return problems.map(({ file, field, reason }) => `${file}: ${field}: ${reason}`).join("\n");
}

interface ReadFile<T> {
	file: string;
	content: T;
}

function readFolder<T>(folder: string, schema: z.ZodType<T>): { valid: ReadFile<T>[]; problems: ContentProblem[] } {
	const valid: ReadFile<T>[] = [];
	const problems: ContentProblem[] = [];
	for (const file of readdirSync(folder).sort()) {
		if (!file.endsWith(".json")) continue;
		let json: unknown;
		try {
			json = JSON.parse(readFileSync(join(folder, file), "utf8"));
		} catch (error) {
			problems.push({ file, field: "(whole file)", reason: `is not JSON: ${(error as Error).message}` });
			continue;
		}
		const parsed = schema.safeParse(json);
		if (parsed.success) valid.push({ file, content: parsed.data });
		else {
			for (const issue of parsed.error.issues) {
				problems.push({ file, field: z.core.toDotPath(issue.path) || "(whole file)", reason: issue.message });
			}
		}
	}
	return { valid, problems };
}

function findBrokenReferences(symptoms: ReadFile<Symptom>[], answers: ReadFile<AnswerFile>[]): ContentProblem[] {
	const symptomIds = new Set<string>(symptoms.map(({ content }) => content.id));
	const answerFileOf = new Map<string, string>();
	const problems: ContentProblem[] = [];
	for (const { file, content } of symptoms) {
		content.related.forEach((id, index) => {
			if (!symptomIds.has(id) || id === content.id) {
				problems.push({ file, field: `related[${index}]`, reason: `"${id}" is not another symptom of data/symptoms` });
			}
		});
	}
	for (const { file, content } of answers) {
		content.answers.forEach((answer, index) => {
			const field = `answers[${index}]`;
			const firstFile = answerFileOf.get(answer.id);
			if (firstFile) problems.push({ file, field: `${field}.id`, reason: `"${answer.id}" is already in ${firstFile}` });
			answerFileOf.set(answer.id, file);
			for (const id of answer.symptoms) {
				if (!symptomIds.has(id)) {
					problems.push({ file, field: `${field}.symptoms`, reason: `"${id}" is not a symptom of data/symptoms` });
				}
			}
		});
	}
	return problems;
}
