/**
 * `npm run -s answers -- --library FILE.jsonl[.gz] --top N < queries.jsonl`: runs the
 * ranking of the product over a library in memory. See `answers-lines.ts` for the lines.
 */
import { importTypeScript } from "./run-typescript.mjs";

const { runAnswers } = await importTypeScript("answers-lines.ts");
process.exitCode = await runAnswers(process.argv.slice(2));
