import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { contentPlugin } from "./scripts/content-plugin";

// One browser at a time: two on two cores make each other's timing worthless.
const oneBrowserAtATime = { testTimeout: 60_000, hookTimeout: 90_000, maxWorkers: 1, fileParallelism: false };

export default defineConfig({
	plugins: [contentPlugin()],
	test: {
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
			{ extends: true, test: { name: "e2e", include: ["tests/e2e/**/*.test.ts"], ...oneBrowserAtATime } },
			{ extends: true, test: { name: "real-pages", include: ["tests/real-pages/**/*.test.ts"], ...oneBrowserAtATime } },
		],
	},
});
