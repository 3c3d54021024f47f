import { zipSync } from "fflate";
import { answerSchema } from "../../data/schema";
import { ImportRefusedError, readImport } from "../../lib/import/read-import";
import type { Random } from "../random-from";
import { addBatch, emptyImport, fileOf, type Imported, medquad } from "./import-file";

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

/** Sound files of each format, a bomb and a zip in a zip. */
export const ORIGINALS: [name: string, content: Uint8Array][] = [
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
export const HOSTILE = [
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

/** What may happen to the bytes of a file. */
export const MUTATIONS: ((content: Uint8Array, random: Random) => Uint8Array)[] = [
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

/** What became of a file. */
export interface Outcome extends Imported {
	refused: boolean;
}

/** Reads a file whatever it holds, in pieces of so many bytes. Throws only what the reading must never throw. */
export async function outcomeOf(name: string, content: Uint8Array, pieceSize = 65_536): Promise<Outcome> {
	const all = { ...emptyImport(), refused: false };
	const file = fileOf(name, content, pieceSize);
	try {
		for await (const batch of readImport([file], { limits: LIMITS })) addBatch(all, batch);
	} catch (error) {
		if (!(error instanceof ImportRefusedError)) throw error;
		all.refused = true;
	}
	return all;
}

/** What an import promises of any file, and does not keep here: valid answers, faults that name file, field and reason, and an account of every byte. */
export function brokenPromises(
	{ answers, faults, skipped, packs, bytesRead, refused }: Outcome,
	size: number,
): string[] {
	const invalid = answers.flatMap((answer) => answerSchema.safeParse(answer).error?.message ?? []);
	const nameless = faults.filter(({ file, field, reason }) => !(file && field && reason));
	const broken = [...invalid, ...nameless.map((fault) => `a fault that says too little: ${JSON.stringify(fault)}`)];
	if (refused) return broken;
	if (answers.length + faults.length + skipped + packs.length === 0) broken.push("the file vanished");
	if ((bytesRead.at(-1) ?? 0) !== size) broken.push(`${bytesRead.at(-1)} of ${size} bytes are accounted for`);
	return broken;
}
