import type { NameFacet } from "../browse/answer-facets";
import type { BrowsedPack, BrowseFilter, BrowseSort } from "../browse/browsing";
import { AnswerChooser, type BrowsedLibrary, type ChosenAnswers } from "../browse/choose-answers";
import { mergeNames } from "../browse/merge-names";
import { rankTitles } from "../browse/merge-titles";
import { foldNames } from "../browse/suggest-names";
import type { PackedWords } from "../search/packed-words";
import type { LensDatabase } from "./database";
import { readFacetColumns, readTitleRuns } from "./facet-rows";
import { listPacks } from "./manage-packs";

/** The packs that are on, with what of them is kept in memory while somebody browses: names, ranks of titles, the last list. */
export interface OpenLibrary extends BrowsedLibrary {
	/** Names the editions; another one means that packs have come, gone or changed. */
	key: string;
	titleRanks?: Uint32Array;
	folded: Partial<Record<NameFacet, PackedWords>>;
	last?: { filter: string; sort: BrowseSort; chosen: ChosenAnswers };
}

/** Of each open database, the library that was browsed last. */
const openLibraries = new WeakMap<LensDatabase, OpenLibrary>();

/** Opens what is browsed. Call it, and the functions below, inside one transaction over packs and the tables of facets. */
export async function openLibrary(database: LensDatabase, bundledId: string): Promise<OpenLibrary> {
	const stored = (await listPacks(database, bundledId)).filter(({ isOn }) => isOn);
	let documentCount = 0;
	const packs = stored.map(({ id, name, edition, answerCount }): BrowsedPack => {
		const first = documentCount;
		documentCount += answerCount;
		return { packId: id, name, edition, first, documentCount: answerCount };
	});
	const key = JSON.stringify(packs.map(({ name, edition }) => [name, edition]));
	const opened = openLibraries.get(database);
	if (opened?.key === key) return opened;
	const rows = await database.facetNames.bulkGet(packs.map(({ edition }) => edition));
	const merge = (facet: NameFacet) =>
		mergeNames(
			rows.map(
				(row) => row?.names[facet] ?? { names: { text: "", ends: new Uint32Array() }, places: new Uint32Array() },
			),
		);
	const library: OpenLibrary = {
		key,
		packs,
		documentCount,
		names: { site: merge("site"), doctor: merge("doctor"), specialty: merge("specialty") },
		folded: {},
	};
	openLibraries.set(database, library);
	return library;
}

/** The answers that fit a filter, sorted. The last ones asked for are kept: whoever scrolls asks for them again and again. */
export async function chooseAnswers(
	database: LensDatabase,
	library: OpenLibrary,
	{ filter, sort }: { filter: BrowseFilter; sort: BrowseSort },
): Promise<ChosenAnswers> {
	const asked = JSON.stringify(filter);
	if (library.last?.filter === asked && library.last.sort === sort) return library.last.chosen;
	if (sort === "title") library.titleRanks ??= await readTitleRanks(database, library);
	const chooser = new AnswerChooser(library, filter, sort, library.titleRanks);
	for (const [pack, { edition }] of library.packs.entries()) {
		for await (const columns of readFacetColumns(database, edition)) chooser.add(pack, columns);
	}
	const chosen = chooser.finish();
	library.last = { filter: asked, sort, chosen };
	return chosen;
}

/** The names of a facet as they are looked up. */
export function foldedNames(library: OpenLibrary, facet: NameFacet): PackedWords {
	library.folded[facet] ??= foldNames(library.names[facet].names);
	return library.folded[facet];
}

async function readTitleRanks(database: LensDatabase, { packs, documentCount }: BrowsedLibrary): Promise<Uint32Array> {
	const runs = await Promise.all(
		packs.map(async ({ edition, first }) =>
			(await readTitleRuns(database, edition)).map((blocks) => ({ base: first, blocks })),
		),
	);
	return rankTitles(runs.flat(), documentCount);
}
