// Long because one rule for each fault of each kind of file.

import { describe, expect, it } from "vitest";
import { LIMITS } from "../../lib/import/limits";
import { faultTexts, fileOf, importAll, medquad } from "./import-file";

const one = { id: "one", question: "What is one?", answer: "The first." };
const two = { id: "two", question: "What is two?", answer: "The second." };
const ids = async (name: string, text: string, pieceSize?: number) => {
	const imported = await importAll([fileOf(name, text, pieceSize)]);
	return { ids: imported.answers.map(({ id }) => id), places: imported.places, faults: faultTexts(imported) };
};

describe("JSON Lines", () => {
	it("hold a record a line, whatever the line ends and the pieces", async () => {
		for (const lineEnd of ["\n", "\r\n", "\n\r\n\n"]) {
			for (const size of [1, 7, 1_000]) {
				const text = [one, two].map((record) => JSON.stringify(record)).join(lineEnd);
				expect(await ids("a.jsonl", text, size)).toMatchObject({ ids: ["one", "two"], faults: [] });
			}
		}
	});

	it("may have a line separator within a text", async () => {
		const { ids: found, places } = await ids(
			"a.jsonl",
			`{"question":"a\u2028b","answer":"c","id":"x"}\n${JSON.stringify(two)}`,
		);
		expect(found).toEqual(["x", "two"]);
		expect(places).toEqual(["a.jsonl, line 1", "a.jsonl, line 2"]);
	});

	it("with a broken line lose that line alone, and give it back", async () => {
		const imported = await importAll([
			fileOf("a.jsonl", `${JSON.stringify(one)}\n{"question":\n5\n${JSON.stringify(two)}\n`),
		]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["one", "two"]);
		expect(faultTexts(imported)).toEqual([
			"a.jsonl, line 2: (whole record) is not valid JSON",
			"a.jsonl, line 3: (whole record) must be an object with a question and an answer",
		]);
		expect(imported.faults[0]?.record).toBe('{"question":');
	});

	it("with an endless line lose that line alone", async () => {
		const long = JSON.stringify({ ...one, extra: "x".repeat(LIMITS.recordCharacters) });
		expect(await ids("a.jsonl", `${long}\n${JSON.stringify(two)}`, 50_000)).toEqual({
			ids: ["two"],
			places: ["a.jsonl, line 2"],
			faults: ["a.jsonl, line 1: (whole record) is longer than 1,000,000 characters"],
		});
	});
});

describe("a JSON document", () => {
	it.each([
		["a list of records", [one, two]],
		["an object with a list of answers", { about: { deep: [1, [2]] }, answers: [one, two], more: [1, 2] }],
	])("is %s, in one line or many, whatever the pieces", async (_, document) => {
		for (const indent of [0, 2]) {
			for (const size of [1, 7, 1_000]) {
				const { ids: found, places, faults } = await ids("a.json", JSON.stringify(document, null, indent), size);
				expect(found).toEqual(["one", "two"]);
				expect(places).toEqual(["a.json, record 1", "a.json, record 2"]);
				expect(faults).toEqual([]);
			}
		}
	});

	it("that breaks off keeps the records before", async () => {
		const text = JSON.stringify([one, two]);
		for (const end of [text.length - 1, text.length - 5]) {
			const { ids: found, faults } = await ids("a.json", text.slice(0, end));
			expect(found).toEqual(end === text.length - 1 ? ["one", "two"] : ["one"]);
			expect(faults).toEqual([expect.stringContaining("breaks off before the end of the file")]);
		}
	});

	it("with a fault of the syntax keeps the records before, and says which is the first that is lost", async () => {
		expect(
			await ids("a.json", `[${JSON.stringify(one)}, {"question": nothing}, ${JSON.stringify(two)}]`),
		).toMatchObject({
			ids: ["one"],
			faults: ["a.json, record 2: (whole record) is not valid JSON, so nothing after it can be read"],
		});
		expect((await ids("a.json", `[${JSON.stringify(one)}] x`)).faults).toHaveLength(1);
	});

	it("loses only the record that is wrong in itself, and gives it back", async () => {
		const imported = await importAll([fileOf("a.json", JSON.stringify([one, { ...one, answer: 5 }, two]))]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["one", "two"]);
		expect(imported.faults).toEqual([
			{
				file: "a.json",
				place: "record 2",
				field: "answer",
				reason: "must be text",
				record: JSON.stringify({ ...one, answer: 5 }),
			},
		]);
	});

	it("without a list of records is a fault", async () => {
		expect((await ids("a.json", '{\n"a": 1}')).faults).toEqual([
			"a.json: (whole file) has no list of records called answers",
		]);
		expect((await ids("a.json", '{\n"answers": {"a": {}}}')).faults).toEqual([
			"a.json, record 1: answers must be a list",
		]);
	});

	it("may not be nested without end, nor hold a record without end", async () => {
		expect((await ids("a.json", "[".repeat(5_000))).faults).toEqual([
			"a.json, record 1: (whole record) has more than 32 brackets inside each other",
		]);
		for (const endless of [`[{"question":"${"x".repeat(2_000_000)}`, `{"name":[${"1,".repeat(1_000_000)}`]) {
			expect((await ids("a.json", endless, 50_000)).faults).toEqual([
				"a.json, record 1: (whole record) is longer than 1,000,000 characters, so reading stopped there",
			]);
		}
	});

	it("does no harm with hostile keys", async () => {
		const hostile = `[{"__proto__":{"question":"x","answer":"y"},"constructor":{"prototype":{"bad":1}}},
			{"__proto__":{"bad":1},"question":"q","answer":"a","toString":"x","id":"one"}]`;
		const { ids: found, faults } = await ids("a.json", hostile);
		expect(found).toEqual(["one"]);
		expect(faults).toEqual(["a.json, record 1: question is missing"]);
		expect(({} as Record<string, unknown>).bad).toBeUndefined();
	});

	it("that is an exported pack gives its header, wherever it stands", async () => {
		const header = { id: "mine", name: "Mine", version: "1", origin: "me", licence: "CC0-1.0", date: "2024-01-31" };
		for (const pack of [
			{ ...header, answers: [one] },
			{ answers: [one], ...header },
			{ ...header, answers: [] },
		]) {
			const { packs, answers, faults } = await importAll([fileOf("a.json", JSON.stringify(pack))]);
			expect(packs).toEqual([header]);
			expect(answers).toHaveLength(pack.answers.length);
			expect(faults).toEqual([]);
		}
		const wrong = await importAll([fileOf("a.json", JSON.stringify({ ...header, date: "soon", answers: [one] }))]);
		expect(faultTexts(wrong)).toEqual([expect.stringMatching(/^a\.json: date /)]);
	});
});

