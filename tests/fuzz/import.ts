// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import fc from "fast-check";
import { previewCsv } from "../../lib/import/preview-csv";
import type { ImportFault } from "../../lib/import/read-import";
import { runImport } from "../../lib/pack-import/run-import";
import { createSearchLanguage } from "../../lib/search/search-language";
import { storePack } from "../../lib/storage/packs";
import { fileOf } from "../import/import-file";
import { brokenPromises, HOSTILE, ORIGINALS, outcomeOf } from "../import/mutants";
import { answerOf } from "../search/answer-of";
import { symptomIndex, synonymGroups } from "../search/content";
import { readAll } from "../storage/database-dump";
import { asText, bytesOf, changed } from "./changed-bytes";
import { withFuzzDatabase } from "./fuzz-database";
import { type FuzzTarget, promise } from "./fuzz-target";

const language = createSearchLanguage(symptomIndex, synonymGroups);
const anyName = fc.constantFrom(
	"a.json",
	"a.jsonl",
	"a.csv",
	"a.xml",
	"a.zip",
	"a.txt",
	"a",
	"__proto__",
	"\u202egpj.csv",
);

const answerField = fc.constantFrom(...Object.keys(answerOf("a")), "__proto__", "extra");

const recordField = fc.constantFrom(
	..."id question answer url title askedOn repliedOn doctor specialty hospital symptoms topics background __proto__".split(
		" ",
	),
);
const fieldValue = fc.oneof(
	fc.constantFrom(...HOSTILE),
	fc.array(fc.constantFrom(...HOSTILE, "lip-twitching", "Lip Twitching", "constructor"), { maxLength: 4 }),
	fc.constantFrom(
		"2024-02-30",
		"0000-00-00",
		"HTTPS://EXAMPLE.ORG",
		"https://",
		"data:text/html,x",
		" ",
		"x".repeat(501),
	),
);

/** Records with at most two odd fields, which the readers of files let through. */
const oddRecords = fc
	.array(fc.dictionary(recordField, fc.oneof(fieldValue, fc.jsonValue()), { maxKeys: 2 }), { maxLength: 4 })
	.map((spoilt) =>
		spoilt.map((fields) => JSON.stringify({ question: "Is it?", answer: "It is.", ...fields })).join("\n"),
	)
	.map((lines) => asText(new TextEncoder().encode(lines)));

const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 300 }),
	fc
		.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 12 })
		.map((pieces) => new TextEncoder().encode(pieces.join(""))),
	fc.array(fc.jsonValue(), { maxLength: 4 }).map((values) => new TextEncoder().encode(JSON.stringify(values))),
	fc
		.tuple(fc.constantFrom("id", "question", "answer", "topics", "extra"), fc.nat(20_000))
		.map(([field, depth]) => `{"question":"a","${field}":${"[".repeat(depth)}${"]".repeat(depth)}}`)
		.map((record) => new TextEncoder().encode(`${record}\n{"question":"b","answer":"c"}\n`)),
);

/** Exported packs that call themselves what is there already, by odd names and versions, with answers that are nearly whole. */
const anyPack = fc
	.record({
		id: fc.constantFrom("before", "bundled", "mine", "constructor", "a b", ""),
		name: fc.constantFrom("Mine", "__proto__", "\u202eeniM", " "),
		version: fc.constantFrom("0", "1", "1.10", "\u0661", "2024-01-31", ""),
		origin: fc.constantFrom("me", "<b>"),
		licence: fc.constant("CC0-1.0"),
		date: fc.constantFrom("2024-01-31", "0001-01-01", "soon"),
		answers: fc.array(
			fc
				.tuple(fc.constantFrom("one", "two", "before-one"), fc.dictionary(answerField, fc.jsonValue(), { maxKeys: 1 }))
				.map(([id, spoilt]) => ({ ...answerOf(id), ...spoilt })),
			{ maxLength: 4 },
		),
	})
	.map((pack) => new TextEncoder().encode(JSON.stringify(pack)));

