/**
 * `npm test`: installs what is missing and runs every check. Ends with a line
 * "N passed, N failed" that counts test cases and check steps.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, projectFolder, runNpm } from "./ensure-installed.mjs";
import { ensureBrowser } from "./find-browser.mjs";

const reportFolder = join(projectFolder, "test-results");

/** Each step is an npm script; `report` names the file in which Vitest counts its cases. */
const STEPS = [
	{ name: "types", script: "check:types" },
	{ name: "format and lint", script: "check:lint" },
	{ name: "unit and data tests", script: "test:unit", report: "unit.json" },
	{ name: "build for both browsers", script: "build" },
	{ name: "manifest, size and import tests", script: "test:build", report: "build.json", needsBuild: true },
	{
		name: "end to end in Chromium",
		script: "test:e2e",
		report: "chromium.json",
		needsBuild: true,
		env: { E2E_BROWSER: "chromium" },
	},
	{
		name: "end to end in Firefox",
		script: "test:e2e",
		report: "firefox.json",
		needsBuild: true,
		env: { E2E_BROWSER: "firefox" },
	},
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
rmSync(reportFolder, { recursive: true, force: true });
mkdirSync(reportFolder, { recursive: true });

let passed = 0;
let failed = 0;
const failures = [];
let isBuilt = true;

for (const { name, script, report, needsBuild, env } of STEPS) {
	console.log(`\n── ${name}`);
	const file = report && join(reportFolder, report);
	const reporters = file ? ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`] : [];
	const isGood = (isBuilt || !needsBuild) && runNpm(["run", "--silent", script, ...reporters], env) === 0;
	if (script === "build") isBuilt = isGood;
	const cases = file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
	passed += (cases?.numPassedTests ?? 0) + (isGood ? 1 : 0);
	failed += (cases?.numFailedTests ?? 0) + (isGood ? 0 : 1);
	if (!isGood) failures.push(name);
	// A step whose tests did not run proves nothing.
	if (isGood && file && !cases?.numPassedTests) {
		failed += 1;
		failures.push(`${name} (no test ran)`);
	}
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
