/**
 * `npm run -s mentions < in.jsonl > out.jsonl`: runs the detector of the content
 * script over lines of text. See `mentions-lines.ts` for the lines.
 */
import { importTypeScript } from "./run-typescript.mjs";

const { runMentions } = await importTypeScript("mentions-lines.ts");
process.exitCode = await runMentions(process.argv.slice(2));
