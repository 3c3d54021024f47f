import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { build } from "vite";
import { contentPlugin } from "../../scripts/content-plugin";

const NAME = "symptomLensBench";

/**
 * Bundles a module of `measured/` as the product is bundled, minified and with the
 * lexicon inside, into a script that defines one global. What is measured must not
 * run through the module runner: there each import is a getter.
 */
export async function bundle(entry: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "error",
		plugins: [contentPlugin()],
		build: {
			lib: { entry: join(import.meta.dirname, "measured", entry), formats: ["iife"], name: NAME },
			write: false,
		},
	});
	const [first] = Array.isArray(built) ? built : [built];
	const chunk = first && "output" in first ? first.output[0] : undefined;
	if (!chunk) throw new Error(`vite built nothing of ${entry}`);
	return `${chunk.code}\nglobalThis.${NAME} = ${NAME};`;
}

/** Bundles a module of `measured/` and runs it here; the caller names its type. */
export async function importBundle<T>(entry: string): Promise<T> {
	return runInThisContext(`${await bundle(entry)}\n${NAME};`, { filename: entry }) as T;
}