describe("a table", () => {
	it.each([
		["comma", "id,question,answer\none,What?,This.\ntwo,Why?,That."],
		["semicolon", "id;question;answer\none;What?;This, that.\ntwo;Why?;That."],
		["tab", "id\tquestion\tanswer\none\tWhat?\tThis.\ntwo\tWhy?\tThat."],
	])("may have the %s between its fields, any line end and a byte order mark", async (_, text) => {
		for (const lineEnd of ["\n", "\r\n", "\r"]) {
			for (const size of [1, 5, 1_000]) {
				const { ids: found, faults } = await ids("a.csv", `\ufeff${text.replaceAll("\n", lineEnd)}`, size);
				expect(found).toEqual(["one", "two"]);
				expect(faults).toEqual([]);
			}
		}
	});

	it("may have line ends, quotes and delimiters within quotes, and counts the lines of the file", async () => {
		const text = 'id,question,answer\r\n\r\none,What?,"He said ""rest"",\r\nand so on."\r\ntwo,Why?,That.\r\n';
		const imported = await importAll([fileOf("a.csv", text, 3)]);
		expect(imported.answers[0]?.replies[0]?.text).toBe('He said "rest",\nand so on.');
		expect(imported.places).toEqual(["a.csv, line 3", "a.csv, line 5"]);
	});

	it("loses the rows with more or fewer fields than its header, and gives them back", async () => {
		const imported = await importAll([fileOf("a.csv", "id,question,answer\none,What?\ntwo,Why?,That.\nx,y,z,more\n")]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["two"]);
		expect(faultTexts(imported)).toEqual([
			"a.csv, line 2: (whole record) has 2 fields, but the header has 3",
			"a.csv, line 4: (whole record) has 4 fields, but the header has 3",
		]);
		expect(imported.faults[0]?.record).toBe("one,What?\n");
	});

	it("says where a quote is never closed, and keeps the rows before", async () => {
		const rows = 'id,question,answer\none,What?,This.\ntwo,Why?,"That.\nthree,How?,So.';
		expect(await ids("a.csv", rows)).toMatchObject({
			ids: ["one"],
			faults: ["a.csv, line 3: (whole record) has a quote that is never closed, so nothing after it can be read"],
		});
	});

	it("passes over a row without end, within quotes too", async () => {
		const long = `one,What?,"${'a ""b"",\n'.repeat(200_000)}"`;
		expect(await ids("a.csv", `id,question,answer\n${long}\ntwo,Why?,That.\n`, 50_000)).toEqual({
			ids: ["two"],
			places: ["a.csv, line 200003"],
			faults: ["a.csv, line 2: (whole record) is longer than 1,000,000 characters"],
		});
	});

	it("is read by the columns that the reader names", async () => {
		const file = fileOf("a.csv", "nummer,frage,antwort\n7,Was?,Das.");
		const imported = await importAll([file], { csvColumns: { id: "nummer", question: "frage", answer: "antwort" } });
		expect(imported.answers).toMatchObject([{ id: "7", title: "Was?", replies: [{ text: "Das." }] }]);
		const missing = await importAll([file], { csvColumns: { question: "frage", answer: "reply" } });
		expect(faultTexts(missing)).toEqual(["a.csv, line 1: answer has the column “reply”, which this table lacks"]);
	});

	it("needs columns for question and answer, each once", async () => {
		expect((await ids("a.csv", "question,other\na,b")).faults).toEqual([
			"a.csv, line 1: answer has no column in this table",
		]);
		expect((await ids("a.csv", "question,answer,answer\na,b,c")).faults).toEqual([
			"a.csv, line 1: answer has the column “answer”, which is there twice",
		]);
	});

	it("does no harm with hostile names of columns", async () => {
		const { ids: found } = await ids("a.csv", "__proto__,constructor,id,question,answer\nx,y,one,What?,This.");
		expect(found).toEqual(["one"]);
	});
});

