import { defineConfig } from "vitest/config";
import { contentPlugin } from "./scripts/content-plugin";

export default defineConfig({
	plugins: [contentPlugin()],
	test: {
		projects: [
			{
				extends: true,
				test: { name: "unit", include: ["tests/**/*.test.ts"], exclude: ["tests/e2e/**", "tests/build/**"] },
			},
			{ extends: true, test: { name: "build", include: ["tests/build/**/*.test.ts"] } },
			{
				extends: true,
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					testTimeout: 60_000,
					hookTimeout: 90_000,
					// One browser at a time: two on two cores make each other's timing worthless.
					maxWorkers: 1,
					fileParallelism: false,
				},
			},
		],
	},
});
