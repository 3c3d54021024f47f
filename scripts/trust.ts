import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as z from "zod";
import { namedTests, readTableRows } from "./proof-tables";
import { type TrustResults, type TrustRow, trustTable } from "./trust-table";

const projectFolder = join(import.meta.dirname, "..");
const reportFolder = join(projectFolder, "test-results");

const vitestReport = z.object({
	testResults: z.array(
		z.object({ name: z.string(), assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
	),
});
const requestLine = z.object({ inside: z.number(), others: z.number(), left: z.array(z.string()) });
const fuzzReport = z.object({
	minutes: z.number(),
	targets: z.array(z.object({ name: z.string(), inputs: z.number(), failures: z.number() })),
});
const soakReport = z.object({
	actions: z.object({ saves: z.number(), hovers: z.number() }),
	lost: z.number(),
	pageErrors: z.array(z.string()),
	growth: z.record(z.string(), z.number()),
});

/**
 * Prints what the last runs of tests, fuzzing and soak wrote into `test-results/`, and keeps it in `docs/trust.md`.
 * Returns the exit code: 1 if anything failed or was not run. Throws an error that names the file and the field if a
 * report cannot be read.
 */
export function printTrust(): number {
	const results: TrustResults = {
		cases: ["unit", "build", "chromium", "firefox"].flatMap((name) => casesOf(`${name}.json`)),
		requests: existsSync(reportFolder)
			? readdirSync(reportFolder)
					.filter((file) => /^requests-\w+\.jsonl$/.test(file))
					.flatMap((file) => linesOf(file))
			: [],
		fuzz: readReport("fuzz.json", fuzzReport),
		soak: readReport("soak.json", soakReport),
	};
	const rows = trustTable(
		{
			rows: readTableRows("faults.md"),
			testsOf: ({ cells: [, , verdict, grounds = ""] }) => (verdict === "survived" ? namedTests(grounds) : []),
		},
		{ rows: readTableRows("threat-model.md"), testsOf: ({ cells: [, , tests = ""] }) => namedTests(tests) },
		results,
	);
	const table = markdownTable(rows);
	console.log(table);
	const page = join(projectFolder, "docs/trust.md");
	const before = readFileSync(page, "utf8");
	const start = before.indexOf("| what |");
	writeFileSync(page, `${before.slice(0, start === -1 ? before.length : start)}${table}\n`);
	return rows.every(({ isGood }) => isGood) ? 0 : 1;
}

function markdownTable(rows: TrustRow[]): string {
	const lines = rows.map(({ what, seen, isGood, command }) => {
		const verdict = isGood === undefined ? "" : isGood ? "good" : "**FAILED**";
		return `| ${what} | ${seen} | ${verdict} | ${command} |`;
	});
	return ["| what | seen | | command |", "|---|---|---|---|", ...lines].join("\n");
}

function casesOf(file: string) {
	const report = readReport(file, vitestReport);
	return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
		assertionResults.map(({ title, status }) => ({
			file: relative(projectFolder, name).replaceAll("\\", "/"),
			title,
			status,
		})),
	);
}

function linesOf(file: string) {
	const lines = readFileSync(join(reportFolder, file), "utf8").trimEnd().split("\n");
	return lines.map((line) => parsed(file, line, requestLine));
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
	const path = join(reportFolder, file);
	return existsSync(path) ? parsed(file, readFileSync(path, "utf8"), schema) : undefined;
}

function parsed<T>(file: string, text: string, schema: z.ZodType<T>): T {
	try {
		return schema.parse(JSON.parse(text));
	} catch (error) {
		const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
		throw new Error(`test-results/${file}: ${reason}`);
	}
}
