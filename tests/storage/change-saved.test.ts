// Long because its rules share one way to fill the list and to read it.

// Before Dexie, which looks for a database once, when it is loaded.
import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import * as shownLimits from "../../components/record-limits";
import * as limits from "../../lib/backup/record-limits";
import { tidyTags } from "../../lib/backup/saved-tags";
import { NO_SAVED_FILTER } from "../../lib/browse/saved-choice";
import type { SavedAnswer, SavedListRequest } from "../../lib/messaging/protocol";
import { browseSaved, readSavedAnswers } from "../../lib/storage/browse-saved";
import {
	changeSavedAnswer,
	mergeSavedAnswers,
	removeSavedAnswers,
	restoreSavedAnswers,
	tagSavedAnswers,
} from "../../lib/storage/change-saved";
import type { LensDatabase } from "../../lib/storage/database";
import { savedOf } from "../browse/saved-of";
import { answerOf } from "../search/answer-of";
import { openTestDatabase } from "./test-database";

const { LONGEST_NOTE, MOST_TAGS } = limits;
const everything: SavedListRequest = { text: "", filter: NO_SAVED_FILTER, sort: "saved", count: 100 };
const at = (time: number) => () => time;

async function openWith(...saved: SavedAnswer[]): Promise<LensDatabase> {
	const database = await openTestDatabase();
	await database.savedAnswers.bulkAdd(saved);
	return database;
}

const listed = async (database: LensDatabase, request: Partial<SavedListRequest> = {}) =>
	(await browseSaved(database, { ...everything, ...request })).ids;

describe("a note or tags", () => {
	it("are written alone: what another page wrote into the other field stays", async () => {
		const database = await openWith(savedOf("one"));

		expect(await changeSavedAnswer(database, { id: "one", note: "Ask Dr. Lee" }, at(5))).toBe(true);
		expect(await changeSavedAnswer(database, { id: "one", tags: ["june"] }, at(6))).toBe(true);

		expect(await database.savedAnswers.get("one")).toEqual({
			...savedOf("one"),
			note: "Ask Dr. Lee",
			tags: ["june"],
			updatedAt: 6,
		});
	});

	it("say so if there is no such answer", async () => {
		expect(await changeSavedAnswer(await openWith(), { id: "nobody", note: "" })).toBe(false);
	});

	it("written last come back with an answer that was removed meanwhile", async () => {
		const database = await openWith(savedOf("one"));
		await removeSavedAnswers(database, ["one"]);
		await changeSavedAnswer(database, { id: "one", note: "typed last" });
		await restoreSavedAnswers(database, ["one"]);

		expect(await readSavedAnswers(database, ["one"])).toMatchObject([{ note: "typed last", deletedAt: null }]);
	});
});

describe("tags", () => {
	it("are tidied: no white space around, none empty, each once whatever its capitals", () => {
		expect(tidyTags(["  Visit \n June ", "visit june", "", " ", "b"])).toEqual(["Visit June", "b"]);
		expect(tidyTags(["x".repeat(100)])).toEqual(["x".repeat(limits.LONGEST_TAG)]);
		expect(tidyTags(Array.from({ length: 50 }, (_, index) => `t${index}`))).toHaveLength(MOST_TAGS);
	});

	it("have the same limits in the form as in the database, and so has an episode of the diary", () => {
		expect(limits).toMatchObject({ ...shownLimits });
	});

	it("are added to many answers and taken off those that got them", async () => {
		const full = Array.from({ length: MOST_TAGS }, (_, index) => `t${index}`);
		const database = await openWith(
			savedOf("one"),
			savedOf("two", { tags: ["June"] }),
			savedOf("full", { tags: full }),
		);

		const changed = await tagSavedAnswers(database, { ids: ["one", "two", "full"], tag: " june ", isOn: true }, at(9));
		expect(changed).toEqual(["one"]);
		expect(await database.savedAnswers.get("one")).toMatchObject({ tags: ["june"], updatedAt: 9 });
		expect(await tagSavedAnswers(database, { ids: changed, tag: "june", isOn: false })).toEqual(["one"]);

		expect(await database.savedAnswers.get("one")).toMatchObject({ tags: [] });
		expect(await database.savedAnswers.get("two")).toMatchObject({ tags: ["June"], updatedAt: 1 });
	});
});

