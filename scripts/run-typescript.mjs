import { join } from "node:path";
import { runnerImport } from "vite";

/**
 * Loads a TypeScript module of the project with what it imports; only a bundler's
 * resolver finds imports without an ending. The project's `tsconfig.json` builds on
 * a file that WXT makes when it first runs, so commands bring a plain one.
 * @param {string} file in `scripts/` or below the project
 * @returns {Promise<any>} what the module exports
 */
export async function importTypeScript(file) {
	const { module } = await runnerImport(join(import.meta.dirname, file), {
		configFile: false,
		tsconfig: join(import.meta.dirname, "tsconfig.commands.json"),
	});
	return module;
}
