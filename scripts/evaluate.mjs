/**
 * `npm run evaluate`: scores the detector on the gold sets of `../shared/gold`
 * (or of `$SHARED/gold`), which are not part of the project.
 */
import { importTypeScript } from "./run-typescript.mjs";

const { evaluateDetection } = await importTypeScript("evaluate-detection.ts");
process.exitCode = evaluateDetection();
