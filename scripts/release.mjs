/**
 * `npm run release`: everything a version needs to be published, in `release/`. It begins with `npm test`; where the very
 * same sources have just been tested, `-- --tested` leaves that out.
 */
import { ensureInstalled, runNpm } from "./ensure-installed.mjs";

const STEPS = [...(process.argv.includes("--tested") ? [] : ["test"]), "zip:chromium", "zip:firefox"];

try {
	ensureInstalled();
	// Before any TypeScript is loaded: Vite, which loads it, sets the mode of development for whatever is started after.
	for (const script of STEPS) {
		if (runNpm(["run", "--silent", script]) !== 0) throw new Error(`No release: npm run ${script} failed.`);
	}
	const { importTypeScript } = await import("./run-typescript.mjs");
	const { packRelease } = await importTypeScript("release.ts");
	packRelease();
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
