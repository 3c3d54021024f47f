// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../data/schema";
import { facetsOf } from "../../lib/browse/answer-facets";
import { FacetBuilder } from "../../lib/browse/facet-builder";
import type { LensDatabase } from "../../lib/storage/database";
import { addFacetChunk } from "../../lib/storage/facet-rows";
import { storePack, sweepEditions } from "../../lib/storage/packs";
import { openSegmentReaders } from "../../lib/storage/segment-reader";
import { answerOf } from "../search/answer-of";
import { readAll } from "./database-dump";
import { openTestDatabase, packOf, store } from "./test-database";

const header = (({ answers: _, ...rest }) => rest)(packOf("v2"));

const manyAnswers = (count: number) =>
	Array.from({ length: count }, (_, index) => answerOf(`a${index}`, { reply: `common word${index % 7} only${index}` }));

function batchesOf(answers: Answer[], size: number): Answer[][] {
	return Array.from({ length: Math.ceil(answers.length / size) }, (_, index) =>
		answers.slice(index * size, (index + 1) * size),
	);
}

/** Batches that end as a killed worker does: nothing more happens. */
async function* thenNothing(batches: Answer[][]): AsyncGenerator<Answer[]> {
	yield* batches;
	await new Promise(() => undefined);
}

async function countAll(database: LensDatabase): Promise<Record<string, number>> {
	const rows = await readAll(database);
	return Object.fromEntries(
		["packs", "segments", "postings", "runs", "answers", "facetColumns", "facetNames", "titleBlocks"].map((name) => [
			name,
			rows[name]?.length ?? 0,
		]),
	);
}

describe("a pack of any size", () => {
	it("is found the same whether its index fitted into memory or was merged from runs", async () => {
		const database = await openTestDatabase();
		const answers = manyAnswers(60);
		await storePack(database, { ...header, id: "whole" }, [answers]);
		await storePack(database, { ...header, id: "in-runs" }, batchesOf(answers, 7), { largestRun: 50 });

		const [inRuns, whole] = await openSegmentReaders(database);
		const tokens = ["common", "word3", "only41", "nothing", "@muscle-twitching"];

		expect(await inRuns?.postings(tokens)).toEqual(await whole?.postings(tokens));
		expect((await inRuns?.documents([41]))?.[0]?.id).toBe("a41");
		expect(await database.runs.count()).toBe(0);
	});

	it("gives signs of life while its index is merged, when all its answers have been read", async () => {
		const database = await openTestDatabase();
		const onStep = vi.fn();
		const batches = function* () {
			yield* batchesOf(manyAnswers(60), 7);
			expect(onStep).not.toHaveBeenCalled();
		};

		await storePack(database, header, batches(), { largestRun: 50, onStep });

		expect(onStep).toHaveBeenCalled();
	});
});

describe("an import that does not end", () => {
	it("is not seen by any search, and the version before stays whole", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const before = await countAll(database);
		void storePack(database, header, thenNothing([manyAnswers(20)]), { largestRun: 10 });
		await expect.poll(() => database.runs.count()).toBeGreaterThan(0);

		expect((await openSegmentReaders(database)).map(({ index }) => index.documentCount)).toEqual([2]);
		expect((await database.packs.toArray()).map(({ version }) => version)).toEqual(["v1"]);
		expect(await countAll(database)).toMatchObject({ packs: before.packs, segments: before.segments });
	});

	it("is left alone by the sweep while somebody writes it", async () => {
		const database = await openTestDatabase();
		void storePack(database, header, thenNothing([manyAnswers(3)]));
		await expect.poll(() => database.answers.count()).toBe(3);

		await sweepEditions(database);

		expect(await database.answers.count()).toBe(3);
	});

	it("is cleared away after its end, and remembered until the reader is told", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const before = await readAll(database);
		// What a killed worker leaves: rows, a record, and no lock.
		const edition = "half-written";
		await database.looseEditions.add({ edition, packId: "clinic", packName: "Clinic", since: 5, state: "writing" });
		await database.answers.add({ edition, document: 0, id: answerOf("x").id, answer: answerOf("x") });
		await database.postings.add({ edition, first: 0, last: 0, ends: Uint32Array.of(1), bytes: Uint8Array.of(0) });
		await database.runs.add({ edition, run: 0, first: 0, last: 0, ends: Uint32Array.of(1), bytes: Uint8Array.of(0) });
		const facets = new FacetBuilder();
		facets.add(facetsOf(answerOf("x")));
		await addFacetChunk(database, edition, facets.takeChunk());
		await database.facetNames.add({ edition, names: facets.names() });

		await sweepEditions(database);
		await sweepEditions(database);

		expect(await readAll(database)).toEqual({
			...before,
			looseEditions: [
				{ edition: expect.any(String), packId: "clinic", packName: "Clinic", since: 5, state: "interrupted" },
			],
		});
	});

	it("leaves nothing behind when the reader cancels it", async () => {
		const database = await openTestDatabase();
		await store(database, packOf("v1"));
		const before = await readAll(database);
		const controller = new AbortController();
		const batches = async function* () {
			yield manyAnswers(20);
			controller.abort(new Error("Cancelled"));
			yield manyAnswers(20);
		};

		await expect(storePack(database, header, batches(), { signal: controller.signal, largestRun: 10 })).rejects.toThrow(
			"Cancelled",
		);

		expect(await readAll(database)).toEqual(before);
	});
});
