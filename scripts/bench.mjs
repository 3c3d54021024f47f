/**
 * Measures and prints; asserts nothing, because times differ from machine to
 * machine. `npm run bench -- hover` runs one part: detection, content or hover.
 */
import { join } from "node:path";
import { runnerImport } from "vite";

// The parts import modules of the product, which only a bundler's resolver finds.
await runnerImport(join(import.meta.dirname, "../tests/bench/main.ts"), { configFile: false });