describe("many answers", () => {
	it("are removed, and exactly those that were on the list are told", async () => {
		const database = await openWith(savedOf("one"), savedOf("two"), savedOf("gone", { deletedAt: 4 }));

		expect(await removeSavedAnswers(database, ["one", "gone", "nobody", "one"], at(7))).toEqual(["one"]);

		expect(await listed(database)).toEqual(["two"]);
		expect(await database.savedAnswers.get("gone")).toMatchObject({ deletedAt: 4 });
		expect(await database.savedAnswers.get("one")).toMatchObject({ deletedAt: 7, updatedAt: 7 });
	});

	it("come back, but not beside a copy that was saved anew", async () => {
		const database = await openWith(
			savedOf("one", { deletedAt: 4 }),
			savedOf("two", { deletedAt: 4 }),
			savedOf("two-anew", { answerId: savedOf("two").answerId }),
		);

		expect(await restoreSavedAnswers(database, ["one", "two"], at(8))).toEqual(["one"]);

		expect((await listed(database)).sort()).toEqual(["one", "two-anew"]);
		expect(await database.savedAnswers.get("one")).toMatchObject({ deletedAt: null, updatedAt: 8 });
	});
});

describe("an answer that was saved on two devices", () => {
	const copies = [
		savedOf("first", { answerId: savedOf("x").answerId, savedAt: 1, note: "One", tags: ["a"] }),
		savedOf("second", { answerId: savedOf("x").answerId, savedAt: 2, note: "Two", tags: ["b"] }),
	];

	const other = savedOf("other", { savedAt: 3, snapshot: answerOf("other", { title: "Another title" }) });

	it("is one row of the list, with both notes and all tags", async () => {
		const list = await browseSaved(await openWith(...copies, other), everything);

		expect(list.count).toBe(2);
		expect(list.rows).toMatchObject([{ id: "other" }, { id: "first", note: "One\n\nTwo", tags: ["a", "b"] }]);
		expect(list.duplicates).toEqual([]);
	});

	it("is one row wherever the list is cut while it is read", async () => {
		const many = Array.from({ length: 300 }, (_, index) => [
			savedOf(`a-${index}`, { answerId: savedOf(`x-${index}`).answerId }),
			savedOf(`b-${index}`, { answerId: savedOf(`x-${index}`).answerId }),
		]);

		expect((await browseSaved(await openWith(...many.flat()), everything)).count).toBe(300);
	});

	it("is changed as it is shown, and then is one for good", async () => {
		const database = await openWith(...copies);

		await tagSavedAnswers(database, { ids: ["first"], tag: "june", isOn: true }, at(9));
		await changeSavedAnswer(database, { id: "first", note: "Only this" }, at(10));

		expect(await database.savedAnswers.get("first")).toMatchObject({
			note: "Only this",
			tags: ["a", "b", "june"],
			updatedAt: 10,
		});
		expect(await database.savedAnswers.get("second")).toMatchObject({ deletedAt: 9 });
	});

	it("is removed whole with others, and comes back with what both held", async () => {
		const database = await openWith(...copies, savedOf("other"));

		await restoreSavedAnswers(database, await removeSavedAnswers(database, ["first", "other"]));

		expect(await readSavedAnswers(database, ["first"])).toMatchObject([{ note: "One\n\nTwo", tags: ["a", "b"] }]);
		expect(await listed(database)).toHaveLength(2);
	});

	it("keeps all of its joined note while the reader edits it", async () => {
		const note = "x".repeat(LONGEST_NOTE);
		const database = await openWith(...copies.map((copy, index) => ({ ...copy, note: `${index}${note.slice(1)}` })));
		const [shown] = await readSavedAnswers(database, ["first"]);

		await changeSavedAnswer(database, { id: "first", note: (shown?.note ?? "").slice(0, -1) });

		expect((await database.savedAnswers.get("first"))?.note).toHaveLength(2 * LONGEST_NOTE + 1);
	});

	it("counts a change as later than one of a device whose clock is fast", async () => {
		const database = await openWith(savedOf("one", { updatedAt: 1_000 }));

		await changeSavedAnswer(database, { id: "one", note: "now" }, at(5));

		expect(await database.savedAnswers.get("one")).toMatchObject({ updatedAt: 1_001 });
	});
});

