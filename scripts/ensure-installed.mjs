/**
 * Brings `node_modules` to what the lock file says. Uses nothing newer than
 * Node 20 and no package: it runs before anything is installed.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const projectFolder = join(import.meta.dirname, "..");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Installs the packages unless this very lock file is installed already. Throws if that fails. */
export function ensureInstalled() {
	const lock = readFileSync(join(projectFolder, "package-lock.json"), "utf8");
	const stamp = join(projectFolder, "node_modules", ".installed-lock.json");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
	console.log("Installing packages …");
	if (runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]) !== 0) {
		throw new Error("The packages could not be installed; npm says why above.");
	}
	writeFileSync(stamp, lock);
}

/**
 * Runs npm in the project. `npm run` puts the project's own Node first, so the
 * scripts it starts have a current one whatever started this.
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @returns {number} npm's exit status
 */
export function runNpm(args, env = {}) {
	const { status } = spawnSync(npm, args, {
		cwd: projectFolder,
		stdio: "inherit",
		shell: process.platform === "win32",
		env: { ...process.env, ...env },
	});
	return status ?? 1;
}

/**
 * Runs npm as `runNpm` does, beside what else runs. With `isLater` its output is held back and printed when it has ended,
 * so that two outputs do not mix.
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to the environment
 * @param {boolean} [isLater]
 * @returns {Promise<number>} npm's exit status
 */
export function startNpm(args, env = {}, isLater = false) {
	const child = spawn(npm, args, {
		cwd: projectFolder,
		stdio: isLater ? ["ignore", "pipe", "pipe"] : "inherit",
		shell: process.platform === "win32",
		env: { ...process.env, ...env },
	});
	const held = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => held.push(chunk));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (status) => {
			process.stdout.write(Buffer.concat(held));
			resolve(status ?? 1);
		});
	});
}
