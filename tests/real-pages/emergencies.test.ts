import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../bench/bundle";
import { type PageServer, servePages } from "../e2e/serve-pages";
import { startBrowser, type TestBrowser } from "../e2e/test-browser";
import type { FoundEmergency } from "./posts-in-page";
import { requireSharedPages, sharedFolder } from "./shared-pages";

requireSharedPages();
const pages = readdirSync(join(sharedFolder, "pages")).filter((name) => name.endsWith(".html"));

let server: PageServer;
let bare: TestBrowser;
let script: string;

beforeAll(async () => {
	script = await bundle("../../real-pages/posts-in-page.ts");
	server = await servePages(sharedFolder);
	bare = await startBrowser({ isInstalledLate: true, visitsOthers: true });
});
afterAll(async () => {
	await bare?.close();
	await server?.close();
});

describe("no emergency is read into a page that nobody tells of one in:", () => {
	it.each(pages)("%s", async (name) => {
		const page = await bare.newPage();
		await page.goto(`${server.origin}/pages/${name}`, { waitUntil: "domcontentloaded" });
		const { mentions, found } = (await page.evaluate(
			`(() => { ${script}; return symptomLensBench.emergenciesOfPage(); })()`,
		)) as { mentions: number; found: FoundEmergency[] };
		console.log(`${name}: ${mentions} runs name a symptom`);
		await page.close();

		expect(found).toEqual([]);
	});
});
