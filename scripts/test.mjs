/**
 * `npm test`: installs what is missing and runs every check in its short form, under fifteen minutes on two cores.
 * `npm run test:all` leaves nothing out. Either ends with a line "N passed, N failed" that counts test cases and
 * check steps.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureInstalled, projectFolder, startNpm } from "./ensure-installed.mjs";
import { ensureBrowser } from "./find-browser.mjs";

const reportFolder = join(projectFolder, "test-results");

// Which tests in a browser the short form leaves out is told in `vitest.config.ts`.
const extent = process.argv.includes("--all") ? {} : { E2E_EXTENT: "short" };

/**
 * Each step is an npm script with its arguments, or lanes that run at once: a lane is a step, or several in turn. `report`
 * names the file in which Vitest counts its cases.
 */
const STEPS = [
	{ name: "types", script: "check:types" },
	{ name: "format and lint", script: "check:lint" },
	{ name: "nothing unused", script: "check:unused" },
	{ name: "build for both browsers", script: "build" },
	// Side by side: what drives a browser mostly waits, so another one, or what needs none, is hardly slowed down.
	[
		[
			{ name: "unit and data tests", script: "test:unit", report: "unit.json" },
			{ name: "manifest, size and import tests", script: "test:build", report: "build.json", needsBuild: true },
		],
		{ name: "a browser used for long, in short", script: "soak", args: ["--short"], needsBuild: true },
	],
	[
		{
			name: "end to end in Chromium",
			script: "test:e2e",
			report: "chromium.json",
			needsBuild: true,
			env: { E2E_BROWSER: "chromium", ...extent },
		},
		{
			name: "end to end in Firefox",
			script: "test:e2e",
			report: "firefox.json",
			needsBuild: true,
			env: { E2E_BROWSER: "firefox", ...extent },
		},
	],
];

try {
	ensureInstalled();
	ensureBrowser("chromium");
	ensureBrowser("firefox");
} catch (error) {
	console.error(error.message);
	console.log("\n0 passed, 1 failed");
	process.exit(1);
}
mkdirSync(reportFolder, { recursive: true });
// What fuzzing and soak wrote down stays: `npm run trust` reads it.
for (const file of readdirSync(reportFolder)) {
	if (/^(?:unit|build|chromium|firefox)\.json$|^requests-\w+\.jsonl$/.test(file)) rmSync(join(reportFolder, file));
}

let passed = 0;
let failed = 0;
const failures = [];
let isBuilt = true;

for (const step of STEPS) {
	const lanes = [step].flat().map((lane) => [lane].flat());
	const names = lanes.flat().map(({ name }) => name);
	console.log(`\n── ${names.join(", ")}`);
	await Promise.all(lanes.map(runInTurn));
}

async function runInTurn(lane, place) {
	for (const one of lane) count(one, await run(one, place > 0));
}

/** Runs a step and resolves to whether it went well; of one that `isLater` the output is printed when it has ended. */
async function run({ script, args = [], report, needsBuild, env }, isLater) {
	if (needsBuild && !isBuilt) return false;
	const reporters = report
		? ["--reporter=default", "--reporter=json", `--outputFile.json=${join(reportFolder, report)}`]
		: [];
	const isGood = (await startNpm(["run", "--silent", script, "--", ...args, ...reporters], env, isLater)) === 0;
	if (script === "build") isBuilt = isGood;
	return isGood;
}

function count({ name, report }, isGood) {
	const file = report && join(reportFolder, report);
	const cases = file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
	passed += (cases?.numPassedTests ?? 0) + (isGood ? 1 : 0);
	failed += (cases?.numFailedTests ?? 0) + (isGood ? 0 : 1);
	if (!isGood) failures.push([name, ...(cases ? failedCases(cases) : [])].join("\n"));
	// A step whose tests did not run proves nothing.
	if (isGood && file && !cases?.numPassedTests) {
		failed += 1;
		failures.push(`${name} (no test ran)`);
	}
}

/** A paragraph for each failed case of a report of Vitest: its file and name, and the beginning of what it said. */
function failedCases({ testResults }) {
	return testResults.flatMap(({ name, message, assertionResults }) => {
		const file = relative(projectFolder, name);
		const inCases = assertionResults
			.filter(({ status }) => status === "failed")
			.map(({ fullName, failureMessages }) => [`${file} > ${fullName}`, ...failureMessages]);
		// A file that cannot be loaded has no cases.
		const all = inCases.length > 0 || !message ? inCases : [[file, message]];
		return all.map(([title, ...said]) => `  ${title}\n${firstLines(said.join("\n"))}`);
	});
}

function firstLines(text) {
	return text
		.split("\n")
		.filter((line) => !line.includes("/node_modules/"))
		.slice(0, 12)
		.map((line) => `    ${line}`)
		.join("\n");
}

// Told again at the end: of two lanes that ran at once, the output of the one can be thousands of lines above.
if (failures.length > 0) console.log(`\nFailed: ${failures.join("\nFailed: ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
