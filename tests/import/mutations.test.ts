import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { answerSchema } from "../../data/schema";
import { ImportRefusedError, readImport } from "../../lib/import/read-import";
import { type Random, randomFrom } from "../random-from";
import { addBatch, emptyImport, type Imported, medquad } from "./import-file";

const MUTANTS = 5_000;

/** Low, so that a few kilobytes reach them. */
const LIMITS = { recordCharacters: 5_000, ratioFromBytes: 50_000, unpackedBytes: 400_000, files: 6 };

const bytes = (text: string) => new TextEncoder().encode(text);
const records = [
	{
		id: "one",
		question: "What is one?",
		answer: "The <b>first</b>.",
		url: "https://example.org/1",
		topics: ["a", "b"],
	},
	{ id: 2, question: "What is „two“?", answer: "The second.", askedOn: "2020/01/02", doctor: "Dr Example" },
	{ question: "What is three?", answer: null },
	{ question: "What is four?", answer: "The fourth 🙂.", symptoms: ["hiccups"], background: "Of the site." },
];
const pack = { id: "mine", name: "Mine", version: "1", origin: "me", licence: "CC0-1.0", date: "2024-01-31" };
const lines = records.map((record) => `${JSON.stringify(record)}\n`).join("");
const table = `id,question,answer,url,askedOn\none,What?,"It is ""this"",\nor that.",https://example.org/1,2020-01-02\ntwo,Why?,,,\nthree,"How, then?",So.,,`;
const xml = medquad([
	{ qid: "1-1", answer: "One &amp; only." },
	{ qid: "1-2", answer: "" },
	{ qid: "1-3", answer: "<![CDATA[Three]]> times &#233;." },
]);
const entries = {
	"a/a.xml": bytes(xml),
	"b.jsonl": bytes(lines),
	"c.csv": bytes(table),
	"d.json": bytes(JSON.stringify(records)),
};

const ORIGINALS: [name: string, content: Uint8Array][] = [
	["a.json", bytes(JSON.stringify(records))],
	["a.json", bytes(JSON.stringify({ ...pack, answers: records }, null, 1))],
	["a.jsonl", bytes(lines)],
	["a.csv", bytes(table)],
	["a.xml", bytes(xml)],
	["a.zip", zipSync(entries)],
	["a.zip", zipSync(entries, { level: 0 })],
	["a.zip", zipSync({ "bomb.jsonl": bytes(lines + " ".repeat(200_000)), "b.jsonl": bytes(lines) }, { level: 9 })],
	["a.zip", zipSync({ "inner.zip": zipSync(entries), "b.jsonl": bytes(lines) })],
];

/** What somebody who means harm, or a tool that means well, puts into a file. */
const HOSTILE = [
	"<script>alert(1)</script>",
	'"><img src=x onerror=alert(1)>',
	"javascript:alert(1)",
	'"__proto__":{"bad":1},',
	'"constructor":{"prototype":{"bad":1}},',
	"__proto__,constructor,toString\n",
	'"question":"again",',
	"1e999,",
	"9".repeat(400),
	"[".repeat(200),
	'{"a":'.repeat(100),
	"<a>".repeat(100),
	"<!DOCTYPE a [<!ENTITY b 'c'>]>",
	"&b;",
	"&#0;",
	"\u0000",
	"\u2028",
	"\u202e",
	"\ufeff",
	"\r",
	"\n",
	"\r\n",
	'"',
	"x".repeat(8_000),
	"\n".repeat(8_000),
	"PK\u0003\u0004",
	"PK\u0001\u0002",
	"PK\u0005\u0006",
];

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

