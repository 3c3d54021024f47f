/**
 * `npm run evaluate`: scores the detector and the ranking of answers on the gold sets
 * of `../shared/gold` (or of `$SHARED/gold`), which are not part of the project, and
 * writes `docs/accuracy.md`. `npm run evaluate -- retrieval` scores one of the two and
 * writes nothing.
 */
import { importTypeScript } from "./run-typescript.mjs";

const { evaluate } = await importTypeScript("accuracy/evaluate.ts");
process.exitCode = await evaluate(process.argv.slice(2));
