import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "../..");
let folder: string;
let library: string;

const lines = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join("\n");
const LIBRARY = [
	{ id: "cause", question: "What causes hiccups?", answer: "Eating fast or fizzy drinks.", source: "Example" },
	{
		id: "cure",
		question: "What are the treatments for hiccups?",
		answer: "Mostly none are needed.",
		symptoms: ["hiccups"],
	},
	{ id: "long", question: "", answer: `Sore feet (Causes): ${"Standing all day makes feet sore. ".repeat(20)}` },
];

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "lens-answers-"));
	library = join(folder, "library.jsonl.gz");
	writeFileSync(library, gzipSync(lines(LIBRARY)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (queries: unknown[], ...options: string[]) =>
	execFileSync("node", ["scripts/answers.mjs", "--library", library, ...options], {
		cwd: project,
		input: lines(queries),
		encoding: "utf8",
	})
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));

describe("npm run answers", () => {
	it("ranks the whole library for each query, and says nothing when nothing is close", () => {
		const [cause, cure, offTopic] = run([
			{ id: 1, text: "what causes hiccups" },
			{ id: 2, text: "hiccup treatment" },
			{ id: 3, text: "cheap flights to lisbon" },
		]);

		expect(cause.hits[0].id).toBe("cause");
		expect(cure.hits[0].id).toBe("cure");
		expect(offTopic).toMatchObject({ id: 3, hits: [] });
		expect(cause.ms).toBeGreaterThan(0);
	});

	it("ranks all candidates and only those, whatever their order", () => {
		const text = "why are my feet sore";
		const [one, other, nothing] = run([
			{ id: "a", text, candidates: ["cure", "long"] },
			{ id: "b", text, candidates: ["long", "cure"] },
			{ id: "c", text: "cheap flights to lisbon", candidates: ["cause", "cure", "long"] },
		]);

		expect(one.hits.map((hit: { id: string }) => hit.id)).toEqual(["long", "cure"]);
		expect(other.hits).toEqual(one.hits);
		expect(nothing.hits).toHaveLength(3);
	});

	it("gives at most the number that was asked for, higher scores first", () => {
		const [{ hits }] = run([{ id: 1, text: "hiccups", candidates: ["cause", "cure", "long"] }], "--top", "2");

		expect(hits).toHaveLength(2);
		expect(hits[0].score).toBeGreaterThanOrEqual(hits[1].score);
	});

	it.each([
		["a query without text", [{ id: 1 }], "line 1: text:"],
		[
			"a candidate that is not in the library",
			[{ id: 7, text: "x", candidates: ["nobody"] }],
			'query 7: candidates: "nobody"',
		],
	])("names %s and ends with an error", (_, queries, message) => {
		const { status, stderr } = spawnSync("node", ["scripts/answers.mjs", "--library", library], {
			cwd: project,
			input: lines(queries),
			encoding: "utf8",
		});

		expect(status).toBe(1);
		expect(stderr).toContain(message);
	});
});
