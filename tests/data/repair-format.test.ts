import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { repairFormat } from "../../scripts/edit-content";

const dataFolder = join(import.meta.dirname, "../../data");
let copy: string;

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), "symptom-lens-format-"));
	for (const folder of ["symptoms", "answers"]) mkdirSync(join(copy, folder));
	cpSync(join(dataFolder, "grammar"), join(copy, "grammar"), { recursive: true });
	copyFileSync(join(dataFolder, "symptoms/tremor.json"), join(copy, "symptoms/tremor.json"));
});
afterEach(() => rmSync(copy, { recursive: true }));

it("a file that is no JSON stops no other file from being repaired, and stays as it is", () => {
	const tremor = join(copy, "symptoms/tremor.json");
	const good = readFileSync(tremor, "utf8");
	const broken = join(copy, "symptoms/cough.json");
	writeFileSync(broken, '{ "id": "cough", ');
	writeFileSync(tremor, JSON.stringify(JSON.parse(good)));

	expect(repairFormat(copy)).toBe("1 content files repaired.");
	expect(readFileSync(tremor, "utf8")).toBe(good);
	expect(readFileSync(broken, "utf8")).toBe('{ "id": "cough", ');
});
