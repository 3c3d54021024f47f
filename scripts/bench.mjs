/**
 * Measures and asserts nothing, because times differ from machine to machine.
 *
 * `npm run bench` runs every part, in forms that take about a quarter of an hour together, and writes `docs/performance.md` with
 * its plots; `-- --full` takes libraries of full size and all pages, an hour and a half.
 * `npm run bench -- hover` runs one part and only prints: detection, content, hover, popup, saved, import-page, browse, search
 * or pages, in full, or shorter with `--quick`.
 * `npm run bench:pages -- wikipedia` loads the saved pages with that in their name.
 */
import { importTypeScript } from "./run-typescript.mjs";

try {
	await importTypeScript("../tests/bench/main.ts");
} catch (error) {
	console.error(error);
	process.exitCode = 1;
}
// A browser that a part left open when it failed would keep this process alive.
process.exit();
