/**
 * `npm run trust`: the table of what was tried and held, from the last runs of tests, fuzzing and soak.
 * `npm run trust -- --run` makes these runs first; they take about two hours, and visit the
 * saved pages of `$SHARED` or `../shared` if they are there.
 */
import { runNpm } from "./ensure-installed.mjs";
import { importTypeScript } from "./run-typescript.mjs";

if (process.argv.includes("--run")) {
	// Each writes its figures down, also where it fails; the table tells.
	runNpm(["run", "--silent", "test:all"]);
	runNpm(["run", "--silent", "fuzz", "--", "--minutes", "10"]);
	runNpm(["run", "--silent", "soak"]);
}
const { printTrust } = await importTypeScript("trust.ts");
process.exitCode = printTrust();
