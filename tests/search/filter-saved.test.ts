import { describe, expect, it } from "vitest";
import type { SavedAnswer } from "../../lib/messaging/protocol";
import { filterSaved } from "../../lib/search/filter-saved";
import { answerOf } from "./answer-of";

const savedOf = (id: string, title: string, reply = "A reply."): SavedAnswer => {
	const snapshot = answerOf(id, { title, reply });
	const context = { symptomId: null, sentence: "", pageTitle: "", pageUrl: "" };
	return {
		id,
		packId: "p",
		answerId: snapshot.id,
		snapshot,
		packName: "P",
		context,
		savedAt: 1,
		updatedAt: 1,
		deletedAt: null,
		note: "",
		tags: [],
	};
};
const list = [
	savedOf("one", "Eyelid twitching for a week", "Drink less coffee."),
	savedOf("two", "Sore throat and fever"),
];
const idsFor = (query: string) => filterSaved(list, query).map(({ id }) => id);

describe("searching the saved answers", () => {
	it.each([
		["eyel twi", ["one"]],
		["coffee", ["one"]],
		["test doctor", ["one", "two"]],
		["", ["one", "two"]],
		["coffee fever", []],
	])("“%s” finds every answer in which each of its words begins a word", (query, ids) => {
		expect(idsFor(query)).toEqual(ids);
	});

	it("understands a misspelled title or name where nothing fits letter by letter", () => {
		expect(idsFor("eylid")).toEqual(["one"]);
		expect(idsFor("sore throt")).toEqual(["two"]);
		expect(idsFor("Docter")).toEqual(["one", "two"]);
	});

	it("finds nothing for what was never saved", () => {
		expect(idsFor("carburettor")).toEqual([]);
	});
});
