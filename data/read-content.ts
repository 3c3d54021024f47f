/**
 * Reads all content files from disk and checks them. Build and tests use it; it
 * runs in Node and never in the browser.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type Emergency, type EmergencyFile, emergencyFileSchema } from "./emergency-schema";
import { type Grammar, grammarSchemas } from "./grammar-schema";
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
	/** Undefined while one of its files is bad. */
	grammar: Grammar | undefined;
	/** Undefined while its file is bad. */
	emergencies: EmergencyFile | undefined;
	problems: ContentProblem[];
}

/** Reads `symptoms/*.json`, `answers/*.json`, `grammar/*.json` and `emergency.json` below the data folder. Never throws for a bad file: it lists it. */
export function readContent(dataFolder: string): Content {
	const symptoms = readFolder(join(dataFolder, "symptoms"), symptomSchema);
	const answers = readFolder(join(dataFolder, "answers"), answerFileSchema);
	const grammar = readGrammar(join(dataFolder, "grammar"));
	const emergencies = readFile(dataFolder, "emergency.json", emergencyFileSchema);
	return {
		symptoms: symptoms.valid.map(({ content }) => content),
		answerFiles: answers.valid.map(({ content }) => content),
		grammar: grammar.content,
		emergencies: emergencies.content,
		problems: [
			...symptoms.problems,
			...answers.problems,
			...grammar.problems,
			...emergencies.problems,
			...symptoms.valid.flatMap(({ file, content }) =>
				`${content.id}.json` === file
					? []
					: [{ file, field: "id", reason: `must be the file's name: "${file.replace(/\.json$/, "")}"` }],
			),
			...findBrokenReferences(symptoms.valid, answers.valid),
			...(grammar.content ? findBrokenCombinations(grammar.content, symptoms.valid) : []),
			...findBrokenEmergencies(emergencies.content?.emergencies ?? [], symptoms.valid),
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
		const read = readFile(folder, file, schema);
		if (read.content !== undefined) valid.push({ file, content: read.content });
		problems.push(...read.problems);
	}
	return { valid, problems };
}

function readFile<T>(
	folder: string,
	file: string,
	schema: z.ZodType<T>,
): { content: T | undefined; problems: ContentProblem[] } {
	let json: unknown;
	try {
		json = JSON.parse(readFileSync(join(folder, file), "utf8"));
	} catch (error) {
		const reason = `is not JSON: ${(error as Error).message}`;
		return { content: undefined, problems: [{ file, field: "(whole file)", reason }] };
	}
	const parsed = schema.safeParse(json);
	if (parsed.success) return { content: parsed.data, problems: [] };
	const problems = parsed.error.issues.map(({ path, message }) => ({
		file,
		field: z.core.toDotPath(path) || "(whole file)",
		reason: message,
	}));
	return { content: undefined, problems };
}

function readGrammar(folder: string): { content: Grammar | undefined; problems: ContentProblem[] } {
	const problems: ContentProblem[] = [];
	const files = Object.entries(grammarSchemas).map(([name, schema]) => {
		const read = readFile<unknown>(folder, `${name}.json`, schema);
		problems.push(...read.problems);
		return [name, read.content] as const;
	});
	// Every file was checked by the schema of its name.
	return { content: problems.length === 0 ? (Object.fromEntries(files) as Grammar) : undefined, problems };
}

function findBrokenCombinations(
	{ combinations, heads, parts }: Grammar,
	symptoms: ReadFile<Symptom>[],
): ContentProblem[] {
	const symptomIds = new Set<string>(symptoms.map(({ content }) => content.id));
	const file = "combinations.json";
	return Object.entries(combinations).flatMap(([head, ofParts]) => [
		...(head in heads.heads ? [] : [{ file, field: head, reason: `"${head}" is not in heads.json` }]),
		...Object.entries(ofParts).flatMap(([part, symptom]) => [
			...(part in parts.parts ? [] : [{ file, field: `${head}.${part}`, reason: `"${part}" is not in parts.json` }]),
			...(symptomIds.has(symptom)
				? []
				: [{ file, field: `${head}.${part}`, reason: `"${symptom}" is not a symptom of data/symptoms` }]),
		]),
	]);
}

function findBrokenEmergencies(emergencies: Emergency[], symptoms: ReadFile<Symptom>[]): ContentProblem[] {
	const symptomIds = new Set<string>(symptoms.map(({ content }) => content.id));
	const firstOf = new Map<string, number>();
	return emergencies.flatMap(({ id, combinations }, index) => {
		const field = `emergencies[${index}]`;
		const first = firstOf.get(id);
		firstOf.set(id, first ?? index);
		const named = combinations.flatMap(({ all }) => all.flatMap((condition) => condition.symptoms ?? []));
		return [
			...(first === undefined ? [] : [{ field: `${field}.id`, reason: `"${id}" is emergencies[${first}] already` }]),
			...[...new Set(named)]
				.filter((symptom) => !symptomIds.has(symptom))
				.map((symptom) => ({ field, reason: `"${symptom}" is not a symptom of data/symptoms` })),
		].map((problem) => ({ file: "emergency.json", ...problem }));
	});
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