const MUTATIONS: ((content: Uint8Array, random: Random) => Uint8Array)[] = [
	(content, random) => content.slice(0, random(content.length + 1)),
	(content, random) => content.slice(random(content.length + 1)),
	(content, random) => content.map((byte) => (random(100) === 0 ? random(256) : byte)),
	(content, random) => {
		const flipped = content.slice();
		const at = random(content.length);
		flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
		return flipped;
	},
	(content, random) => {
		const [from, to] = [random(content.length), random(content.length)];
		return join(content.subarray(0, from), content.subarray(Math.max(from, to)));
	},
	(content, random) => {
		const [from, to] = [random(content.length), random(content.length)];
		return join(content.subarray(0, to), content.subarray(from, to), content.subarray(to));
	},
	(content, random) => {
		const at = random(content.length + 1);
		return join(content.subarray(0, at), bytes(HOSTILE[random(HOSTILE.length)] ?? ""), content.subarray(at));
	},
	(content, random) => join(bytes(HOSTILE[random(HOSTILE.length)] ?? ""), content),
	(content) => join(Uint8Array.of(0xff, 0xfe), content.length % 2 ? join(content, Uint8Array.of(0)) : content),
	(content) => join(Uint8Array.of(0xff, 0xfe), Uint8Array.from([...content].flatMap((byte) => [byte, 0]))),
	(content) => Uint8Array.from([...content].flatMap((byte) => (byte === 10 ? [13, 10] : [byte]))),
	(content) => join(content, content),
];

interface Outcome extends Imported {
	refused: boolean;
}

async function outcomeOf(name: string, content: Uint8Array): Promise<Outcome> {
	const all = { ...emptyImport(), refused: false };
	const file = { name, size: content.length, stream: () => new Blob([content.slice()]).stream() };
	try {
		for await (const batch of readImport([file], { limits: LIMITS })) addBatch(all, batch);
	} catch (error) {
		if (!(error instanceof ImportRefusedError)) throw error;
		all.refused = true;
	}
	return all;
}

describe("a file that somebody or something has changed", () => {
	it("is read as it is before", async () => {
		for (const [index, [name, content]] of ORIGINALS.entries()) {
			const { answers, faults, refused } = await outcomeOf(name, content);
			if (index < 5) expect(faults).toEqual([]);
			expect(refused ? 1 : answers.length).toBeGreaterThan(0);
		}
	});

	it(`gives valid answers and faults, or is refused: ${MUTANTS} of them`, async () => {
		const random = randomFrom(20_240_131);
		const kinds = { answers: 0, faults: 0, refused: 0 };
		for (let mutant = 0; mutant < MUTANTS; mutant++) {
			const [name, original] = ORIGINALS[mutant % ORIGINALS.length] ?? ["", new Uint8Array()];
			let content = original;
			for (let step = random(3); step >= 0; step--) {
				content = MUTATIONS[random(MUTATIONS.length)]?.(content, random) ?? content;
			}
			const outcome = await outcomeOf(name, content).catch((error) => {
				throw new Error(`mutant ${mutant} of ${name}`, { cause: error });
			});
			for (const answer of outcome.answers) {
				expect(answerSchema.safeParse(answer).error, `mutant ${mutant}`).toBeUndefined();
			}
			for (const { file, field, reason } of outcome.faults)
				expect(file && field && reason, `mutant ${mutant}`).toBeTruthy();
			const found = outcome.answers.length + outcome.faults.length + outcome.skipped + outcome.packs.length;
			expect(outcome.refused || found > 0, `mutant ${mutant} of ${name} vanished`).toBe(true);
			if (!outcome.refused) expect(outcome.bytesRead.at(-1) ?? 0, `mutant ${mutant}`).toBe(content.length);
			kinds.answers += outcome.answers.length > 0 ? 1 : 0;
			kinds.faults += outcome.faults.length > 0 ? 1 : 0;
			kinds.refused += outcome.refused ? 1 : 0;
		}
		expect(({} as Record<string, unknown>).bad).toBeUndefined();
		// Mutants that all end the same way would test one line.
		for (const kind of ["answers", "faults", "refused"] as const)
			expect(kinds[kind], kind).toBeGreaterThan(MUTANTS / 50);
	}, 60_000);
});
