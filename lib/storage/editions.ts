import { Dexie, type Table } from "dexie";
import type { Answer } from "../../data/schema";
import { facetsOf } from "../browse/answer-facets";
import { FacetBuilder } from "../browse/facet-builder";
import type { PostingsBlock } from "../search/postings-block";
import { searchDocumentOf } from "../search/search-document";
import { mergeRuns, SegmentBuilder, type SegmentSummary } from "../search/segment";
import type { LensDatabase } from "./database";
import { addFacetChunk } from "./facet-rows";

/** Rows that are deleted in one transaction, so that others get their turn. */
const ROWS_AT_ONCE = 2_000;

/** Blocks that are written or read at once: about a megabyte. */
const BLOCKS_AT_ONCE = 64;

/** Called after each step of something that takes long. */
export type OnStep = () => void;

/**
 * Writes answers and their index under a new edition, in batches as they come, in
 * memory that does not grow with their number. Nobody sees an edition before a pack
 * names it. Throws the signal's reason when aborted; what was written then lies about
 * until `removeEdition`.
 */
export async function writeEdition(
	database: LensDatabase,
	edition: string,
	batches: Iterable<readonly Answer[]> | AsyncIterable<readonly Answer[]>,
	options: {
		signal?: AbortSignal | undefined;
		largestRun?: number | undefined;
		largestChunk?: number | undefined;
		/** Called while the index is merged, after each step. */
		onStep?: OnStep | undefined;
	} = {},
): Promise<{ summary: SegmentSummary; textLength: number }> {
	const { signal, largestRun, largestChunk, onStep } = options;
	const builder = new SegmentBuilder(largestRun);
	const facets = new FacetBuilder(largestChunk);
	let runs = 0;
	let textLength = 0;
	for await (const answers of batches) {
		signal?.throwIfAborted();
		const first = builder.documentCount;
		for (const answer of answers) {
			builder.add(searchDocumentOf(answer));
			facets.add(facetsOf(answer));
			textLength += textLengthOf(answer);
		}
		await database.answers.bulkAdd(
			answers.map((answer, index) => ({ edition, document: first + index, id: answer.id, answer })),
		);
		if (builder.isFull) await addToRun(database, edition, runs++, builder.takeRun());
		if (facets.isFull) await addFacetChunk(database, edition, facets.takeChunk());
	}
	signal?.throwIfAborted();
	await addFacetChunk(database, edition, facets.takeChunk());
	await database.facetNames.add({ edition, names: facets.names() });
	const rest = builder.takeRun();
	if (runs === 0) {
		await addPostings(database, edition, rest);
	} else {
		await addToRun(database, edition, runs++, rest);
		await mergeInto(database, edition, runs, builder.tokenCount, { signal, onStep });
	}
	return { summary: builder.summarise(), textLength };
}

function textLengthOf({ title, question, replies, background }: Answer): number {
	const ofReplies = replies.reduce((sum, { text }) => sum + text.length, 0);
	return title.length + question.text.length + ofReplies + (background?.length ?? 0);
}

/** Removes every row of an edition, in steps. Safe to repeat, and to break off. */
export async function removeEdition(database: LensDatabase, edition: string, onStep?: OnStep): Promise<void> {
	await database.segments.delete(edition);
	await deleteOfEdition(database.postings, edition, onStep);
	await deleteOfEdition(database.runs, edition, onStep);
	await removeFacets(database, edition, onStep);
	await deleteOfEdition(database.answers, edition, onStep);
}

/** Removes an edition that no pack names, and its note. Never throws: what cannot be cleared now is cleared by the next sweep. */
export async function clearIfPossible(database: LensDatabase, edition: string, onStep?: OnStep): Promise<void> {
	try {
		await removeEdition(database, edition, onStep);
		await database.looseEditions.delete(edition);
	} catch {
		// Whatever was in the way has been reported by what came before, or is reported by what comes next.
	}
}

/** Removes the facets of an edition, in steps. Safe to repeat, and to break off. */
export async function removeFacets(database: LensDatabase, edition: string, onStep?: OnStep): Promise<void> {
	await database.facetNames.delete(edition);
	await deleteOfEdition(database.facetColumns, edition, onStep);
	await deleteOfEdition(database.titleBlocks, edition, onStep);
}

async function deleteOfEdition<T, K>(table: Table<T, K>, edition: string, onStep?: OnStep): Promise<void> {
	const rows = table.where(":id").between([edition, Dexie.minKey], [edition, Dexie.maxKey]);
	for (let deleted = ROWS_AT_ONCE; deleted === ROWS_AT_ONCE; ) {
		deleted = await rows.limit(ROWS_AT_ONCE).delete();
		onStep?.();
	}
}

async function mergeInto(
	database: LensDatabase,
	edition: string,
	runs: number,
	tokenCount: number,
	{ signal, onStep }: { signal: AbortSignal | undefined; onStep: OnStep | undefined },
): Promise<void> {
	const readers = Array.from({ length: runs }, (_, run) => readRun(database, edition, run));
	let blocks: PostingsBlock[] = [];
	for await (const block of mergeRuns(tokenCount, readers)) {
		blocks.push(block);
		onStep?.();
		if (blocks.length < BLOCKS_AT_ONCE) continue;
		signal?.throwIfAborted();
		await addPostings(database, edition, blocks);
		blocks = [];
	}
	await addPostings(database, edition, blocks);
	await deleteOfEdition(database.runs, edition, onStep);
}

async function* readRun(database: LensDatabase, edition: string, run: number): AsyncGenerator<PostingsBlock> {
	// Few at once: there is one reader for each run.
	const atOnce = 4;
	for (let after = -1; ; ) {
		const rows = await database.runs
			.where(":id")
			.between([edition, run, after], [edition, run, Dexie.maxKey], false)
			.limit(atOnce)
			.toArray();
		yield* rows;
		const last = rows.at(-1);
		if (rows.length < atOnce || !last) return;
		after = last.last;
	}
}

async function addPostings(database: LensDatabase, edition: string, blocks: PostingsBlock[]): Promise<void> {
	await database.postings.bulkAdd(blocks.map((block) => ({ edition, ...block })));
}

async function addToRun(database: LensDatabase, edition: string, run: number, blocks: PostingsBlock[]): Promise<void> {
	await database.runs.bulkAdd(blocks.map((block) => ({ edition, run, ...block })));
}
