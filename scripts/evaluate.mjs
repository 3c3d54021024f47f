/**
 * `npm run evaluate`: scores the detector on the gold sets of `../shared/gold`
 * (or of `$SHARED/gold`), which are not part of the project.
 */
import { join } from "node:path";
import { runnerImport } from "vite";

const { module } = await runnerImport(join(import.meta.dirname, "evaluate-detection.ts"), { configFile: false });
process.exitCode = module.evaluateDetection();