describe("a MedQuAD document", () => {
	it("gives an answer for every pair that has one", async () => {
		const text = medquad(
			[
				{ qid: "0000001_1-1", answer: "They &lt;stop&gt; &amp; pass&#46; It&apos;s <![CDATA[<b>so</b>]]>" },
				{ qid: "0000001_1-2", answer: " " },
				{ qid: "0000001_1-3", answer: "More." },
			],
			{ source: "NINDS" },
		);
		for (const size of [1, 13, 1_000]) {
			const imported = await importAll([fileOf("a.xml", text, size)]);
			expect(imported.skipped).toBe(1);
			expect(imported.faults).toEqual([]);
			expect(imported.places).toEqual(["a.xml, record 1", "a.xml, record 3"]);
			expect(imported.answers[0]).toMatchObject({
				id: "ninds-0000001-1-1",
				site: "National Institute of Neurological Disorders and Stroke",
				url: "https://example.org/a",
				title: "What is 0000001_1-1?",
				question: { text: "What is 0000001_1-1 ?" },
				topics: ["Hiccups", "Singultus"],
				replies: [{ doctor: null, text: "They <stop> & pass. It's <b>so</b>" }],
			});
		}
	});

	it("keeps a source that is not known, and leaves out an address that is none", async () => {
		const text = medquad([{ qid: "1", answer: "A." }], { source: "Elsewhere", url: "javascript:alert(1)" });
		expect((await importAll([fileOf("a.xml", text)])).answers).toMatchObject([{ site: "Elsewhere", url: null }]);
	});

	it("names at most twenty topics, each once", async () => {
		const synonyms = Array.from({ length: 60 }, (_, index) => `<Synonym>Name ${index}</Synonym>`.repeat(2)).join("");
		const text = medquad([{ qid: "1", answer: "A." }]).replace("<Synonym>Singultus</Synonym>", synonyms);
		expect((await importAll([fileOf("a.xml", text)])).answers[0]?.topics).toEqual([
			"Hiccups",
			...Array.from({ length: 19 }, (_, index) => `Name ${index}`),
		]);
	});

	it("that breaks off keeps the pairs before", async () => {
		const text = medquad([
			{ qid: "1", answer: "A." },
			{ qid: "2", answer: "B." },
		]);
		expect(await ids("a.xml", text.slice(0, text.indexOf("B.")))).toMatchObject({
			ids: ["example-1"],
			faults: [expect.stringMatching(/^a\.xml, record 2: \(whole record\) is not valid XML/)],
		});
	});

	it.each([
		[
			"a DOCTYPE",
			(text: string) => text.replace("<Document", '<!DOCTYPE Document [<!ENTITY a "b">]><Document'),
			/has a DOCTYPE/,
		],
		["an entity of its own", (text: string) => text.replace("A.", "&a;"), /undefined entity/],
		[
			"an entity with the name of a property",
			(text: string) => text.replace("A.", "&constructor;"),
			/undefined entity/,
		],
		["another encoding", (text: string) => text.replace("UTF-8", "ISO-8859-1"), /is written in ISO-8859-1/],
		["another root", () => "<html><body>A.</body></html>", /is no MedQuAD document: it begins with <html>/],
		["endless nesting", (text: string) => text.replace("A.", "<a>".repeat(5_000)), /more than 32 elements/],
		["endless text", (text: string) => text.replace("A.", "a".repeat(2_000_000)), /longer than 1,000,000/],
		[
			"an endless comment",
			(text: string) => text.replace("A.", `<!--${"a".repeat(2_000_000)}`),
			/longer than 1,000,000/,
		],
	])("with %s is a fault", async (_, change, reason) => {
		const { ids: found, faults } = await ids("a.xml", change(medquad([{ qid: "1", answer: "A." }])), 50_000);
		expect(found).toEqual([]);
		expect(faults).toEqual([expect.stringMatching(reason)]);
	});
});
