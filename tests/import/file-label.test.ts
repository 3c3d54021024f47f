import { describe, expect, it } from "vitest";
import { fileLabel, isSystemFile } from "../../lib/import/file-label";

describe("the name of a file as it is shown", () => {
	it.each([
		["folder/a.xml", "folder/a.xml"],
		["/etc/passwd", "etc/passwd"],
		["../../a.xml", "a.xml"],
		["C:\\Windows\\..\\a.xml", "Windows/a.xml"],
		["a\u202elmx.exe", "a\ufffdlmx.exe"],
		["a\nb\u0000.xml", "a\ufffdb\ufffd.xml"],
		["..", "(no name)"],
		["", "(no name)"],
		["Fragen/Übelkeit ä.xml", "Fragen/Übelkeit ä.xml"],
	])("%j is %j", (path, label) => {
		expect(fileLabel(path)).toBe(label);
	});

	it("keeps the end of a very long one", () => {
		expect(fileLabel(`${"x".repeat(5_000)}/a.xml`)).toMatch(/^…x{194}\/a\.xml$/);
	});
});

it("knows the files that systems leave in folders and zips", () => {
	const names = ["__MACOSX/set/._a.xml", "set/.DS_Store", "Thumbs.db", "x/desktop.ini"];
	expect(names.map(isSystemFile)).toEqual([true, true, true, true]);
	expect(isSystemFile("set/a.xml")).toBe(false);
});
