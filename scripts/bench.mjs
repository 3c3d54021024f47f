/**
 * Measures and prints; asserts nothing, because times differ from machine to
 * machine. `npm run bench -- hover` runs one part: detection, content, hover, or
 * one of the long ones, which run only when they are asked for: search, browse,
 * import-page, saved, popup.
 * `npm run bench:pages -- wikipedia` loads the saved pages with that in their name.
 */
import { importTypeScript } from "./run-typescript.mjs";

try {
	await importTypeScript("../tests/bench/main.ts");
} catch (error) {
	console.error(error);
	// A browser that is still open would keep this process alive.
	process.exit(1);
}
