import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { newestNotes } from "./changelog-notes";
import { projectFolder } from "./ensure-installed.mjs";
import { lintPackage } from "./lint-package";
import { faultOfTag } from "./release-tag";

const releaseFolder = join(projectFolder, "release");

/** What the build tool calls each archive, and what it is called in the release. */
const ARCHIVES = [
	["chrome", "chromium"],
	["firefox", "firefox"],
	["sources", "sources"],
] as const;

/**
 * Puts the zips that were just built into `release/`, with checksums, bill of materials and notes. Throws before anything
 * is written if the linter finds a fault, if React in them is the one for development, or if a tag names another version.
 */
export function packRelease(): void {
	rmSync(releaseFolder, { recursive: true, force: true });
	const { version } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string };
	const notes = newestNotes(readFileSync(join(projectFolder, "CHANGELOG.md"), "utf8"));
	const wrongTag = faultOfTag(process.env, version, notes.heading);
	if (wrongTag) throw new Error(`No release: ${wrongTag}`);
	for (const kind of ["chrome", "firefox"]) requireProduction(builtArchive(kind, version));
	requireCleanLint(builtArchive("firefox", version));

	mkdirSync(releaseFolder);
	const archives = ARCHIVES.map(([built, released]) => {
		const name = `symptom-lens-${version}-${released}.zip`;
		copyFileSync(builtArchive(built, version), join(releaseFolder, name));
		return name;
	});
	const bill = `symptom-lens-${version}-sbom.cdx.json`;
	writeFileSync(join(releaseFolder, bill), billOfMaterials());
	writeFileSync(join(releaseFolder, "SHA256SUMS"), [...archives, bill].map(checksumLine).join(""));
	writeFileSync(join(releaseFolder, "notes.md"), `${notes.text}\n`);
	console.log(`\nrelease/: ${[...archives, bill, "SHA256SUMS", "notes.md"].join(", ")}`);
	if (!notes.heading.startsWith(version)) {
		console.log(`The notes are those of “${notes.heading}”. Before it is published, that heading becomes ${version}.`);
	}
}

function builtArchive(kind: string, version: string): string {
	return join(projectFolder, ".output", `symptom-lens-${version}-${kind}.zip`);
}

function requireProduction(archive: string): void {
	const scripts = Object.entries(unzipSync(readFileSync(archive))).filter(([name]) => name.endsWith(".js"));
	// A warning that React has only where it is built for development.
	const isDevelopment = scripts.some(([, bytes]) => strFromU8(bytes).includes("Can only set one of `children`"));
	if (isDevelopment) throw new Error(`No release: ${archive} was built for development.`);
}

function requireCleanLint(archive: string): void {
	const { faults, explained } = lintPackage(archive);
	for (const { code, count, reason } of explained) console.log(`${count} × ${code}: ${reason}`);
	if (faults.length > 0) throw new Error(`No release: the linter found faults.\n${faults.join("\n")}`);
}

function checksumLine(file: string): string {
	const hash = createHash("sha256")
		.update(readFileSync(join(releaseFolder, file)))
		.digest("hex");
	return `${hash}  ${file}\n`;
}

function billOfMaterials(): string {
	return execFileSync("npm", ["run", "--silent", "sbom"], {
		cwd: projectFolder,
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
		shell: process.platform === "win32",
	});
}
