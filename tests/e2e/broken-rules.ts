import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "puppeteer-core";
import { expect } from "vitest";
import { takeShot } from "./test-browser";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Rules of WCAG 2.2 AA that are broken, with where; contrast included, and what has to be scrolled sideways in a window
 * as wide as it is now (1.4.10).
 */
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
		const { scrollWidth, clientWidth } = document.documentElement;
		return [
			...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`),
			...(scrollWidth > clientWidth ? [`reflow: ${scrollWidth} pixels in a window of ${clientWidth}`] : []),
		];
	});
}

/** Holds a part of a library page against the rules, wide and narrow, and keeps a picture of both: `library-NAME-wide-THEME`. */
export async function expectNoBrokenRules(library: Page, part: string, name: string, theme: string): Promise<void> {
	for (const [size, width] of [
		["wide", 800],
		["narrow", 320],
	] as const) {
		await library.setViewport({ width, height: 1_000 });
		expect(await brokenRules(library)).toEqual([]);
		await library.evaluate((selector) => document.querySelector(selector)?.scrollIntoView(), part);
		await takeShot(library, `library-${name}-${size}-${theme}`);
	}
}
