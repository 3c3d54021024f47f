import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import { describe, expect, it } from "vitest";
import { HIGHEST_GRADE, readingGrade } from "../../scripts/reading-grade";
import { pngSize } from "../build/png-size";

const projectFolder = join(import.meta.dirname, "../..");
const storeFolder = join(projectFolder, "docs/store");
const read = (file: string) => readFileSync(join(storeFolder, file), "utf8");

/** The text to be pasted under a heading of a page. Throws if there is none. */
function textUnder(heading: string, page: string): string {
	const text = page
		.split(`\n## ${heading}`)[1]
		?.split("\n## ")[0]
		?.match(/```text\n(.*?)\n```/s)?.[1];
	if (!text) throw new Error(`no text under “${heading}”`);
	return text;
}

const listing = read("listing.md");
const name = textUnder("Name", listing);
const summary = textUnder("Summary", listing);
const description = textUnder("Description", listing);

describe("the listing", () => {
	it("says what the package says of itself", async () => {
		const messages = generateChromeMessages(await parseMessagesFile(join(projectFolder, "locales/en.yml")));
		const { description: ofProject } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8"));

		expect(name).toBe(messages.extName?.message);
		expect(summary).toBe(messages.extDescription?.message);
		expect(summary).toBe(ofProject);
	});

	// The least of what the three stores allow: name in Edge, summary in Chrome, description in Edge.
	it("is as long as every store allows", () => {
		expect(name.length).toBeLessThanOrEqual(45);
		expect(summary.length).toBeLessThanOrEqual(132);
		expect(description.length).toBeGreaterThanOrEqual(250);
		expect(description.length).toBeLessThanOrEqual(10_000);
	});

	it("says that it is no diagnosis, that it misses words, that no clinician has reviewed it, and what to do in an emergency", () => {
		expect(description).toContain("not a diagnosis");
		expect(description).toMatch(/misses some and marks some wrongly/);
		expect(description).toContain("No clinician has reviewed");
		expect(description).toContain("call your local emergency number");
	});

	it("promises nothing that a store or a doctor would call a claim", () => {
		const claims =
			/\b(?:accura\w+|clinically|proven|certified|approved|trusted|guarante\w+|cures?|treats?|detects?|prevents?|best|free|AI|GDPR|HIPAA)\b|#1|\d+ (?:users|doctors)/i;

		expect(`${name} ${summary} ${description}`.match(claims)).toBeNull();
	});

	// More than five times is what Chrome's guide calls unnatural: https://developer.chrome.com/docs/webstore/program-policies/keyword-spam
	it("repeats no word of its subject more than five times", () => {
		const counts = Map.groupBy(description.toLowerCase().match(/[a-z]{5,}/g) ?? [], (word) => word);
		const often = [...counts].filter(([, found]) => found.length > 5).map(([word]) => word);

		expect(often).toEqual([]);
	});

	it("is as easy to read as a card", () => {
		// Headings are no sentences, and what a list begins with is no word.
		const lines = description.split("\n").filter((line) => line !== "" && line !== line.toUpperCase());
		const texts = lines.map((line) => line.replace(/^- /, ""));

		expect(readingGrade(texts, ["fasciculation", "atrophy"]).grade).toBeLessThanOrEqual(HIGHEST_GRADE);
	});
});

interface Manifest {
	permissions: string[];
	optional_permissions?: string[];
	host_permissions?: string[];
	optional_host_permissions?: string[];
	content_scripts: { matches: string[] }[];
}

/** All that a browser is asked for. */
function askedOf(browser: string): string[] {
	const manifest: Manifest = JSON.parse(
		readFileSync(join(projectFolder, `tests/build/manifest.${browser}.json`), "utf8"),
	);
	return [
		...manifest.permissions,
		...(manifest.optional_permissions ?? []),
		...(manifest.host_permissions ?? []),
		...(manifest.optional_host_permissions ?? []),
		...manifest.content_scripts.flatMap(({ matches }) => matches),
	].sort();
}

describe("the reasons for permissions", () => {
	const rows = [...read("permissions.md").matchAll(/^\| `(.+?)` \| (\w+) \| (.+) \|$/gm)].map(
		([, permission = "", browser = "", reason = ""]) => ({ permission, browser, reason }),
	);

	it.each([
		["chrome", "Chromium"],
		["firefox", "Firefox"],
	])("are given for everything that %s is asked for, and for nothing else", (browser, called) => {
		const explained = rows.filter((row) => ["both", called].includes(row.browser)).map(({ permission }) => permission);

		expect(explained.sort()).toEqual(askedOf(browser));
	});

	it("are as short as the stores' fields", () => {
		expect(rows.filter(({ reason }) => reason.length > 1000)).toEqual([]);
	});
});

it("the answers about privacy are as short as the stores' fields, and Firefox is told of no data", () => {
	const page = read("privacy.md");
	const { browser_specific_settings: settings } = JSON.parse(
		readFileSync(join(projectFolder, "tests/build/manifest.firefox.json"), "utf8"),
	);

	expect(textUnder("Single purpose", page).length).toBeLessThanOrEqual(1000);
	expect(page).toContain('`data_collection_permissions: { "required": ["none"] }`');
	expect(settings.gecko.data_collection_permissions).toEqual({ required: ["none"] });
});

describe("the pictures", () => {
	it("are five of 1280 by 800 pixels, each with a caption", () => {
		const captioned = [...read("pictures.md").matchAll(/^\| `(\d-[\w-]+\.png)` \| \S.* \|$/gm)].map(
			([, file = ""]) => file,
		);

		expect(captioned).toHaveLength(5);
		for (const file of captioned) {
			expect(pngSize(join(storeFolder, "screenshots", file)), file).toEqual({ width: 1280, height: 800 });
		}
	});

	it.each([
		["tile-440x280.png", 440, 280],
		["tile-1400x560.png", 1400, 560],
		["icon-128.png", 128, 128],
		["logo-300.png", 300, 300],
	])("beside them, %s, have the size that a store takes", (file, width, height) => {
		expect(pngSize(join(storeFolder, file))).toEqual({ width, height });
	});
});
