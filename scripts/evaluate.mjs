/**
 * `npm run evaluate`: scores the detector and the ranking of answers on the gold sets
 * of `../shared/gold` (or of `$SHARED/gold`), which are not part of the project.
 * `npm run evaluate -- retrieval` scores one of the two.
 */
import { join } from "node:path";
import { importTypeScript } from "./run-typescript.mjs";

const parts = process.argv.slice(2);
const isWanted = (part) => parts.length === 0 || parts.includes(part);
if (isWanted("detection")) {
	const { evaluateDetection } = await importTypeScript("evaluate-detection.ts");
	process.exitCode = evaluateDetection();
}
if (isWanted("retrieval") && !process.exitCode) {
	const { evaluateRetrieval } = await importTypeScript("evaluate-retrieval.ts");
	const shared = process.env.SHARED ?? join(import.meta.dirname, "../../shared");
	await evaluateRetrieval(join(shared, "gold/retrieval"));
}
