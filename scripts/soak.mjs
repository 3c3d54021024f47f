/**
 * Browses for half an hour of simulated time with the built extension, and fails if anything leaks, is lost or throws.
 * `npm run soak -- --short` takes two or three minutes and is part of `npm test`; `--minutes N` does N thirtieths of the
 * whole; `--browser firefox` drives Firefox, whose driver tells less. Results: `test-results/soak.json`, of a run that
 * proves less a file of its own.
 */
import { importTypeScript } from "./run-typescript.mjs";

const args = process.argv.slice(2);
const at = args.indexOf("--browser");
const kind = at < 0 ? "chromium" : args[at + 1];
try {
	if (kind !== "chromium" && kind !== "firefox") throw new Error("--browser wants chromium or firefox.");
	process.env.E2E_BROWSER = kind;
	const { soak } = await importTypeScript("../tests/soak/main.ts");
	// A browser that is still open would keep this process alive.
	process.exit((await soak(args)) ? 0 : 1);
} catch (error) {
	console.error(error);
	process.exit(1);
}
