import { searchDocumentOf } from "../search/search-document";
import { SegmentIndex, type SegmentReader } from "../search/segment-reader";
import type { LensDatabase, PackRow } from "./database";

interface CachedIndex {
	version: string;
	index: SegmentIndex;
}

/** Indexes in memory, for each open database by pack: reading one costs more than the rest of a query. */
const cachedIndexes = new WeakMap<LensDatabase, Map<string, CachedIndex>>();

/**
 * A reader for every stored pack. Call it, and use the readers, inside one read
 * transaction over packs, segments, postings and answers: document numbers are those of one
 * version of the pack.
 */
export async function openSegmentReaders(database: LensDatabase): Promise<SegmentReader[]> {
	const packs = await database.packs.toArray();
	const cache = cachedIndexes.get(database) ?? new Map<string, CachedIndex>();
	cachedIndexes.set(database, cache);
	const ids = new Set(packs.map(({ id }) => id));
	for (const id of cache.keys()) if (!ids.has(id)) cache.delete(id);

	const readers: SegmentReader[] = [];
	for (const pack of packs) {
		const index = await readIndex(database, pack, cache);
		if (!index) continue;
		readers.push({
			packId: pack.id,
			index,
			postings: (tokens) => readPostings(database, pack.id, tokens),
			documents: (numbers) => readDocuments(database, pack.id, index, numbers),
		});
	}
	return readers;
}

async function readIndex(
	database: LensDatabase,
	{ id, version }: PackRow,
	cache: Map<string, CachedIndex>,
): Promise<SegmentIndex | undefined> {
	const cached = cache.get(id);
	if (cached?.version === version) return cached.index;
	const segment = await database.segments.get(id);
	if (!segment) return undefined;
	const index = new SegmentIndex(segment);
	cache.set(id, { version, index });
	return index;
}

async function readPostings(database: LensDatabase, packId: string, tokens: readonly string[]) {
	return database.postings.bulkGet(tokens.map((token): [string, string] => [packId, token]));
}

async function readDocuments(database: LensDatabase, packId: string, index: SegmentIndex, numbers: readonly number[]) {
	const ids = numbers.map((number): [string, string] => [packId, index.summary.answerIds[number] ?? ""]);
	const rows = await database.answers.bulkGet(ids);
	return rows.map((row) => row && searchDocumentOf(row.answer));
}
