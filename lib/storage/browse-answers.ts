import type { Answer } from "../../data/schema";
import { facetsOf } from "../browse/answer-facets";
import type { BrowsedPack } from "../browse/browsing";
import { describeFacets, MOST_LISTED } from "../browse/describe-facets";
import { suggestNames } from "../browse/suggest-names";
import type { BrowsedAnswer, BrowsedList, BrowseRequest, NameSuggestions, SuggestRequest } from "../messaging/protocol";
import type { RankedAnswer } from "../search/find-answers";
import type { SegmentReader } from "../search/segment-reader";
import { addMissingFacets } from "./add-missing-facets";
import { chooseAnswers, foldedNames, type OpenLibrary, openLibrary } from "./browsed-library";
import type { LensDatabase } from "./database";
import { findSavedIds } from "./saved-answers";
import { openSegmentReaders } from "./segment-reader";

/** Ranks answers by a text, among those that are allowed. */
export type RankAllowed = (
	readers: SegmentReader[],
	allows: (reader: SegmentReader, document: number) => boolean,
) => Promise<RankedAnswer[]>;

/** An answer with what a list says of it. */
interface Listed {
	pack: Pick<BrowsedPack, "packId" | "name">;
	answer: Answer;
	ranked?: RankedAnswer;
}

/**
 * A stretch of the list of all answers under a filter, or, with a text, of the best of
 * them as `rank` finds them. One read transaction: packs that change meanwhile are
 * seen either as they were or as they will be.
 */
export async function browseAnswers(
	database: LensDatabase,
	bundledId: string,
	{ filter, sort, text, first, count }: BrowseRequest,
	rank: RankAllowed,
): Promise<BrowsedList> {
	const { packs, segments, postings, facetColumns, facetNames, titleBlocks, answers, savedAnswers } = database;
	const tables = [packs, segments, postings, facetColumns, facetNames, titleBlocks, answers, savedAnswers];
	await addMissingFacets(database);
	return database.transaction("r", tables, async () => {
		const library = await openLibrary(database, bundledId);
		const { order, counts } = await chooseAnswers(database, library, { filter, sort });
		const found = text ? await search(database, library, order, rank) : undefined;
		const listed =
			found?.slice(first, first + count) ??
			(await readAnswers(database, library, order.subarray(first, first + count)));
		const keys = listed.map(({ pack, answer }) => ({ packId: pack.packId, answerId: answer.id }));
		const savedIds = await findSavedIds(database, keys);
		return {
			library: library.key,
			libraryCount: library.documentCount,
			total: found?.length ?? order.length,
			rows: listed.map((one, place) => rowOf(one, savedIds[place])),
			facets: describeFacets(library, filter, counts),
		};
	});
}

/** Names of a facet that fit what was typed, with how many answers each would leave under the other filters. */
export async function suggestStoredNames(
	database: LensDatabase,
	bundledId: string,
	{ facet, text, filter }: SuggestRequest,
): Promise<NameSuggestions> {
	const { packs, facetColumns, facetNames, titleBlocks } = database;
	return database.transaction("r", [packs, facetColumns, facetNames, titleBlocks], async () => {
		const library = await openLibrary(database, bundledId);
		// The list on the screen has the same filter, mostly: then nothing has to be counted.
		const sort = library.last?.sort ?? "pack";
		const { counts } = await chooseAnswers(database, library, { filter, sort });
		const folded = foldedNames(library, facet);
		return suggestNames(library.names[facet].names, { folded, counts: counts[facet], text, limit: MOST_LISTED });
	});
}

async function search(
	database: LensDatabase,
	library: OpenLibrary,
	order: Uint32Array,
	rank: RankAllowed,
): Promise<Listed[]> {
	const readers = await openSegmentReaders(database);
	const packOf = new Map(library.packs.map((pack) => [pack.packId, pack]));
	const isChosen = new Uint8Array(library.documentCount);
	for (const document of order) isChosen[document] = 1;
	const ranked = await rank(
		readers,
		({ packId }, document) => isChosen[(packOf.get(packId)?.first ?? 0) + document] === 1,
	);
	return ranked.flatMap((one) => {
		const pack = packOf.get(one.packId);
		const answer = readers.find(({ packId }) => packId === one.packId)?.answersRead.get(one.answerId);
		return pack && answer ? [{ pack, answer, ranked: one }] : [];
	});
}

async function readAnswers(database: LensDatabase, { packs }: OpenLibrary, documents: Uint32Array): Promise<Listed[]> {
	const places = Array.from(documents, (document) => {
		const pack = packs.findLast(({ first }) => first <= document) as BrowsedPack;
		return { pack, document: document - pack.first };
	});
	const rows = await database.answers.bulkGet(
		places.map(({ pack, document }): [string, number] => [pack.edition, document]),
	);
	return places.flatMap(({ pack }, place) => {
		const answer = rows[place]?.answer;
		return answer ? [{ pack, answer }] : [];
	});
}

function rowOf({ pack, answer, ranked }: Listed, savedId: string | undefined): BrowsedAnswer {
	const [reply] = answer.replies;
	return {
		packId: pack.packId,
		packName: pack.name,
		answerId: answer.id,
		title: answer.title,
		lang: answer.lang,
		site: answer.site,
		reply: { doctor: reply?.doctor ?? null, specialty: reply?.specialty ?? null, hospital: reply?.hospital ?? null },
		replyCount: answer.replies.length,
		day: facetsOf(answer).day,
		matchedWords: ranked?.matchedWords ?? [],
		passage: ranked?.passage ?? null,
		savedId: savedId ?? null,
	};
}
