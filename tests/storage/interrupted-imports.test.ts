// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { answerIdSchema } from "../../data/schema";
import { LensDatabase } from "../../lib/storage/database";
import {
	acknowledgeInterruptedImports,
	listInterruptedImports,
	listPacks,
	removePack,
} from "../../lib/storage/manage-packs";
import { noteInterruptedImports, storePack, sweepEditions } from "../../lib/storage/packs";
import { saveAnswer } from "../../lib/storage/saved-answers";
import { StorageFullError } from "../../lib/storage/storage-errors";
import { answerOf } from "../search/answer-of";
import { readAll } from "./database-dump";
import { openTestDatabase, packOf, somewhere } from "./test-database";

/**
 * Real browsers are interrupted at random moments in `tests/e2e/import-faults.test.ts`;
 * here an import is interrupted at each of its writes, one after the other.
 */

const { answers: _, ...header } = packOf("v2");
const batches = [0, 1, 2, 3].map((batch) =>
	Array.from({ length: 6 }, (_, index) =>
		answerOf(`new-${batch * 6 + index}`, { reply: `common word${index} only${batch}` }),
	),
);

type Fate = "killed" | "disk full for rows" | "disk full for anything";

/** A connection of which the write number `fatal`, and what comes after it, meets `fate`; `met` resolves when it does. */
async function connectWith(name: string, fatal: number, fate: Fate) {
	const database = new LensDatabase(name);
	let writes = 0;
	let isLifted = false;
	let meet: () => void;
	const met = new Promise<void>((resolve) => {
		meet = resolve;
	});
	database.use({
		stack: "dbcore",
		name: "faults",
		create: (core) => ({
			...core,
			table: (tableName) => {
				const table = core.table(tableName);
				return {
					...table,
					mutate: async (request) => {
						const isSpared = fate === "disk full for rows" && request.type.startsWith("delete");
						if (++writes < fatal || isLifted || isSpared) return table.mutate(request);
						meet();
						if (fate !== "killed") throw new DOMException("full", "QuotaExceededError");
						// The browser takes back what a killed worker had not finished, and the worker does nothing more.
						request.trans.abort();
						return new Promise(() => undefined);
					},
				};
			},
		}),
	});
	await database.open();
	onTestFinished(() => database.close());
	const lift = () => {
		isLifted = true;
	};
	return { database, met, writes: () => writes, lift };
}

/** A library with the pack that came with the product, one of the same name as the import, and a saved answer. */
async function fillLibrary(name: string) {
	const database = await openTestDatabase(name);
	for (const { answers, ...known } of [{ ...packOf("v1", [answerOf("calm")]), id: "other" }, packOf("v1")]) {
		await storePack(database, known, [answers], { now: () => 1 });
	}
	await saveAnswer(database, { packId: "bundled", answerId: answerIdSchema.parse("one"), context: somewhere });
	return database;
}

const startImport = (database: LensDatabase) => storePack(database, header, batches, { largestRun: 20, now: () => 5 });

/** All rows, with the pack in place of the edition, which is another one each time. */
async function readLibrary(database: LensDatabase) {
	const packs = await database.packs.toArray();
	const packOfEdition = new Map(packs.map(({ edition, id }) => [edition, id]));
	const withoutEdition = (row: unknown) => {
		const { edition, ...rest } = row as { edition?: string };
		return { ...rest, ...(edition && { pack: packOfEdition.get(edition) ?? `nobody (${edition})` }) };
	};
	const tables = Object.entries(await readAll(database));
	const {
		meta: _,
		savedAnswers: __,
		...rest
	} = Object.fromEntries(
		tables.map(([name, rows]) => [
			name,
			rows
				.map(withoutEdition)
				.map((row) => JSON.stringify(row))
				.sort(),
		]),
	);
	return rest;
}

/** Calls back for each write of an import that replaces a pack, with a library to do it in and what it has to end as. */
async function atEachWrite(
	attempt: (step: {
		write: number;
		name: string;
		library: LensDatabase;
		whole: Record<string, string[]>;
	}) => Promise<void>,
): Promise<void> {
	const name = crypto.randomUUID();
	const library = await fillLibrary(name);
	const { database, writes } = await connectWith(name, Number.POSITIVE_INFINITY, "killed");
	await startImport(database);
	const whole = await readLibrary(library);
	// Fewer would mean that the import is no longer the one this test was made for.
	expect(writes()).toBeGreaterThan(20);
	for (let write = 1; write <= writes(); write++) {
		const own = crypto.randomUUID();
		await attempt({ write, name: own, library: await fillLibrary(own), whole });
	}
}

