import { facetsOf } from "../browse/answer-facets";
import { FacetBuilder } from "../browse/facet-builder";
import type { LensDatabase, PackRow } from "./database";
import { removeFacets } from "./editions";
import { addFacetChunk } from "./facet-rows";
import { readAnswers } from "./manage-packs";

/**
 * Gives facets to the packs that were stored before there were any. The row of names
 * comes last, so what was broken off counts as missing and is begun anew. A pack that
 * is removed or replaced meanwhile is left alone.
 */
export async function addMissingFacets(database: LensDatabase): Promise<void> {
	const packs = await database.packs.toArray();
	const known = new Set(await database.facetNames.toCollection().primaryKeys());
	const missing = packs.filter(({ edition }) => !known.has(edition));
	if (missing.length === 0) return;
	// Two pages that browse at once would write the same rows.
	await navigator.locks.request("symptom-lens-facets", async () => {
		for (const pack of missing) {
			if (!(await database.facetNames.get(pack.edition))) await addFacets(database, pack);
		}
	});
}

async function addFacets(database: LensDatabase, { id, edition }: PackRow): Promise<void> {
	const { packs, facetColumns, facetNames, titleBlocks } = database;
	// Rows of an edition that has been removed would stay for ever: each write looks whether the pack still has it.
	const whileStored = (write: () => Promise<unknown>) =>
		database.transaction("rw", [packs, facetColumns, facetNames, titleBlocks], async () => {
			if ((await packs.get(id))?.edition !== edition) return false;
			await write();
			return true;
		});
	await removeFacets(database, edition);
	const builder = new FacetBuilder();
	for await (const answers of readAnswers(database, edition)) {
		for (const answer of answers) builder.add(facetsOf(answer));
		if (!builder.isFull) continue;
		const chunk = builder.takeChunk();
		if (!(await whileStored(() => addFacetChunk(database, edition, chunk)))) return;
	}
	const rest = builder.takeChunk();
	await whileStored(async () => {
		await addFacetChunk(database, edition, rest);
		await facetNames.add({ edition, names: builder.names() });
	});
}
