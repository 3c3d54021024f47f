import * as z from "zod";
import { type Answer, answerSchema, packSchema } from "../../data/schema";
import { piecesOf } from "../import/byte-stream";
import type { ImportFile } from "../import/import-events";
import { TextDecoding } from "../import/read-text";
import { FileFault } from "../import/record-reader";
import { tryParse } from "../import/try-parse";
import { type BackupRecords, noRecords, RECORD_KINDS, type RecordKind, recordSchemas } from "./backup-records";

/** The version that this product writes. A later one that this one can still read says so in `readableBy`. */
const VERSION = 1;

/** Characters of a line: thirty of the longest replies that a capture keeps, with room. */
const LONGEST_LINE = 4_000_000;

/** Records of a file, answers of packs not counted: two hundred a day for ten years. */
const MOST_RECORDS = 750_000;

/** Bytes of a file: what the import of packs allows. */
const LARGEST_FILE = 1024 ** 3;

/** A backup that cannot be used. The message names the file, the line, the field and the reason. */
export class BackupInvalidError extends Error {
	override readonly name = "BackupInvalidError";
}

const headerSchema = z.object({
	format: z.literal("symptom-lens-backup"),
	version: z.int().min(1),
	/** The oldest version that can read it. */
	readableBy: z.int().min(1),
	writtenAt: z.int().min(0),
	// What each may be is decided where it is used; to look into all of it here would exhaust the stack on a deep one.
	settings: z.record(z.string().max(100), z.unknown()),
	emergencyNumber: z.string().regex(/^\d{0,6}$/),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const packHeaderSchema = packSchema.omit({ answers: true });
export type BackupPackHeader = z.infer<typeof packHeaderSchema>;

/** What a file holds, but for the answers of its packs. */
export interface ReadBackup {
	header: BackupHeader;
	/** Written by a later version of the product. */
	isNewer: boolean;
	/** Lines of a newer file that this version does not understand. */
	notUnderstood: number;
	records: BackupRecords;
	packs: BackupPackHeader[];
}

/** A backup as text, in pieces: a line for the header, one for each record, one that says it is whole. */
export function* backupLines(
	header: Pick<BackupHeader, "writtenAt" | "settings" | "emergencyNumber">,
	records: BackupRecords,
): Generator<string> {
	yield* line({ format: "symptom-lens-backup", version: VERSION, readableBy: VERSION, ...header });
	for (const kind of RECORD_KINDS) {
		for (const record of records[kind]) yield* line({ kind, record });
	}
}

/** The lines of a pack, between those of `backupLines` and `lastLine`. */
export function* packLines(header: BackupPackHeader, batch: readonly Answer[], isFirst: boolean): Generator<string> {
	if (isFirst) yield* line({ kind: "pack", record: header });
	for (const record of batch) yield* line({ kind: "packAnswer", record });
}

/** The last line, without which a file counts as cut off. */
export function lastLine(): string {
	return `${JSON.stringify({ kind: "end" })}\n`;
}

function* line(content: object): Generator<string> {
	yield `${JSON.stringify(content)}\n`;
}

/**
 * Reads a backup. Throws `BackupInvalidError` at the first mistake: half a backup would
 * look like a whole one. Of a file from a later version, what is not understood is
 * counted and left out.
 */
export async function readBackup(file: ImportFile): Promise<ReadBackup> {
	const records = noRecords();
	const packs: BackupPackHeader[] = [];
	let header: BackupHeader | undefined;
	let notUnderstood = 0;
	let count = 0;
	let isWhole = false;
	for await (const { number, content } of linesOf(file)) {
		const fail = (reason: string) => failure(file, number, reason);
		if (header === undefined) {
			header = readHeader(content, fail);
			continue;
		}
		if (isWhole) throw fail("stands after the end of the backup");
		const { kind, record } = readLine(content, fail);
		if (kind === "end") {
			isWhole = true;
		} else if (kind === "pack") {
			packs.push(parse(packHeaderSchema, record, "pack", fail));
		} else if (kind !== "packAnswer") {
			if (++count > MOST_RECORDS) throw fail(`has more than ${MOST_RECORDS.toLocaleString("en")} records`);
			const schema = Object.hasOwn(recordSchemas, kind) ? recordSchemas[kind as RecordKind] : undefined;
			const parsed = schema && tryParse<unknown>(schema, record);
			if (parsed?.success) (records[kind as RecordKind] as unknown[]).push(parsed.data);
			else if (header.version > VERSION) notUnderstood++;
			else throw fail(parsed ? reasonOf(parsed.error, kind) : `kind: “${kind.slice(0, 40)}” is not known`);
		}
	}
	if (header === undefined) throw failure(file, 1, "the file is empty");
	if (!isWhole) throw new BackupInvalidError(`${file.name}: the file is cut off; its last line is missing`);
	return { header, isNewer: header.version > VERSION, notUnderstood, records, packs };
}

/** The answers of one pack of a backup, in batches. Throws `BackupInvalidError` at the first mistake. */
export async function* packAnswersOf(file: ImportFile, packId: string, atOnce = 400): AsyncGenerator<Answer[]> {
	let isWanted = false;
	let answers: Answer[] = [];
	let isHeader = true;
	for await (const { number, content } of linesOf(file)) {
		if (isHeader) {
			isHeader = false;
			continue;
		}
		const fail = (reason: string) => failure(file, number, reason);
		const { kind, record } = readLine(content, fail);
		if (kind === "pack") isWanted = parse(packHeaderSchema, record, "pack", fail).id === packId;
		if (kind !== "packAnswer" || !isWanted) continue;
		answers.push(parse(answerSchema, record, "packAnswer", fail));
		if (answers.length < atOnce) continue;
		yield answers;
		answers = [];
	}
	if (answers.length > 0) yield answers;
}

type Fail = (reason: string) => BackupInvalidError;

function failure({ name }: ImportFile, number: number, reason: string): BackupInvalidError {
	return new BackupInvalidError(`${name}: line ${number.toLocaleString("en")}: ${reason}`);
}

function readHeader(content: unknown, fail: Fail): BackupHeader {
	if (typeof content !== "object" || content === null || !("format" in content)) {
		throw fail("this is not a backup of Symptom Lens");
	}
	const header = parse(headerSchema, content, "", fail);
	if (header.readableBy > VERSION) throw fail("version: written by a newer Symptom Lens; update this one first");
	return header;
}

function readLine(content: unknown, fail: Fail): { kind: string; record?: unknown } {
	return parse(z.object({ kind: z.string(), record: z.unknown().optional() }), content, "", fail);
}

function parse<T>(schema: z.ZodType<T>, content: unknown, field: string, fail: Fail): T {
	const parsed = tryParse(schema, content);
	if (!parsed.success) throw fail(reasonOf(parsed.error, field));
	return parsed.data;
}

function reasonOf(error: z.core.$ZodError, field: string): string {
	const [issue] = error.issues;
	const path = [field, issue ? z.core.toDotPath(issue.path) : ""].filter(Boolean).join(".");
	return `${path || "(whole line)"}: ${issue?.message}`;
}

async function* linesOf(file: ImportFile): AsyncGenerator<{ number: number; content: unknown }> {
	if (file.size > LARGEST_FILE) throw new BackupInvalidError(`${file.name}: the file is larger than a gigabyte`);
	let number = 0;
	for await (const text of textLinesOf(file)) {
		number++;
		if (text.trim() === "") continue;
		let content: unknown;
		try {
			content = JSON.parse(text);
		} catch {
			throw failure(file, number, number === 1 ? "this is not a backup of Symptom Lens" : "is not valid JSON");
		}
		yield { number, content };
	}
}

async function* textLinesOf(file: ImportFile): AsyncGenerator<string> {
	const decoding = new TextDecoding();
	let pending = "";
	let number = 1;
	const take = ({ text, fault }: { text: string; fault?: string }): string[] => {
		if (fault !== undefined) throw new BackupInvalidError(`${file.name}: ${fault}`);
		const lines = (pending + text).split("\n");
		pending = lines.pop() ?? "";
		if (pending.length > LONGEST_LINE || lines.some(({ length }) => length > LONGEST_LINE)) {
			throw failure(file, number, `is longer than ${LONGEST_LINE.toLocaleString("en")} characters`);
		}
		number += lines.length;
		return lines;
	};
	try {
		for await (const bytes of piecesOf(file)) yield* take(decoding.push(bytes));
	} catch (error) {
		throw error instanceof FileFault ? new BackupInvalidError(`${file.name}: ${error.message}`) : error;
	}
	yield* take(decoding.end());
	yield pending;
}
