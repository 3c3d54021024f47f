import { Dexie } from "dexie";
import type { FacetChunk } from "../browse/facet-builder";
import type { TitleBlock } from "../browse/facet-columns";
import type { FacetColumnsRow, LensDatabase } from "./database";

/** Writes the next chunk of an edition's facets. */
export async function addFacetChunk(
	database: LensDatabase,
	edition: string,
	{ columns, titles }: FacetChunk,
): Promise<void> {
	if (columns.days.length === 0) return;
	await database.facetColumns.add({ edition, ...columns });
	await database.titleBlocks.bulkAdd(
		titles.map((titleBlock, block) => ({ edition, run: columns.first, block, ...titleBlock })),
	);
}

/** The columns of an edition in order, one row in memory at a time. */
export async function* readFacetColumns(database: LensDatabase, edition: string): AsyncGenerator<FacetColumnsRow> {
	for (let after = -1; ; ) {
		const row = await database.facetColumns
			.where(":id")
			.between([edition, after], [edition, Dexie.maxKey], false)
			.first();
		if (!row) return;
		yield row;
		after = row.first;
	}
}

/** The sorted runs of an edition's titles, in the order of their documents. */
export async function readTitleRuns(database: LensDatabase, edition: string): Promise<AsyncGenerator<TitleBlock>[]> {
	const keys = await database.facetColumns
		.where(":id")
		.between([edition, Dexie.minKey], [edition, Dexie.maxKey])
		.primaryKeys();
	return keys.map(([, run]) => readTitleRun(database, edition, run));
}

async function* readTitleRun(database: LensDatabase, edition: string, run: number): AsyncGenerator<TitleBlock> {
	for (let block = 0; ; block++) {
		const row = await database.titleBlocks.get([edition, run, block]);
		if (!row) return;
		yield row;
	}
}
