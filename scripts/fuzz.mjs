/**
 * `npm run fuzz -- --minutes 10 [--seed 1] [--only detection]`: holds the product's promises against inputs that
 * nobody would write, one part after the other in rounds, until the minutes are over. Exits with 1 if one was broken.
 */
import { importTypeScript } from "./run-typescript.mjs";

const { fuzz } = await importTypeScript("../tests/fuzz/main.ts");
process.exit(await fuzz(process.argv.slice(2)));
