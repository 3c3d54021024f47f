/**
 * Measures and prints; asserts nothing, because times differ from machine to
 * machine. `npm run bench -- hover` runs one part: detection, content or hover.
 * `npm run bench:pages -- wikipedia` loads the saved pages with that in their name.
 */
import { join } from "node:path";
import { runnerImport } from "vite";

// The parts import modules of the product, which only a bundler's resolver finds.
try {
	await runnerImport(join(import.meta.dirname, "../tests/bench/main.ts"), { configFile: false });
} catch (error) {
	console.error(error);
	// A browser that is still open would keep this process alive.
	process.exit(1);
}
