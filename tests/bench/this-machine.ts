import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type as typeOfSystem } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { PerformanceRun } from "../../scripts/performance-report";
import { RawBrowser } from "./raw-browser";

const root = join(import.meta.dirname, "../..");

/** What ours is compared with, and what it is built on that the figures depend on. */
const PACKAGES = ["mark.js", "modern-ahocorasick", "fuse.js", "minisearch", "flexsearch", "dexie", "react"];

const manifest = z.object({
	version: z.string(),
	dependencies: z.record(z.string(), z.string()),
	devDependencies: z.record(z.string(), z.string()),
});

/** What the figures were measured on. */
export function describeMachine(): PerformanceRun["machine"] {
	const [first] = cpus();
	return {
		processor: first?.model.trim() ?? "unknown",
		cores: cpus().length,
		memoryGigabytes: totalmem() / 1_000_000_000,
		// What follows the numbers names a build of the system, or somebody's machine.
		system: `${typeOfSystem()} ${/^[\d.]+/.exec(release())?.[0] ?? ""}`,
	};
}

/** The versions of the product, of what runs it and of its peers, by name. Starts a browser to ask it. */
export async function describeVersions(): Promise<Record<string, string>> {
	const { version, dependencies, devDependencies } = manifest.parse(
		JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
	);
	const all = { ...dependencies, ...devDependencies };
	const browser = new RawBrowser();
	const { product } = await browser.send<{ product: string }>("Browser.getVersion");
	await browser.close();
	return {
		"Symptom Lens": version,
		Chromium: product.replace(/^.*\//, ""),
		"Node.js": process.versions.node,
		...Object.fromEntries(PACKAGES.map((name) => [name, all[name] ?? "not installed"])),
	};
}

/** The commit that is checked out, and whether files differ from it; "unknown" where Git is not there. */
export function describeCommit(): string {
	const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();
	try {
		const isChanged = git("status", "--porcelain", "--", ":!docs/performance*") !== "";
		return `${git("rev-parse", "--short", "HEAD")}${isChanged ? ", with changes" : ""}`;
	} catch {
		return "unknown";
	}
}
