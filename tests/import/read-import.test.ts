// Long because one rule for each fault of files and archives.

import { Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { previewCsv } from "../../lib/import/preview-csv";
import { type ImportFile, ImportRefusedError, readImport } from "../../lib/import/read-import";
import { addBatch, emptyImport, faultTexts, fileOf, importAll, medquad } from "./import-file";

const bytes = (text: string) => new TextEncoder().encode(text);
const record = (id: string) => ({ id, question: `What is ${id}?`, answer: `It is ${id}.` });
const jsonl = (...ids: string[]) => ids.map((id) => `${JSON.stringify(record(id))}\n`).join("");
const zipOf = (entries: Zippable, options: Parameters<typeof zipSync>[1] = {}) =>
	fileOf("set.zip", zipSync(entries, options));

/** A zip's bytes with a change at a place after its last `PK\1\2`, where the list of files begins its last entry. */
function changeLastEntry(zip: Uint8Array, change: (view: DataView, entry: number) => void): Uint8Array {
	const view = new DataView(zip.buffer, zip.byteOffset);
	for (let at = zip.length - 46; at >= 0; at--) {
		if (view.getUint32(at, true) === 0x02014b50) {
			change(view, at);
			return zip;
		}
	}
	throw new Error("no entry");
}

describe("an import", () => {
	it("reads a folder of all formats in the order of its files, and tells them by what is in them", async () => {
		const imported = await importAll([
			fileOf(
				"set/a.xml",
				medquad([
					{ qid: "1", answer: "A." },
					{ qid: "2", answer: "" },
				]),
			),
			fileOf("set/b.txt", JSON.stringify([record("b")], null, 1)),
			fileOf("set/c.json", jsonl("c1", "c2")),
			fileOf("set/d", "question,answer,id\nWhat?,This.,d"),
			fileOf("set/.DS_Store", "\u0000\u0001"),
			zipOf({ "e/e.jsonl": bytes(jsonl("e")), "e/f.xml": bytes(medquad([{ qid: "f", answer: "F." }])) }),
		]);
		expect(imported.places).toEqual([
			"set/a.xml, record 1",
			"set/b.txt, record 1",
			"set/c.json, line 1",
			"set/c.json, line 2",
			"set/d, line 2",
			"set.zip/e/e.jsonl, line 1",
			"set.zip/e/f.xml, record 1",
		]);
		expect(imported.faults).toEqual([]);
		expect(imported.skipped).toBe(1);
	});

	it.each([
		["a.json", "", "is empty"],
		["a.csv", " \n ", "holds nothing but blanks"],
		[
			"a.pdf",
			"%PDF-1.7",
			"is none of the formats that can be read: JSON, JSON Lines, CSV, MedQuAD XML or a zip of these",
		],
		["a.png", "\u0089PNG\u0000", "is no text file"],
	])("says of %s with %j that it %s, and reads the next", async (name, content, reason) => {
		const imported = await importAll([fileOf(name, content), fileOf("b.jsonl", jsonl("b"))]);
		expect(faultTexts(imported)).toEqual([`${name}: (whole file) ${reason}`]);
		expect(imported.answers).toHaveLength(1);
	});

	it("takes an id once, and says of the second where the first is", async () => {
		const imported = await importAll([fileOf("a.jsonl", jsonl("x", "y")), fileOf("b.jsonl", jsonl("z", "Y"))]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["x", "y", "z"]);
		expect(faultTexts(imported)).toEqual(["b.jsonl, line 2: id is the same as in a.jsonl, line 2"]);
	});

	it("makes the same ids of the same file, where it gives none", async () => {
		const file = fileOf("a.csv", "question,answer\nWhat?,This.\nWhy?,This.\n");
		const [first, second] = [await importAll([file]), await importAll([file])];
		expect(first.answers).toHaveLength(2);
		expect(second.answers).toEqual(first.answers);
	});

	it("goes on after a file that cannot be read", async () => {
		const gone: ImportFile = {
			name: "gone.jsonl",
			size: 100,
			stream: () => new ReadableStream({ pull: (controller) => controller.error(new Error("NotFoundError")) }),
		};
		const imported = await importAll([gone, fileOf("b.jsonl", jsonl("b"))]);
		expect(faultTexts(imported)).toEqual(["gone.jsonl: (whole file) could not be read (NotFoundError)"]);
		expect(imported.answers).toHaveLength(1);
	});

	it("keeps the rows before a byte that is no text", async () => {
		const rows = bytes("question,answer\nWhat?,This.\nWhy?,That.");
		const imported = await importAll([fileOf("a.csv", Uint8Array.of(...rows, 0xff, 0x0a))]);
		expect(imported.answers.map(({ title }) => title)).toEqual(["What?"]);
		expect(faultTexts(imported)).toEqual([
			"a.csv: (whole file) is not UTF-8 text: byte 39 does not belong there; save it as UTF-8",
		]);
	});

	it("tells how far it is, up to the size of the files, in batches that stay small", async () => {
		const lines = jsonl(...Array.from({ length: 20_000 }, (_, index) => `example-${index}`));
		for (const file of [fileOf("a.jsonl", lines, 300_000), zipOf({ "a.jsonl": bytes(lines) }, { level: 0 })]) {
			const files = [fileOf("b.jsonl", jsonl("b")), file];
			const { bytesRead, batches } = await importAll(files);
			expect(bytesRead).toEqual([...bytesRead].sort((one, other) => one - other));
			expect(new Set(bytesRead).size).toBeGreaterThan(4);
			expect(bytesRead.at(-1)).toBe(files.reduce((sum, { size }) => sum + size, 0));
			expect(Math.max(...batches)).toBeLessThan(2_000);
		}
	});

	it("never tells less than before, though a file has grown since it was picked", async () => {
		const grown = { ...fileOf("a.jsonl", jsonl("a") + "\n".repeat(600_000), 300_000), size: 10 };
		const { bytesRead } = await importAll([grown, fileOf("b.jsonl", jsonl("b"))]);
		expect(bytesRead).toEqual([...bytesRead].sort((one, other) => one - other));
	});

	it("keeps the records of the first faults only, and tells all of them", async () => {
		const file = fileOf("a.jsonl", "{}\n".repeat(10));
		const { faults } = await importAll([file], { limits: { detailedFaults: 4 } });
		expect(faults).toHaveLength(10);
		expect(faults.filter((fault) => fault.record !== undefined)).toHaveLength(4);
		const cut = await importAll([fileOf("a.jsonl", `{"a":"${"x".repeat(50)}"}\n`)], {
			limits: { faultyRecordCharacters: 9 },
		});
		expect(cut.faults[0]?.record).toBe('{"a":"xxx');
	});

	it("stops when it is told to, and lets go of the file", async () => {
		let isCancelled = false;
		const endless: ImportFile = {
			name: "endless.jsonl",
			size: 1_000_000_000,
			stream: () =>
				new ReadableStream({
					pull: (controller) => controller.enqueue(bytes(jsonl("a").repeat(5_000))),
					cancel: () => {
						isCancelled = true;
					},
				}),
		};
		const abort = new AbortController();
		const reading = (async () => {
			for await (const _ of readImport([endless], { signal: abort.signal })) abort.abort(new Error("enough"));
		})();
		await expect(reading).rejects.toThrow("enough");
		expect(isCancelled).toBe(true);
	});

	it("stops even while a drive does not answer", async () => {
		const silent: ImportFile = {
			name: "a",
			size: 1,
			stream: () => new ReadableStream({ pull: () => new Promise(() => {}) }),
		};
		const reading = importAll([silent], { signal: AbortSignal.timeout(20) });
		await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
	});
});

describe("a zip", () => {
	it("is read whether its files are packed or only stored", async () => {
		const entries = { "a/b.jsonl": bytes(jsonl("one", "two")), "c.csv": bytes("question,answer\nA?,B.") };
		for (const level of [0, 9] as const) {
			const imported = await importAll([zipOf(entries, { level })]);
			expect(imported.answers).toHaveLength(3);
			expect(imported.faults).toEqual([]);
		}
	});

	it("is read where its sizes stand only behind the files, as macOS writes it", async () => {
		const parts: Uint8Array[] = [];
		const zip = new Zip((_, part) => parts.push(part));
		for (const name of ["a.jsonl", "b.jsonl"]) {
			const entry = new ZipDeflate(name);
			zip.add(entry);
			entry.push(bytes(jsonl(name)), true);
		}
		zip.end();
		const imported = await importAll([fileOf("set.zip", Uint8Array.from(parts.flatMap((part) => [...part])))]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["a-jsonl", "b-jsonl"]);
		expect(imported.faults).toEqual([]);
	});

	it("that is cut off is a fault as a whole: its list of files stands at the end", async () => {
		const zip = zipSync({ "a.jsonl": bytes(jsonl("one")) });
		const imported = await importAll([fileOf("set.zip", zip.slice(0, -30))]);
		expect(imported.answers).toEqual([]);
		expect(faultTexts(imported)).toEqual([
			"set.zip: (whole file) is cut off or damaged: the list of its files is missing",
		]);
	});

	it("with a wrong byte in a file loses that file alone", async () => {
		const zip = zipSync({ "a.jsonl": bytes(jsonl("one")), "b.jsonl": bytes(jsonl("two")) }, { level: 0 });
		const at = new TextDecoder("latin1").decode(zip).indexOf("It is one");
		zip[at + 6] = "0".charCodeAt(0);
		const imported = await importAll([fileOf("set.zip", zip)]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["two"]);
		expect(faultTexts(imported)).toEqual([
			"set.zip/a.jsonl: (whole file) is damaged in the zip: its check sum does not fit, so what was read from it may be wrong",
		]);
	});

	it("does not open a zip within it", async () => {
		const inner = zipSync({ "a.jsonl": bytes(jsonl("one")) });
		const imported = await importAll([zipOf({ "inner.zip": inner, "b.jsonl": bytes(jsonl("two")) })]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["two"]);
		expect(faultTexts(imported)).toEqual([
			"set.zip/inner.zip: (whole file) is a zip within a zip, which is not read; unpack it first",
		]);
	});

	it.each<[string, (view: DataView, entry: number) => void]>([
		["is encrypted", (view, entry) => view.setUint16(entry + 8, 1, true)],
		["is packed with method 14, which is not read", (view, entry) => view.setUint16(entry + 10, 14, true)],
		["is packed as zip64, which is not read", (view, entry) => view.setUint32(entry + 20, 0xffffffff, true)],
	])("names a file in it that %s", async (reason, change) => {
		const zip = changeLastEntry(zipSync({ "a.jsonl": bytes(jsonl("one")), "b.jsonl": bytes(jsonl("two")) }), change);
		const imported = await importAll([fileOf("set.zip", zip)]);
		expect(imported.answers.map(({ id }) => id)).toEqual(["one"]);
		expect(faultTexts(imported)).toEqual([`set.zip/b.jsonl: (whole file) ${reason}`]);
	});

	it("may be called what it likes inside: a name is only shown", async () => {
		const imported = await importAll([zipOf({ "../../etc/a\u202elmx.jsonl": bytes(jsonl("one")) })]);
		expect(imported.places).toEqual(["set.zip/etc/a\ufffdlmx.jsonl, line 1"]);
	});

	it("passes over folders and what systems leave in it", async () => {
		const imported = await importAll([
			zipOf({
				"a/": new Uint8Array(0),
				"a/b.jsonl": bytes(jsonl("one")),
				"__MACOSX/a/._b.jsonl": Uint8Array.of(0, 5, 22),
			}),
		]);
		expect(imported.answers).toHaveLength(1);
		expect(imported.faults).toEqual([]);
	});
});

describe("an import is refused", () => {
	const refusal = async (files: ImportFile[], options = {}) => {
		const before = emptyImport();
		try {
			for await (const batch of readImport(files, options)) addBatch(before, batch);
		} catch (error) {
			if (error instanceof ImportRefusedError) return error.message;
			throw error;
		}
		return `not refused: ${before.answers.length} answers`;
	};

	it("for a file that unpacks to a thousand times its size", async () => {
		const bomb = zipOf({ "bomb.jsonl": bytes(jsonl("one") + " ".repeat(60_000_000)) });
		expect(await refusal([bomb])).toBe(
			"set.zip unpacks to more than 100 times its size (at “bomb.jsonl”), as no file of texts does",
		);
	});

	it("but not for a small and very regular one", async () => {
		const regular = zipOf({ "a.jsonl": bytes(jsonl("one") + " \n".repeat(1_000_000)) });
		expect(await refusal([regular])).toBe("not refused: 1 answers");
	});

	it("for files in a zip that share their bytes", async () => {
		const zip = changeLastEntry(
			zipSync({ "a.jsonl": bytes(jsonl("one")), "b.jsonl": bytes(jsonl("two")) }),
			(view, entry) => view.setUint32(entry + 42, 0, true),
		);
		expect(await refusal([fileOf("set.zip", zip)])).toMatch(/^set\.zip is no sound zip: “b\.jsonl” shares its bytes/);
	});

	it("for too many files, picked or in a zip", async () => {
		const entries = Object.fromEntries([1, 2, 3].map((n) => [`${n}.jsonl`, bytes(jsonl(`n${n}`))]));
		const limits = { files: 2 };
		expect(await refusal([zipOf(entries)], { limits })).toBe(
			"set.zip holds more than 2 files, the most that one import takes",
		);
		const picked = ["a", "b", "c"].map((name) => fileOf(`${name}.jsonl`, jsonl(name)));
		expect(await refusal(picked, { limits })).toBe("c.jsonl is one too many: one import takes at most 2 files");
	});

	it("for too many bytes, packed or not, before they are read where the size is known", async () => {
		const limits = { unpackedBytes: 1024 ** 2 };
		const message = (name: string) => `${name} makes it too much: one import takes at most 1 MB after unpacking`;
		expect(await refusal([zipOf({ "a.jsonl": new Uint8Array(1024 ** 2 + 1).fill(10) })], { limits })).toBe(
			message("set.zip/a.jsonl"),
		);
		const halves = ["a", "b"].map((name) => fileOf(`${name}.jsonl`, jsonl(name) + "\n".repeat(600_000)));
		expect(await refusal(halves, { limits })).toBe(message("b.jsonl"));
		const unread: ImportFile = {
			name: "huge.json",
			size: 2 * 1024 ** 2,
			stream: () => {
				throw new Error("was read");
			},
		};
		expect(await refusal([unread], { limits })).toBe(message("huge.json"));
	});
});

describe("the preview of a table", () => {
	it("shows its first rows and what its columns seem to hold", async () => {
		const rows = Array.from({ length: 9 }, (_, index) => `${index};What?;"A; b."`);
		const preview = await previewCsv(fileOf("a.csv", `Nr;Question;Reply\n${rows.join("\n")}`), 2);
		expect(preview).toEqual({
			columns: ["Nr", "Question", "Reply"],
			rows: [
				["0", "What?", "A; b."],
				["1", "What?", "A; b."],
			],
			suggested: { id: "Nr", question: "Question", answer: "Reply" },
		});
	});

	it("reads no more of a large one than its beginning, and no row that it cuts", async () => {
		const long = "x".repeat(200_000);
		const preview = await previewCsv(fileOf("a.csv", `question,answer\n${`What?,${long}\n`.repeat(4)}`, 65_536));
		expect(preview.rows.map(([, answer]) => answer?.length)).toEqual([200_000, 200_000]);
	});

	it("shows as much as there is of a short or an unreadable one", async () => {
		expect(await previewCsv(fileOf("a.csv", "question,answer"))).toMatchObject({
			columns: ["question", "answer"],
			rows: [],
		});
		expect(await previewCsv(fileOf("a.csv", "question,answer\n1,2"))).toMatchObject({ rows: [["1", "2"]] });
		const broken: ImportFile = {
			...fileOf("a.csv", ""),
			stream: () => new ReadableStream({ start: (c) => c.error("gone") }),
		};
		expect(await previewCsv(broken)).toEqual({ columns: [], rows: [], suggested: {} });
	});
});
