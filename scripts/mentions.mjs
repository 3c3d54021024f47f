/**
 * `npm run -s mentions < in.jsonl > out.jsonl`: runs the detector of the content
 * script over lines of text. See `mentions-lines.ts` for the lines.
 */
import { join } from "node:path";
import { runnerImport } from "vite";

const { module } = await runnerImport(join(import.meta.dirname, "mentions-lines.ts"), { configFile: false });
process.exitCode = await module.runMentions(process.argv.slice(2));
