import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const projectFolder = join(import.meta.dirname, "../..");
const script = join(projectFolder, "scripts/mentions.mjs");

interface Run {
	exitCode: number | null;
	/** The lines of standard output, each read as JSON. */
	// biome-ignore lint/suspicious/noExplicitAny: what a line holds is what is tested
	lines: any[];
	errors: string;
}

/** Runs the command; an object is written as its JSON, a string as it is. */
function run(input: (object | string)[], ...options: string[]): Promise<Run> {
	return runScript(script, input, options);
}

function runScript(file: string, input: (object | string)[], options: string[]): Promise<Run> {
	const child = spawn(process.execPath, [file, ...options]);
	let output = "";
	let errors = "";
	child.stdout.setEncoding("utf8").on("data", (chunk) => (output += chunk));
	child.stderr.setEncoding("utf8").on("data", (chunk) => (errors += chunk));
	// The command may end before it has read everything.
	child.stdin.on("error", () => {});
	child.stdin.end(input.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
	return new Promise((resolve, reject) => {
		child.on("error", reject).on("close", (exitCode) => {
			expect(output === "" || output.endsWith("\n")).toBe(true);
			const lines = output.split("\n").slice(0, -1);
			resolve({ exitCode, lines: lines.map((line) => JSON.parse(line)), errors });
		});
	});
}

describe("npm run mentions", () => {
	it("works in a clone in which nothing was built yet", async () => {
		const clone = mkdtempSync(join(tmpdir(), "symptom-lens-clone-"));
		for (const part of ["data", "lib", "scripts", "package.json", "tsconfig.json"]) {
			cpSync(join(projectFolder, part), join(clone, part), { recursive: true });
		}
		symlinkSync(join(projectFolder, "node_modules"), join(clone, "node_modules"));

		const { exitCode, lines } = await runScript(
			join(clone, "scripts/mentions.mjs"),
			[{ id: 1, text: "I have nausea." }],
			[],
		);
		rmSync(clone, { recursive: true });

		expect(exitCode).toBe(0);
		expect(lines).toHaveLength(1);
	});

	it("writes one line for each line, in the same order, also where nothing is found", async () => {
		const input = Array.from({ length: 300 }, (_, id) => ({
			id: id % 2 === 0 ? id : `page ${id}`,
			text: id % 3 === 0 ? "I have nausea." : "The bus was late.",
		}));

		const { exitCode, lines, errors } = await run(input);

		expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
		expect(lines).toEqual(
			input.map(({ id }, index) => ({
				id,
				mentions: index % 3 === 0 ? [{ start: 7, end: 13, symptom: "nausea", assertion: "present" }] : [],
			})),
		);
	});

	it("counts offsets in UTF-16 units, and names the parts only of what is not in one piece", async () => {
		const text = "😀 I have numb lips and twitching in the upper left area of the lip.";

		const { lines } = await run([{ id: 1, text }]);

		const cut = lines[0].mentions.map(({ start, end, parts }: { start: number; end: number; parts?: number[][] }) => [
			text.slice(start, end),
			parts?.map(([from, to]) => text.slice(from, to)),
		]);
		expect(cut).toEqual([
			["numb lips", undefined],
			["twitching in the upper left area of the lip", ["twitching", "upper left", "lip"]],
		]);
	});

	it("a line break in a text begins another block: nothing is composed over it", async () => {
		const { lines } = await run([
			{ id: "one block", text: "I have pain in my knee." },
			{ id: "two blocks", text: "I have pain in\nmy knee." },
			{ id: "later block", text: "I am ill.\n\nI have pain in my knee." },
		]);

		const symptoms = lines.map(({ mentions }) => mentions.map(({ symptom }: { symptom: string }) => symptom));
		expect(symptoms[0]).toEqual(["knee-pain"]);
		expect(symptoms[1]).not.toContain("knee-pain");
		expect(lines[2].mentions.at(-1)).toMatchObject({ start: 18, end: 33, symptom: "knee-pain" });
	});

	it("a line is a page of its own: the line before changes nothing", async () => {
		const line = { id: 1, text: "Fasciculations" };
		const foreign = {
			id: 2,
			text: "Der Arzt sagt, dass es nicht schlimm ist und die Werte gut sind.\nFasciculations",
		};

		const { lines } = await run([line, foreign, line]);

		expect(lines[2]).toEqual(lines[0]);
		expect(lines.map(({ mentions }) => mentions.length)).toEqual([1, 0, 1]);
	});

	it("says nothing to an empty input", async () => {
		expect(await run([])).toEqual({ exitCode: 0, lines: [], errors: "" });
	});

	it("with --assert says one thing of each stretch, also where it would find nothing", async () => {
		const text = "😀 I have no zorbitis but I do have a headache.";
		const span = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length];

		const { exitCode, lines } = await run(
			[
				{ id: "a", text, spans: [span("zorbitis"), span("headache"), span("zorbitis")] },
				{ id: "b", text, spans: [] },
				{
					id: "c",
					text: "No rash\nFever\nNo rash",
					spans: [
						[17, 21],
						[8, 13],
						[3, 7],
						[8, 21],
					],
				},
			],
			"--assert",
		);

		expect({ exitCode, lines }).toEqual({
			exitCode: 0,
			lines: [
				{ id: "a", assertions: ["denied", "present", "denied"] },
				{ id: "b", assertions: [] },
				{ id: "c", assertions: ["denied", "present", "denied", "present"] },
			],
		});
	});
});

describe("npm run mentions stops at a line that is not as it should be", () => {
	const good = { id: 0, text: "I have a headache.", spans: [[9, 17]] };

	it.each<[string, object | string, string, string[]]>([
		["that is not JSON", "{ id: 1", "(whole line)", []],
		["that is empty", "", "(whole line)", []],
		["that is a list", [], "(whole line)", []],
		["without a text", { id: 1 }, "text", []],
		["with a text that is none", { id: 1, text: 5 }, "text", []],
		["without an id", { text: "I have a headache." }, "id", []],
		["without spans", { id: 1, text: "I have a headache." }, "spans", ["--assert"]],
		["with half a span", { ...good, spans: [[9, 17], [3]] }, "spans[1]", ["--assert"]],
		["with a span of three", { ...good, spans: [[1, 2, 3]] }, "spans[0]", ["--assert"]],
		["with a span between characters", { ...good, spans: [[0.5, 2]] }, "spans[0][0]", ["--assert"]],
		[
			"with a span before the text",
			{
				...good,
				spans: [
					[0, 1],
					[-1, 2],
				],
			},
			"spans[1][0]",
			["--assert"],
		],
		["with a span in words", { ...good, spans: [[0, "two"]] }, "spans[0][1]", ["--assert"]],
	])("%s", async (_, line, field, options) => {
		const { exitCode, lines, errors } = await run([good, line, good], ...options);

		expect(exitCode).toBe(1);
		expect(errors).toContain(`line 2: ${field}: `);
		expect(lines).toHaveLength(1);
	});

	it("and at an option that it does not know", async () => {
		const { exitCode, lines, errors } = await run([good], "--asert");

		expect({ exitCode, lines }).toEqual({ exitCode: 1, lines: [] });
		expect(errors).toContain("--asert");
	});
});
