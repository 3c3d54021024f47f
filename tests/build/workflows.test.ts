import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "./source-files";

const workflowFolder = join(projectFolder, ".github/workflows");
const workflows = readdirSync(workflowFolder).map((file) => ({
	file,
	text: readFileSync(join(workflowFolder, file), "utf8"),
}));
const { scripts } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));

/** The values of a key wherever it stands, with the file they stand in. */
const valuesOf = (key: string) =>
	workflows.flatMap(({ file, text }) =>
		[...text.matchAll(new RegExp(`^ *(?:- )?${key}: *(.*)$`, "gm"))].map(([, value = ""]) => `${file}: ${value}`),
	);

describe("the workflows", () => {
	it("use actions by the hash of a commit, with the version beside it", () => {
		const used = valuesOf("uses");

		expect(used.length).toBeGreaterThan(5);
		expect(used.filter((one) => !/: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one))).toEqual([]);
	});

	it("use one version of each action", () => {
		const versions = new Set(valuesOf("uses").map((one) => one.replace(/^.*?: /, "")));
		const actions = new Set([...versions].map((one) => one.replace(/@.*/, "")));

		expect(versions.size).toBe(actions.size);
	});

	it("run what anyone can run: npm's own installation, and scripts that are there", () => {
		const runs = valuesOf("run").map((one) => one.replace(/^.*?: /, ""));
		const known = (run: string) => {
			const [, script = ""] = /^npm run ([\w:-]+)(?: -- [\w -]+)?$/.exec(run) ?? [];
			return run === "npm ci" || script in scripts;
		};

		expect(runs.length).toBeGreaterThan(5);
		expect(runs.filter((run) => !known(run))).toEqual([]);
	});

	it.each(workflows)("may only read, end by themselves and leave no key behind: $file", ({ text }) => {
		expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
		expect(text.match(/runs-on:/g)?.length).toBe(text.match(/timeout-minutes: \d+$/gm)?.length);
		expect(text.match(/actions\/checkout@/g)?.length).toBe(text.match(/persist-credentials: false/g)?.length);
		expect(text).not.toContain("pull_request_target");
	});

	it("write to the repository in one job, which runs no code of ours", () => {
		const writing = workflows.filter(({ text }) => /: write$/m.test(text));
		const job = writing[0]?.text.split(/^ {2}draft:$/m)[1] ?? "";

		expect(writing.map(({ file }) => file)).toEqual(["release.yml"]);
		expect(job).toMatch(/^ {6}contents: write$/m);
		expect(job).not.toMatch(/run:|checkout/);
		expect(job).toContain("draft: true");
	});
});

it.each([
	["wrong-highlight", ["sentence", "words", "expected", "language"]],
	["missing-symptom", ["name", "sentences", "sources"]],
	["wrong-information", ["card", "statement", "correct", "source"]],
])("the form “%s” asks for what is needed, and warns that everyone reads it", (name, needed) => {
	const form = readFileSync(join(projectFolder, `.github/ISSUE_TEMPLATE/${name}.yml`), "utf8");
	const fields = form.split(/^ {2}- type: /m);
	const required = fields
		.filter((field) => field.includes("required: true"))
		.map((field) => /id: (\w+)/.exec(field)?.[1]);

	expect(form).toContain("Everyone can read this issue");
	expect(required).toEqual(expect.arrayContaining(needed));
});

it("the update bot looks after packages and actions, and lets a new version wait for a week", () => {
	const settings = readFileSync(join(projectFolder, ".github/dependabot.yml"), "utf8");

	expect([...settings.matchAll(/package-ecosystem: (.+)/g)].map(([, one]) => one)).toEqual(["npm", "github-actions"]);
	expect(settings.match(/default-days: 7$/gm)).toHaveLength(2);
});
