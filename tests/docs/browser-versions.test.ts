import { readFileSync } from "node:fs";
import { join } from "node:path";
import compatibility, { type Identifier, type SupportStatement } from "@mdn/browser-compat-data";
import { describe, expect, it } from "vitest";
import { readTableRows } from "../../scripts/proof-tables";

const BROWSERS = ["chrome", "firefox"] as const;
type BrowserName = (typeof BROWSERS)[number];

const features = readTableRows("decisions/0015-browser-versions.md").map(
	({ number, cells: [, entry = "", chromium = "", firefox = ""] }) => ({
		number,
		entry: entry.replaceAll("`", ""),
		versions: { chrome: chromium, firefox },
	}),
);

describe("the oldest browsers", () => {
	it.each(features)("line $number, $entry, names the versions of the compatibility data", ({ entry, versions }) => {
		for (const browser of BROWSERS) expect(oldestOf(entry, browser)).toContain(versions[browser]);
	});

	it.each([
		["chrome", ({ minimum_chrome_version }: Manifest) => minimum_chrome_version],
		["firefox", ({ browser_specific_settings }: Manifest) => browser_specific_settings?.gecko.strict_min_version],
	] as const)("of %s are as old as the youngest feature allows, and no older", (browser, versionOf) => {
		const golden = join(import.meta.dirname, `../build/manifest.${browser}.json`);
		const manifest: Manifest = JSON.parse(readFileSync(golden, "utf8"));
		const youngest = Math.max(...features.map(({ versions }) => Number(versions[browser]) || 0));

		expect(Number(versionOf(manifest))).toBe(youngest);
	});
});

interface Manifest {
	minimum_chrome_version?: string;
	browser_specific_settings?: { gecko: { strict_min_version: string } };
}

/**
 * The versions that the data allows a line to name: the first that has the feature whole, or one of those from which a
 * note says that something works which did not before; "–" where a browser has no such thing.
 */
function oldestOf(entry: string, browser: BrowserName): string[] {
	const found = entry
		.split(".")
		.reduce<Identifier | undefined>((inside, name) => inside?.[name], compatibility as never);
	const support = found?.__compat?.support[browser];
	if (!support) throw new Error(`${entry} is not in the compatibility data`);
	const statements = ([support].flat() as SupportStatement[]).flat();
	const whole = statements.find(({ partial_implementation }) => !partial_implementation)?.version_added;
	const notes = statements
		.flatMap(({ notes }) => notes ?? [])
		.flatMap((note) => note.match(/(?<=Before Firefox )\d+/) ?? []);
	return whole ? [String(whole), ...notes] : ["–"];
}
