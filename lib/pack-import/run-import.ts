import type { Answer } from "../../data/schema";
import {
	type CsvColumns,
	type ImportFault,
	type ImportFile,
	ImportRefusedError,
	readImport,
} from "../import/read-import";
import { hashOf } from "../import/record-ids";
import { type SearchLanguage, withNamedSymptoms } from "../search/search-language";
import type { LensDatabase } from "../storage/database";
import { compareVersions } from "../storage/pack-version";
import { type PackHeader, putPack } from "../storage/packs";
import { StorageFullError, StorageUnreadableError } from "../storage/storage-errors";
import type { ImportCounts, ImportOutcome } from "./import-messages";

export interface ImportTask {
	/** Name of the pack, unless the files bring their own. */
	name: string;
	files: readonly ImportFile[];
	csvColumns?: CsvColumns | undefined;
}

export interface ImportSurroundings {
	language: Pick<SearchLanguage, "symptomsNamedIn">;
	/** Ids that no import may take: the packs of the product itself. */
	reservedIds: readonly string[];
	signal?: AbortSignal;
	/** Called as long as anything moves: while files are read, the index is merged, or what was left is cleared away. */
	onProgress?: (counts: ImportCounts) => void;
	now?: () => number;
}

/** Most faults that are handed on one by one; the rest are counted. A list of more is read by nobody. */
const MOST_FAULTS = 5_000;

/** Answers that are written at once: about half a megabyte. */
const ANSWERS_AT_ONCE = 400;

/** Longest part of a pack's id that is read off its name, in characters. */
const LONGEST_SLUG = 80;

class NothingFoundError extends Error {
	override readonly name = "NothingFoundError";
}

/**
 * Reads files into one pack and stores it, or nothing of it. Answers that name no
 * symptom get those that their title names. The outcome is told as soon as it stands;
 * the rows of a version that was replaced are left to the next sweep. Never throws but
 * for a bug.
 */
export async function runImport(
	database: LensDatabase,
	{ name, files, csvColumns }: ImportTask,
	{ language, reservedIds, signal, onProgress, now = Date.now }: ImportSurroundings,
): Promise<ImportOutcome> {
	const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
	const counts: ImportCounts = { answers: 0, skipped: 0, faults: 0, bytesRead: 0, bytesTotal };
	const faults: ImportFault[] = [];
	let header = headerOf(name, files, reservedIds, now());

	const batches = async function* (): AsyncGenerator<Answer[]> {
		let answers: Answer[] = [];
		const options = { ...(csvColumns && { csvColumns }), ...(signal && { signal }) };
		for await (const events of readImport(files, options)) {
			for (const event of events) {
				if (event.kind === "answer") answers.push(withNamedSymptoms(event.answer, language));
				else if (event.kind === "skipped") counts.skipped++;
				else if (event.kind === "progress") counts.bytesRead = event.bytesRead;
				else if (event.kind === "pack")
					header = await unlessOlder(database, { ...event.pack, id: freeId(event.pack.id, reservedIds) });
				else {
					counts.faults++;
					if (faults.length < MOST_FAULTS) faults.push(event.fault);
				}
			}
			if (answers.length >= ANSWERS_AT_ONCE) {
				yield answers;
				counts.answers += answers.length;
				answers = [];
			}
			onProgress?.({ ...counts });
		}
		if (answers.length > 0) yield answers;
		counts.answers += answers.length;
		if (counts.answers === 0) throw new NothingFoundError("No record with an answer was found");
	};

	try {
		const onStep = () => onProgress?.({ ...counts });
		const replaced = await putPack(database, () => header, batches(), { now, onStep, ...(signal && { signal }) });
		return { kind: "stored", packName: header.name, replacedVersion: replaced?.version ?? null, counts, faults };
	} catch (error) {
		if (signal?.aborted) return { kind: "cancelled" };
		if (error instanceof NothingFoundError) return { kind: "nothing-found", counts, faults };
		if (error instanceof ImportRefusedError) return { kind: "refused", reason: error.message };
		if (error instanceof StorageFullError) return { kind: "storage-full" };
		if (error instanceof StorageUnreadableError) return { kind: "storage-unreadable" };
		throw error;
	}
}

function headerOf(name: string, files: readonly ImportFile[], reservedIds: readonly string[], now: number): PackHeader {
	const moment = new Date(now).toISOString();
	return {
		id: freeId(slugOf(name), reservedIds),
		name,
		// As a person reads it, and later is greater.
		version: moment.slice(0, 16).replace("T", " "),
		origin: files.length === 1 ? (files[0]?.name ?? name) : `${name} (${files.length} files)`,
		licence: "Not stated",
		date: moment.slice(0, 10),
	};
}

/** The header of a pack, or a refusal where a newer version of it is stored: what is newer is not lost to an old file. */
async function unlessOlder(database: LensDatabase, header: PackHeader): Promise<PackHeader> {
	const stored = await database.packs.get(header.id);
	if (stored && compareVersions(header.version, stored.version) < 0) {
		throw new ImportRefusedError(
			`“${stored.name}” is here in version ${stored.version}, which is newer than ${header.version}. ` +
				"Remove it first if you want the older one",
		);
	}
	return header;
}

// What the id cannot hold of a name is in it as a hash: else an import would take the place of one of another name.
function slugOf(name: string): string {
	const text = name.normalize("NFKD").toLowerCase();
	const words = (text.match(/[a-z0-9]+/g) ?? ["pack"]).join("-");
	const slug = words.slice(0, LONGEST_SLUG).replace(/-$/, "");
	const isWhole = words.length <= LONGEST_SLUG && !/[^\P{L}a-z]|\p{M}|[^\P{N}0-9]/u.test(text);
	return isWhole ? slug : `${slug}-${hashOf(text).toString(36)}`;
}

function freeId(id: string, reservedIds: readonly string[]): string {
	return reservedIds.includes(id) ? `${id}-imported` : id;
}
