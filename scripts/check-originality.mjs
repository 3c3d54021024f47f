/** `npm run check:originality`: looks for sentences of others in our content, in `../shared` or `$SHARED`. */
import { importTypeScript } from "./run-typescript.mjs";

const { checkOriginality } = await importTypeScript("original-content.ts");
process.exitCode = checkOriginality();
