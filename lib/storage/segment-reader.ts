import { Dexie } from "dexie";
import type { Answer } from "../../data/schema";
import { postingsIn } from "../search/postings-block";
import { searchDocumentOf } from "../search/search-document";
import { SegmentIndex, type SegmentReader } from "../search/segment-reader";
import type { LensDatabase } from "./database";

/** A reader of a stored pack, which keeps the answers that the ranking has read: what it finds is among them. */
export interface StoredSegmentReader extends SegmentReader {
	packName: string;
	answersRead: ReadonlyMap<string, Answer>;
}

/** Indexes in memory, for each open database by edition: reading one costs more than the rest of a query. */
const cachedIndexes = new WeakMap<LensDatabase, Map<string, SegmentIndex>>();

/**
 * A reader for every stored pack. Call it, and use the readers, inside one read
 * transaction over packs, segments, postings and answers: document numbers are those
 * of one edition of the pack.
 */
export async function openSegmentReaders(database: LensDatabase): Promise<StoredSegmentReader[]> {
	const packs = await database.packs.toArray();
	const cache = cachedIndexes.get(database) ?? new Map<string, SegmentIndex>();
	cachedIndexes.set(database, cache);
	const editions = new Set(packs.map(({ edition }) => edition));
	for (const edition of cache.keys()) if (!editions.has(edition)) cache.delete(edition);

	const readers: StoredSegmentReader[] = [];
	for (const { id, name, edition, isOn } of packs) {
		if (!isOn) continue;
		const index = await readIndex(database, edition, cache);
		if (!index) continue;
		const answersRead = new Map<string, Answer>();
		readers.push({
			packId: id,
			packName: name,
			answersRead,
			index,
			postings: (tokens) => Promise.all(tokens.map((token) => readPostings(database, edition, index.numberOf(token)))),
			documents: async (numbers) => {
				const rows = await database.answers.bulkGet(numbers.map((number): [string, number] => [edition, number]));
				for (const row of rows) if (row) answersRead.set(row.id, row.answer);
				return rows.map((row) => row && searchDocumentOf(row.answer));
			},
		});
	}
	return readers;
}

async function readIndex(
	database: LensDatabase,
	edition: string,
	cache: Map<string, SegmentIndex>,
): Promise<SegmentIndex | undefined> {
	const cached = cache.get(edition);
	if (cached) return cached;
	const segment = await database.segments.get(edition);
	if (!segment) return undefined;
	const index = new SegmentIndex(segment);
	cache.set(edition, index);
	return index;
}

async function readPostings(database: LensDatabase, edition: string, token: number | undefined) {
	if (token === undefined) return undefined;
	const block = await database.postings.where(":id").between([edition, token], [edition, Dexie.maxKey]).first();
	return block && postingsIn(block, token);
}
