import { execFileSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Symptom } from "../../data/schema";
import { writeContentReport } from "../../scripts/content-report";
import { beginSymptom, noteChecked } from "../../scripts/edit-content";
import { type PageServer, servePages } from "./serve-pages";
import {
	browserKind,
	cardText,
	hover,
	press,
	startBrowser,
	type TestBrowser,
	typeInto,
	underlined,
	until,
} from "./test-browser";

const projectFolder = join(import.meta.dirname, "../..");
const today = "2026-11-25";
let copy: string;
let pages: PageServer;
let test: TestBrowser;

/** What a build needs, and no more. */
const PARTS = [
	"assets",
	"components",
	"data",
	"entrypoints",
	"lib",
	"locales",
	"scripts",
	"package.json",
	"tsconfig.json",
	"wxt.config.ts",
];

/** Files of the copy that are not as they are in the project. */
function changedFiles(): string[] {
	const inside = (part: string) =>
		part.includes(".")
			? [part]
			: readdirSync(join(copy, part), { recursive: true, encoding: "utf8" }).map((file) => join(part, file));
	return PARTS.flatMap(inside).filter((file) => {
		if (!statSync(join(copy, file)).isFile()) return false;
		const before = join(projectFolder, file);
		return !existsSync(before) || !readFileSync(before).equals(readFileSync(join(copy, file)));
	});
}

/** A symptom nobody has, with one statement. */
function explain(path: string): void {
	const symptom: Symptom = JSON.parse(readFileSync(path, "utf8"));
	symptom.layTerms = ["zwonk", "zwonking knee"];
	symptom.sources = [{ id: "made-up", name: "Nobody", url: "https://example.org/", year: 2026, grade: "C" }];
	symptom.explanation = { text: "The knee zwonks.", sources: ["made-up"] };
	writeFileSync(path, JSON.stringify(symptom));
}

beforeAll(async () => {
	copy = mkdtempSync(join(tmpdir(), "symptom-lens-new-"));
	for (const part of PARTS) cpSync(join(projectFolder, part), join(copy, part), { recursive: true });
	symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"));

	const folder = join(copy, "data");
	beginSymptom(
		folder,
		{ id: "zwonking-knee", name: "Zwonking knee", bodySystem: "musculoskeletal", specialty: "orthopaedics" },
		today,
	);
	explain(join(folder, "symptoms/zwonking-knee.json"));
	noteChecked(folder, ["zwonking-knee"], null, today);
	beginSymptom(
		folder,
		{ id: "blorking-elbow", name: "Blorking elbow", bodySystem: "musculoskeletal", specialty: "orthopaedics" },
		today,
	);
	const wxt = join(projectFolder, "node_modules/wxt/bin/wxt.mjs");
	const target = browserKind === "firefox" ? ["-b", "firefox"] : [];
	execFileSync(process.execPath, [wxt, "build", ...target], { cwd: copy, stdio: "pipe" });

	mkdirSync(join(copy, "pages"));
	writeFileSync(
		join(copy, "pages/page.html"),
		"<!doctype html><p>My doctor says that my zwonking knee is common, and a blorking elbow is not.</p>",
	);
	pages = await servePages(join(copy, "pages"));
	test = await startBrowser({ outputFolder: join(copy, ".output") });
});
afterAll(async () => {
	await test?.close();
	await pages?.close();
	rmSync(copy, { recursive: true });
});

it("touches one file for each", () => {
	expect(changedFiles().sort()).toEqual(["data/symptoms/blorking-elbow.json", "data/symptoms/zwonking-knee.json"]);
});

it("is underlined on a page, and has a card", async () => {
	const page = await test.newPage();
	await page.goto(`${pages.origin}/page.html`);
	await until(async () => (await underlined(page)).includes("zwonking knee"), "it is underlined");
	await hover(page, "zwonking knee");

	await until(async () => (await cardText(page))?.includes("The knee zwonks."), "its card explains it");
	await page.close();
});

it("is found in the popup", async () => {
	const popup = await test.openBehind("popup.html");
	await typeInto(popup, "#query", "zwonk");

	await until(() => popup.evaluate(() => document.body.innerText.includes("Zwonking knee")), "it is found");
	await popup.close();
});

it("without facts is not underlined, but found in the popup, where it says that nothing is reviewed", async () => {
	const page = await test.newPage();
	await page.goto(`${pages.origin}/page.html`);
	await until(async () => (await underlined(page)).includes("zwonking knee"), "the other is underlined");
	expect(await underlined(page)).not.toContain("blorking elbow");
	await page.close();

	const popup = await test.openBehind("popup.html");
	await typeInto(popup, "#query", "blork");
	await until(() => popup.evaluate(() => document.body.innerText.includes("Blorking elbow")), "it is found");
	await press(popup, "Blorking elbow");
	await until(
		() =>
			popup.evaluate(() => document.body.innerText.includes("We have no reviewed explanation for this symptom yet.")),
		"its card says so",
	);
	await popup.close();
});

it("stands in the report, among those without answers", () => {
	const report = join(copy, "report.html");
	writeContentReport(join(copy, "data"), report, today);

	expect(readFileSync(report, "utf8")).toMatch(/Without answers.*Zwonking knee/s);
});