/** A file of any kind; nearly sound ones go deepest. */
const anyFile = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.constantFrom(...ORIGINALS)
			.chain(([name, content]) => fileFrom(fc.constant(name), changed(fc.constant(content)))),
	},
	fileFrom(anyName, changed(fc.constantFrom(...ORIGINALS.map(([, content]) => content)))),
	fileFrom(anyName, anyBytes.map(asText)),
	fileFrom(fc.constant("pack.json"), anyPack.map(asText)),
	{ weight: 2, arbitrary: fileFrom(fc.constant("records.jsonl"), oddRecords) },
);

function fileFrom(name: fc.Arbitrary<string>, content: fc.Arbitrary<string>) {
	return fc.record({ name, content });
}

const before = {
	header: { id: "before", name: "Before", version: "1", origin: "Test", licence: "None", date: "2024-01-31" },
	answers: [answerOf("before-one"), answerOf("before-two")],
};

export const importing: FuzzTarget = {
	name: "import",
	properties: [
		promise("a file gives valid answers and faults that name their place, or is refused", anyFile, async (file) => {
			const content = bytesOf(file.content);
			assert.deepEqual(brokenPromises(await outcomeOf(file.name, content), content.length), []);
			assert.deepEqual(Object.keys(Object.prototype), []);
			assert.equal(({} as Record<string, unknown>).bad, undefined);
		}),
		promise(
			"the pieces that a file comes in change nothing",
			fc.record({ file: anyFile, pieceSize: fc.integer({ min: 1, max: 200 }) }),
			async ({ file, pieceSize }) => {
				const content = bytesOf(file.content);
				// Byte by byte takes long; what goes wrong between pieces goes wrong in a small file.
				if (content.length / pieceSize > 5_000) return;
				const whole = await outcomeOf(file.name, content);
				const inPieces = await outcomeOf(file.name, content, pieceSize);
				// What is damaged in a zip may be noticed here or there, and first that it is damaged or that it is too large.
				if ([whole, inPieces].some(({ refused, faults }) => refused || faults.some(isDamage))) return;
				assert.deepEqual({ ...inPieces, ...SAME }, { ...whole, ...SAME });
			},
		),
		promise(
			"an import is stored whole or not at all, and its counts add up",
			fc.array(anyFile, { minLength: 1, maxLength: 3 }),
			async (files) => {
				await withFuzzDatabase(async (database) => {
					await storePack(database, before.header, [before.answers]);
					const stored = await readAll(database);
					const picked = files.map(({ name, content }) => fileOf(name, bytesOf(content)));
					const outcome = await runImport(
						database,
						{ name: "Fuzz", files: picked },
						{ language, reservedIds: ["bundled"], now: () => 1_700_000_000_000 },
					);
					assert.ok(["stored", "nothing-found", "refused"].includes(outcome.kind), outcome.kind);
					if (outcome.kind !== "stored") return assert.deepEqual(await readAll(database), stored);
					const rows = await readAll(database);
					const packs = await database.packs.toArray();
					const imported = packs.find(({ name, origin }) => name === outcome.packName && origin !== "Test");
					const found = (await database.answers.toArray()).filter(
						({ edition }) => edition === imported?.edition,
					).length;
					const untouched = packs.find(({ origin }) => origin === "Test");
					assert.ok(untouched !== undefined || outcome.replacedVersion === "1");
					assert.equal(rows.answers?.length, found + (untouched ? 2 : 0));
					assert.ok(found > 0);
					assert.equal(found, outcome.counts.answers);
					assert.equal(imported?.answerCount, outcome.counts.answers);
					assert.equal(outcome.faults.length, Math.min(outcome.counts.faults, 5_000));
					assert.deepEqual(rows.looseEditions, []);
					assert.deepEqual(rows.runs, []);
				});
			},
		),
		promise("a table has a preview, whatever it holds", anyFile, async (file) => {
			const { columns, rows, suggested } = await previewCsv(fileOf("table.csv", bytesOf(file.content)));
			assert.ok(rows.length <= 5);
			const names = Object.values(suggested).flat();
			assert.ok(names.every((name) => name === undefined || name === null || columns.includes(name)));
		}),
	],
};

const isDamage = ({ reason }: ImportFault) => reason.startsWith("is damaged in the zip");

/** What may differ by the pieces: how often progress was told. */
const SAME = { bytesRead: [], batches: [] };
