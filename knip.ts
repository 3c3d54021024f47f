import type { KnipConfig } from "knip";

/**
 * Where the project begins to run, beside what knip finds by itself. `npm run check:unused` fails on every file, export
 * and dependency that nothing here leads to.
 */
const config: KnipConfig = {
	// Its plugin takes every file below entrypoints/ for one that runs by itself, and would find nothing there.
	wxt: false,
	entry: [
		"wxt.config.ts",
		"entrypoints/background.ts",
		"entrypoints/content/index.ts",
		"entrypoints/*/main.tsx",
		// Stands in for a module of WXT's: `resolve.alias` in wxt.config.ts.
		"lib/page/content-script-context.ts",
		// Stands in for #i18n: `resolve.alias` in vitest.config.ts.
		"tests/components/english.ts",
		// Bundled by name: tests/bench/bundle.ts.
		"tests/bench/measured/*.ts",
		"tests/real-pages/posts-in-page.ts",
	],
	ignoreDependencies: [
		// Named as text: `modules` in wxt.config.ts.
		"@wxt-dev/module-react",
		"@wxt-dev/auto-icons",
		// Started as a program of its own: scripts/lint-package.ts.
		"addons-linter",
		// Read as a file to be run in a page: tests/e2e/broken-rules.ts.
		"axe-core",
		// Read as a file to be run in a page: tests/bench/scan-cost.ts.
		"mark.js",
	],
	// Of Linux, for a disk that can be filled: tests/e2e/full-disk.test.ts.
	ignoreBinaries: ["mount", "umount"],
	compilers: {
		// Commands load TypeScript through scripts/run-typescript.mjs, which takes paths as an import does.
		mjs: (text: string) =>
			text.replace(/importTypeScript\("(?=[^.])/g, 'import("./').replace(/importTypeScript\(/g, "import("),
	},
};

export default config;
