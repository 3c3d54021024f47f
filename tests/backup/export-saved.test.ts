import { describe, expect, it } from "vitest";
import { dayOf } from "../../components/format-day";
import { type ExportWords, savedAsCsv, savedAsHtml, savedAsJson, savedAsMarkdown } from "../../lib/backup/export-saved";
import { answerOf } from "../search/answer-of";
import { readRows } from "./read-csv-rows";
import { savedOf } from "./record-samples";

const words = new Proxy({}, { get: (_, name) => (name === "dayOf" ? dayOf : String(name)) }) as ExportWords;
const hostile = '<script>alert(1)</script>"quoted", [x](javascript:alert(1)) *bold* # no heading';
const saved = savedOf("a", {
	note: hostile,
	tags: ["=1+1", "tea"],
	snapshot: answerOf("a", { title: hostile, question: "- is it\n# bad?", reply: "1. Rest\n2. Wait" }),
	context: { symptomId: null, sentence: "心 😀", pageTitle: hostile, pageUrl: 'https://example.org/?a="><script>' },
});

describe("saved answers as JSON", () => {
	it("have every field as it is kept", () => {
		expect(JSON.parse(savedAsJson([saved])).savedAnswers).toEqual([saved]);
	});
});

describe("saved answers as a table", () => {
	it("are read by a spreadsheet as they are, quotes, commas and line ends included", () => {
		const [header, row] = readRows(savedAsCsv([saved], words));

		expect(header?.slice(0, 3)).toEqual(["saved", "heading", "question"]);
		expect(row).toHaveLength(header?.length ?? 0);
		expect(row?.[1]).toBe(hostile);
		expect(row?.[7]).toBe("1. Rest\n2. Wait");
		expect(savedAsCsv([saved], words).charCodeAt(0)).toBe(0xfeff);
	});

	it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("https://x")'])(
		"run no formula: %j",
		(note) => {
			const [header, row] = readRows(savedAsCsv([savedOf("a", { note })], words));

			expect(row?.[header?.indexOf("note") ?? -1]).toBe(`'${note}`);
		},
	);
});

describe("saved answers as a web page", () => {
	it("hold words only: no script, nothing to load", () => {
		const page = savedAsHtml([saved], words);

		expect(page).not.toMatch(/<script|<img|src=|onerror=|href="(?!https?:)/i);
		expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
		expect(page).toContain("default-src 'none'");
		expect(page).toContain('href="https://example.org/?a=&quot;&gt;&lt;script&gt;"');
	});

	it("have no link but to the web", () => {
		const context = { ...saved.context, pageUrl: "javascript:alert(1)" };

		expect(savedAsHtml([{ ...saved, context }], words)).not.toContain("<a ");
	});
});

describe("saved answers as Markdown", () => {
	it("have the headings of the list and no markup of what was written", () => {
		const text = savedAsMarkdown([saved], words);

		expect(text.match(/^#+ /gm)).toEqual(["# ", "## ", "### "]);
		expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[x|[^\\*]\*bold/);
		expect(text).toContain("1\\. Rest");
		expect(text).toContain("\\# bad?");
		expect(text).toContain("\\- is it");
	});

	it.each([
		["https://a.org/q?u=https%3A%2F%2Fb.c&d=100%25", "https://a.org/q?u=https%3A%2F%2Fb.c&d=100%25"],
		["https://a.org/Zähne%20putzen", "https://a.org/Zähne%20putzen"],
		["https://a.org/a b<script>\u0001", "https://a.org/a%20b%3Cscript%3E%01"],
		["https://a.org/half-\ud83d", "https://a.org/half-\ufffd"],
	])("lead to the very page: %j", (pageUrl, address) => {
		const text = savedAsMarkdown([{ ...saved, context: { ...saved.context, pageUrl } }], words);

		expect(text).toContain(`\n<${address}>\n`);
	});
});
