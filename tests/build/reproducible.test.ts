import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { unzipSync } from "fflate";
import { expect, it, onTestFinished } from "vitest";
import { projectFolder } from "./source-files";

/** What is no source: installed, or written by builds, tests and releases. */
const NOT_SOURCE = new Set(["node_modules", ".git", ".output", ".wxt", "release", "test-results", "docs", "tests"]);

// The test's own mode would make it a build for tests.
const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };

it("two clean builds for Chromium, in folders of other names, are the same byte for byte", () => {
	const [one, other] = [copySources("lens-one-"), copySources("lens-another-place-")];
	for (const folder of [one, other]) runWxt(folder, ["build"]);

	expect(hashesOf(one, "chrome").size).toBeGreaterThan(300);
	expect(hashesOf(other, "chrome")).toEqual(hashesOf(one, "chrome"));
});

// As Mozilla's reviewers do it, with the sources that are sent along and the commands of the README.
it("the package for Firefox can be built from its sources zip in a clean folder, the same byte for byte", {
	timeout: 300_000,
}, () => {
	const released = copySources("lens-released-");
	runWxt(released, ["zip", "-b", "firefox"]);
	const rebuilt = unpackSources(released);
	for (const args of [
		["ci", "--no-audit", "--no-fund"],
		["run", "build:firefox"],
	])
		runNpm(rebuilt, args);

	expect(hashesOf(released, "firefox").size).toBeGreaterThan(300);
	expect(hashesOf(rebuilt, "firefox")).toEqual(hashesOf(released, "firefox"));
});

function newFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), name));
	// With all packages installed in it, it takes a busy disk a while.
	onTestFinished(() => rmSync(folder, { recursive: true }), 60_000);
	return folder;
}

function copySources(folderName: string): string {
	const folder = newFolder(folderName);
	for (const name of readdirSync(projectFolder)) {
		if (!NOT_SOURCE.has(name)) cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
	}
	symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"), "junction");
	return folder;
}

/** The sources that a release in this folder sends along, in a folder of their own. */
function unpackSources(released: string): string {
	const output = join(released, ".output");
	const archive = readdirSync(output).find((name) => name.endsWith("-sources.zip")) ?? "";
	const folder = newFolder("lens-rebuilt-");
	for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(output, archive))))) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
	return folder;
}

function runWxt(folder: string, args: string[]): void {
	const wxt = join(folder, "node_modules/wxt/bin/wxt.mjs");
	execFileSync(process.execPath, [wxt, ...args], { cwd: folder, env, stdio: "pipe" });
}

function runNpm(folder: string, args: string[]): void {
	execFileSync("npm", args, { cwd: folder, env, stdio: "pipe", shell: process.platform === "win32" });
}

/** The hash of each file of the build in a folder, by its path. */
function hashesOf(folder: string, browser: string): Map<string, string> {
	const output = join(folder, ".output", `${browser}-mv3`);
	const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return new Map(
		files
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((file) => [relative(output, file), createHash("sha256").update(readFileSync(file)).digest("hex")]),
	);
}
