import { describe, expect, it } from "vitest";
import { savedMatcher, savedNames, spelledLike } from "../../lib/search/filter-saved";
import { savedOf } from "../browse/saved-of";
import { answerOf } from "./answer-of";

const saved = (id: string, title: string, reply = "A reply.") =>
	savedOf(id, { snapshot: answerOf(id, { title, reply }) });
const list = [saved("one", "Eyelid twitching for a week", "Drink less coffee."), saved("two", "Sore throat and fever")];
const remarked = {
	...saved("three", "Numb fingers"),
	note: "Ask about my café job",
	tags: ["Visit June"],
	context: { symptomId: null, sentence: "They fall asleep.", pageTitle: "A forum on Müdigkeit", pageUrl: "" },
};
const idsFor = (query: string, among = list) => among.filter(savedMatcher(query)).map(({ id }) => id);

describe("searching the saved answers", () => {
	it.each([
		["eyel twi", ["one"]],
		["coffee", ["one"]],
		["test doctor", ["one", "two"]],
		["", ["one", "two"]],
		["coffee fever", []],
		["yelid", []],
		["null", []],
	])("“%s” finds every answer in which each of its words begins a word", (query, ids) => {
		expect(idsFor(query)).toEqual(ids);
	});

	it.each(["job", "visit jun", "asleep", "mudigkeit", "cafe", "CAFÉ", "MÜDIGKEIT numb"])(
		"“%s” is found in the note, the tags, the sentence or the title of the page, with or without accents",
		(query) => {
			expect(idsFor(query, [...list, remarked])).toEqual(["three"]);
		},
	);

	it("understands a misspelled title or name", async () => {
		const names = list.map(savedNames);

		expect(await spelledLike(names, "eylid")).toEqual(["one"]);
		expect(await spelledLike(names, "sore throt")).toEqual(["two"]);
		expect((await spelledLike(names, "Docter")).sort()).toEqual(["one", "two"]);
	});

	it("finds nothing for what was never saved", async () => {
		expect(idsFor("carburettor")).toEqual([]);
		expect(await spelledLike(list.map(savedNames), "carburettor")).toEqual([]);
	});
});
