// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import type { SymptomId } from "../../data/schema";
import { forgetLookUps, listLookUps, MOST_LOOK_UPS, noteLookUp } from "../../lib/storage/look-ups";
import { openTestDatabase } from "./test-database";

const symptom = (id: string) => id as SymptomId;
const at = (time: number) => () => time;

describe("recent look-ups", () => {
	it("hold each symptom once, with the last time, last first", async () => {
		const database = await openTestDatabase();
		await noteLookUp(database, symptom("lip-twitching"), at(1));
		await noteLookUp(database, symptom("fever"), at(2));
		await noteLookUp(database, symptom("lip-twitching"), at(3));

		expect(await listLookUps(database)).toEqual([
			{ symptomId: "lip-twitching", at: 3, count: 2 },
			{ symptomId: "fever", at: 2, count: 1 },
		]);
	});

	it("are forgotten, one or all", async () => {
		const database = await openTestDatabase();
		for (const id of ["a", "b", "c"]) await noteLookUp(database, symptom(id));

		await forgetLookUps(database, symptom("b"));
		expect((await listLookUps(database)).map(({ symptomId }) => symptomId).sort()).toEqual(["a", "c"]);
		await forgetLookUps(database, null);

		expect(await listLookUps(database)).toEqual([]);
	});

	it("make room: the oldest go", async () => {
		const database = await openTestDatabase();
		for (let time = 0; time < MOST_LOOK_UPS + 3; time++) await noteLookUp(database, symptom(`s-${time}`), at(time));

		const kept = await listLookUps(database);
		expect(kept).toHaveLength(MOST_LOOK_UPS);
		expect(kept.at(-1)?.symptomId).toBe("s-3");
	});

	it("are never more than there is room for, whatever a restore brought", async () => {
		const database = await openTestDatabase();
		await database.lookUps.bulkPut(
			Array.from({ length: MOST_LOOK_UPS + 3 }, (_, time) => ({ symptomId: symptom(`s-${time}`), at: time, count: 1 })),
		);

		const listed = await listLookUps(database);
		expect(listed).toHaveLength(MOST_LOOK_UPS);
		expect(listed[0]?.symptomId).toBe(`s-${MOST_LOOK_UPS + 2}`);
	});
});
