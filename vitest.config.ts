import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { contentPlugin } from "./scripts/content-plugin";

/**
 * What `npm test` leaves out in a browser to stay under fifteen minutes, and `npm run test:all` does not. In both: looks and
 * names of every surface, size and hovering of the card, settings, a pasted text, the pages about privacy, visit and welcome,
 * kills at many moments, a full disk. In Firefox also what takes long there: a hostile page, imports, backups, browsing,
 * captures, the diary, a new symptom, the side panel.
 */
const LONG_IN_BOTH = [
	"accessible-names",
	"card-looks",
	"card-size",
	"full-disk",
	"hover-content",
	"import-faults",
	"paste",
	"privacy",
	"reading-settings",
	"settings",
	"surfaces",
	"visit-sheet",
	"welcome",
];
const LONG_IN_FIREFOX = ["backup", "browse", "capture", "diary", "hostile", "import", "new-symptom", "sidepanel"];
const leftOut =
	process.env.E2E_EXTENT !== "short"
		? []
		: [...LONG_IN_BOTH, ...(process.env.E2E_BROWSER === "firefox" ? LONG_IN_FIREFOX : [])];

// Within a run one browser at a time: the pointer and the tab in front are each browser's only once.
const oneBrowserAtATime = { maxWorkers: 1, fileParallelism: false };

export default defineConfig({
	plugins: [contentPlugin()],
	test: {
		// Ends what hangs; how fast things are is for the benchmarks to tell. On a machine that does much else a case of three
		// seconds took eight, and one of half a minute in a browser more than a minute.
		testTimeout: 180_000,
		hookTimeout: 180_000,
		projects: [
			{
				extends: true,
				resolve: { alias: { "#i18n": join(import.meta.dirname, "tests/components/english.ts") } },
				test: {
					name: "unit",
					include: ["tests/**/*.test.{ts,tsx}"],
					exclude: ["tests/{e2e,build,real-pages,bench}/**"],
				},
			},
			{ extends: true, test: { name: "build", include: ["tests/build/**/*.test.ts"] } },
			{
				extends: true,
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					exclude: leftOut.map((name) => `tests/e2e/${name}.test.ts`),
					...oneBrowserAtATime,
				},
			},
			{ extends: true, test: { name: "real-pages", include: ["tests/real-pages/**/*.test.ts"], ...oneBrowserAtATime } },
		],
	},
});
