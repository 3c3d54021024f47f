/** `npm run check:content`: names every mistake in `data/` by file, field and reason. */
import { importTypeScript } from "./run-typescript.mjs";

const { checkContent } = await importTypeScript("content-problems.ts");
process.exitCode = checkContent();
