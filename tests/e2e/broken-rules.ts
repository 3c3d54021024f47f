import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules of WCAG 2.2 AA that are broken, with where; contrast included. */
export async function brokenRules(where: Page | Frame): Promise<string[]> {
	await where.evaluate(axe);
	return where.evaluate(async () => {
		const { violations } = await (
			window as unknown as {
				axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
			}
		).axe.run({
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
			// Off unless asked for: nothing to press is smaller than 24 pixels.
			rules: { "target-size": { enabled: true } },
		});
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
	});
}