describe("merging", () => {
	const first = savedOf("first", { savedAt: 1, note: "One", tags: ["a"] });
	const second = savedOf("second", { packId: "q", savedAt: 2, note: "Two", tags: ["A", "b"] });

	it("keeps the answer that was saved first, with all notes and tags", async () => {
		const database = await openWith(first, second);

		const merged = await mergeSavedAnswers(database, ["second", "first"], at(9));

		expect(merged).toEqual({ before: { id: "first", note: "One", tags: ["a"] }, removed: ["second"] });
		expect(await listed(database)).toEqual(["first"]);
		expect(await database.savedAnswers.get("first")).toMatchObject({
			note: "One\n\nTwo",
			tags: ["a", "b"],
			updatedAt: 9,
		});
	});

	it("is undone by putting back what it tells", async () => {
		const database = await openWith(first, second);
		const merged = await mergeSavedAnswers(database, ["first", "second"]);

		await restoreSavedAnswers(database, merged?.removed ?? []);
		await changeSavedAnswer(database, merged?.before ?? { id: "" });

		const rows = (await database.savedAnswers.toArray()).map(({ updatedAt: _, ...row }) => row);
		expect(rows).toEqual([first, second].map(({ updatedAt: _, ...row }) => row));
	});

	it("does nothing with one answer, or with notes that do not fit into one", async () => {
		const long = { note: "x".repeat(LONGEST_NOTE) };
		const database = await openWith(first, savedOf("long", long), savedOf("gone", { deletedAt: 2 }));
		const before = await database.savedAnswers.toArray();

		expect(await mergeSavedAnswers(database, ["first", "gone"])).toBeUndefined();
		expect(await mergeSavedAnswers(database, ["first", "long"])).toBeUndefined();
		expect(await database.savedAnswers.toArray()).toEqual(before);
	});
});

describe("the list", () => {
	it("is read whole, however long, with its first rows", async () => {
		const saved = Array.from({ length: 700 }, (_, index) =>
			savedOf(`s-${String(index).padStart(3, "0")}`, {
				savedAt: index,
				snapshot: answerOf(`a-${index}`, { title: `Number ${index}`, reply: `Reply ${index}` }),
			}),
		);
		const database = await openWith(...saved, savedOf("gone", { deletedAt: 1 }));

		const list = await browseSaved(database, { ...everything, count: 2 });

		expect(list.count).toBe(700);
		expect(list.ids).toHaveLength(700);
		expect(list.rows.map(({ id }) => id)).toEqual(["s-699", "s-698"]);
		expect(await listed(database, { text: "number 42" })).toHaveLength(11);
	});

	it("is searched and narrowed at once, and takes a misspelled word where none fits", async () => {
		const database = await openWith(
			savedOf("one", { snapshot: answerOf("one", { title: "Eyelid twitching" }), tags: ["june"] }),
			savedOf("two", { snapshot: answerOf("two", { title: "Eyelid swelling" }) }),
		);

		expect(await listed(database, { text: "eyelid", filter: { ...NO_SAVED_FILTER, tag: "june" } })).toEqual(["one"]);
		expect(await listed(database, { text: "eylid sweling" })).toEqual(["two"]);
		expect(await listed(database, { text: "carburettor" })).toEqual([]);
	});

	it("tells which answers seem to be saved twice", async () => {
		const same = answerOf("same", { title: "Same", reply: "Same" });
		const database = await openWith(
			savedOf("one", { snapshot: same }),
			savedOf("two", { snapshot: same, packId: "q" }),
			savedOf("gone", { snapshot: same, packId: "r", deletedAt: 1 }),
		);

		expect((await browseSaved(database, everything)).duplicates).toEqual([{ title: "Same", ids: ["one", "two"] }]);
	});
});
