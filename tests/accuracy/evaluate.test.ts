import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { evaluate } from "../../scripts/accuracy/evaluate";

let docsFolder: string;
beforeEach(() => {
	docsFolder = mkdtempSync(join(tmpdir(), "accuracy-"));
	writeFileSync(join(docsFolder, "accuracy.md"), "# Accuracy\n\nAs it was.\n\n## Known weak spots\n\nNone.\n");
});
afterEach(() => {
	rmSync(docsFolder, { recursive: true });
	vi.restoreAllMocks();
});
const pageNow = () => readFileSync(join(docsFolder, "accuracy.md"), "utf8");

it("without the gold sets the command says where they belong, fails, and leaves the page as it was", async () => {
	const told = vi.spyOn(console, "error").mockImplementation(() => {});
	const before = pageNow();
	const goldFolder = join(docsFolder, "gold");

	expect(await evaluate([], { goldFolder, docsFolder })).toBe(1);

	expect(told.mock.calls.flat().join("\n")).toContain(goldFolder);
	expect(pageNow()).toBe(before);
	expect(readdirSync(docsFolder)).toEqual(["accuracy.md"]);
});

it("a part that there is not is named, with those that there are", async () => {
	const told = vi.spyOn(console, "error").mockImplementation(() => {});

	expect(await evaluate(["detecting"], { goldFolder: docsFolder, docsFolder })).toBe(1);

	expect(told.mock.calls.flat().join("\n")).toBe(
		"There is no part detecting. The parts are detection, retrieval, weak-spots.",
	);
});

it("the weak spots are written anew without the gold sets, and nothing else of the page", async () => {
	expect(await evaluate(["weak-spots"], { goldFolder: join(docsFolder, "gold"), docsFolder })).toBe(0);

	expect(pageNow()).toMatch(/^# Accuracy\n\nAs it was\.\n\n## Known weak spots\n/);
	expect(pageNow()).toContain("Not a day goes by without stomach ache.");
	expect(pageNow()).not.toContain("None.");
});