describe("an import in place of an earlier version", () => {
	it("that is killed in any of its writes leaves the old or the new version, and the reader is told", async () => {
		await atEachWrite(async ({ write, name, library, whole }) => {
			const before = await readAll(library);
			const { database, met } = await connectWith(name, write, "killed");
			// The lock of a dead worker is free: this one never holds it.
			vi.stubGlobal("navigator", { locks: { request: (_name: string, work: () => unknown) => work() } });
			void startImport(database).catch(() => undefined);
			await met;
			vi.unstubAllGlobals();
			const isStored = (await library.packs.get(header.id))?.version === "v2";

			await sweepEditions(library);

			const told = (await listInterruptedImports(library)).map(({ packName }) => packName);
			// Before the first write there is nothing that anybody could know of.
			expect(told, `write ${write}`).toEqual(isStored || write === 1 ? [] : [header.name]);
			await acknowledgeInterruptedImports(library);
			if (isStored) expect(await readLibrary(library), `write ${write}`).toEqual(whole);
			else expect(await readAll(library), `write ${write}`).toEqual(before);
		});
	});

	it.each(["disk full for rows", "disk full for anything"] as const)(
		"that meets a %s is refused or whole, whichever write it is",
		async (fate) => {
			await atEachWrite(async ({ write, name, library, whole }) => {
				const before = await readAll(library);
				const { database, lift } = await connectWith(name, write, fate);

				const outcome = await startImport(database).then(
					() => "stored",
					(error) => error,
				);

				const { version } = (await library.packs.get(header.id)) ?? {};
				expect(version, `write ${write}`).toBe(outcome === "stored" ? "v2" : "v1");
				if (outcome !== "stored") expect(outcome).toBeInstanceOf(StorageFullError);
				// With no room to clear anything, the packs can still be listed.
				await noteInterruptedImports(database);
				expect(await listPacks(database, "other")).toHaveLength(2);
				lift();
				await sweepEditions(library);
				await acknowledgeInterruptedImports(library);
				if (outcome === "stored") expect(await readLibrary(library), `write ${write}`).toEqual(whole);
				else expect(await readAll(library), `write ${write}`).toEqual(before);
			});
		},
	);

	it("is cleared away on a full disk, and told when there is room for the note", async () => {
		const name = crypto.randomUUID();
		const library = await fillLibrary(name);
		const before = await readAll(library);
		await library.looseEditions.add({ edition: "half", packId: "x", packName: "Clinic", since: 5, state: "writing" });
		await library.answers.add({ edition: "half", document: 0, id: answerOf("x").id, answer: answerOf("x") });
		const { database, lift } = await connectWith(name, 1, "disk full for rows");

		await sweepEditions(database);
		expect(await library.answers.toArray()).toEqual(before.answers);
		expect(await listInterruptedImports(library)).toEqual([]);
		lift();
		await sweepEditions(database);

		expect((await listInterruptedImports(library)).map(({ packName }) => packName)).toEqual(["Clinic"]);
		await acknowledgeInterruptedImports(library);
		expect(await readAll(library)).toEqual(before);
	});

	it("is told to everybody who asks, also while its rows are being cleared", async () => {
		const database = await fillLibrary(crypto.randomUUID());
		await database.looseEditions.add({ edition: "half", packId: "x", packName: "Clinic", since: 5, state: "writing" });

		const told = await Promise.all(
			[1, 2].map(async () => {
				await noteInterruptedImports(database);
				return listInterruptedImports(database);
			}),
		);

		expect(told.map((imports) => imports.map(({ packName }) => packName))).toEqual([["Clinic"], ["Clinic"]]);
	});
});

describe("a pack that is removed", () => {
	it("is gone although its rows cannot be cleared yet", async () => {
		const name = crypto.randomUUID();
		await fillLibrary(name);
		// The pack and the note are two writes.
		const { database, lift } = await connectWith(name, 3, "disk full for anything");

		expect(await removePack(database, header.id)).toBe(true);

		lift();
		await sweepEditions(database);
		expect((await readLibrary(database)).answers).toHaveLength(1);
	});
});
