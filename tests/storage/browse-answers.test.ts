// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../data/schema";
import { facetsOf } from "../../lib/browse/answer-facets";
import { FacetBuilder } from "../../lib/browse/facet-builder";
import type { BrowseRequest } from "../../lib/messaging/protocol";
import { addMissingFacets } from "../../lib/storage/add-missing-facets";
import { browseAnswers, suggestStoredNames } from "../../lib/storage/browse-answers";
import type { LensDatabase } from "../../lib/storage/database";
import { writeEdition } from "../../lib/storage/editions";
import { addFacetChunk } from "../../lib/storage/facet-rows";
import { changePack, removePack } from "../../lib/storage/manage-packs";
import { answerOf } from "../search/answer-of";
import { readAll, restoreDump } from "./database-dump";
import beforeFacets from "./fixtures/database-v3.json";
import { openTestDatabase, packOf, store } from "./test-database";

const ALL = { packId: null, site: null, doctor: null, specialty: null, year: null };
const everything: BrowseRequest = { filter: ALL, sort: "pack", text: "", first: 0, count: 100 };

const browse = (database: LensDatabase, request: Partial<BrowseRequest> = {}) =>
	browseAnswers(database, "bundled", { ...everything, ...request }, async () => []);

const titlesOf = async (database: LensDatabase, request: Partial<BrowseRequest> = {}) =>
	(await browse(database, request)).rows.map(({ title }) => title);

const titled = (titles: string[]) => titles.map((title, index) => answerOf(`a${index}`, { title }));

/** Stores a pack in chunks of three, as a large one is stored in chunks of thousands. */
async function storeInChunks(database: LensDatabase, id: string, answers: Answer[]): Promise<void> {
	const edition = `edition of ${id}`;
	const batches = answers.map((answer) => [answer]);
	const { summary, textLength } = await writeEdition(database, edition, batches, { largestChunk: 3 });
	const { answers: _, ...header } = packOf("v1");
	await database.segments.add({ edition, ...summary });
	await database.packs.add({
		...header,
		id,
		name: id,
		edition,
		answerCount: answers.length,
		textLength,
		isOn: true,
		storedAt: 0,
	});
}

describe("browsing", () => {
	it("goes through all packs that are on, the one of the product first, in stretches", async () => {
		const database = await openTestDatabase();
		await storeInChunks(database, "another", titled(["c", "f", "a", "e", "B", "d", "g"]));
		await store(database, packOf("v1", titled(["z", "b"])));

		expect(await titlesOf(database)).toEqual(["z", "b", "c", "f", "a", "e", "B", "d", "g"]);
		expect(await titlesOf(database, { sort: "title" })).toEqual(["a", "b", "B", "c", "d", "e", "f", "g", "z"]);
		expect(await titlesOf(database, { sort: "title", first: 3, count: 2 })).toEqual(["c", "d"]);
		await changePack(database, "bundled", { isOn: false });
		expect(await browse(database, { sort: "title", first: 5 })).toMatchObject({
			total: 7,
			libraryCount: 7,
			rows: [{ title: "f", packId: "another", packName: "another" }, { title: "g" }],
			facets: { pack: [{ value: "another", name: "another", count: 7 }] },
		});
	});

	it("shows a pack that was replaced or removed at once as it is, and names another library", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1", titled(["old"])));
		const before = await browse(database);
		await store(database, packOf("v2", titled(["new", "newer"])));
		const after = await browse(database);
		await removePack(database, "bundled");

		expect(before.rows.map(({ title }) => title)).toEqual(["old"]);
		expect(after.rows.map(({ title }) => title)).toEqual(["new", "newer"]);
		expect(after.library).not.toBe(before.library);
		expect(await browse(database)).toMatchObject({ total: 0, libraryCount: 0, rows: [] });
	});

	it("suggests names with the answers that they have under the other filters", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1", titled(["a", "b"])));
		const suggest = (filter: Partial<BrowseRequest["filter"]>) =>
			suggestStoredNames(database, "bundled", { facet: "doctor", text: "test", filter: { ...ALL, ...filter } });

		expect(await suggest({})).toEqual([{ value: "Test Doctor", count: 2 }]);
		expect(await suggest({ year: 1999 })).toEqual([]);
	});
});

describe("packs of version 3", () => {
	const open = async () => {
		const name = crypto.randomUUID();
		await restoreDump(name, beforeFacets);
		return openTestDatabase(name);
	};

	it("are browsed like any other, and nothing of them changes", async () => {
		const database = await open();
		const before = await readAll(database);

		expect(await titlesOf(database, { sort: "newest" })).toEqual([
			"Knee clicks",
			"Eyelid flutters",
			"Calf ripples after a run",
		]);
		expect(await titlesOf(database, { filter: { ...ALL, doctor: "Test Clinic" } })).toEqual([
			"Calf ripples after a run",
		]);
		expect(await readAll(database)).toEqual({
			...before,
			facetColumns: expect.any(Array),
			facetNames: expect.any(Array),
			titleBlocks: expect.any(Array),
		});
	});

	it("get their facets once, after a try that broke off and with two pages that browse at once", async () => {
		const database = await open();
		const [{ edition } = { edition: "" }] = await database.packs.toArray();
		const builder = new FacetBuilder();
		builder.add(facetsOf(answerOf("x", { title: "Broken off" })));
		await addFacetChunk(database, edition, builder.takeChunk());

		await Promise.all([addMissingFacets(database), addMissingFacets(database)]);

		expect(await database.facetNames.count()).toBe(2);
		expect(await database.facetColumns.count()).toBe(2);
		expect(await titlesOf(database, { sort: "title" })).toEqual([
			"Calf ripples after a run",
			"Eyelid flutters",
			"Knee clicks",
		]);
	});

	it("leave nothing behind when they are removed while they get their facets", async () => {
		const database = await open();
		const adding = addMissingFacets(database);
		await Promise.all([adding, removePack(database, "bundled"), removePack(database, "clinic")]);

		for (const table of ["facetColumns", "facetNames", "titleBlocks", "answers"])
			expect(await database.table(table).count()).toBe(0);
	});
});
