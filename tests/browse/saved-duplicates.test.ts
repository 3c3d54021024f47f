import { describe, expect, it } from "vitest";
import { DuplicateFinder } from "../../lib/browse/saved-duplicates";
import type { SavedAnswer } from "../../lib/messaging/protocol";
import { answerOf } from "../search/answer-of";
import { savedOf } from "./saved-of";

const groupsOf = (saved: SavedAnswer[]) => {
	const finder = new DuplicateFinder();
	for (const each of saved) finder.add(each);
	return finder.groups().map(({ ids }) => ids);
};
const at = (id: string, packId: string, url: string, title = id) =>
	savedOf(id, { packId, snapshot: { ...answerOf(id, { title, reply: id }), url } });

describe("saved answers that seem to be the same", () => {
	it("have the same title and replies, whatever the capitals, white space and marks", () => {
		const one = savedOf("one", { snapshot: answerOf("one", { title: "Is it  coffee?", reply: "No." }) });
		const two = savedOf("two", { packId: "q", snapshot: answerOf("two", { title: "is it coffee", reply: "no" }) });
		const other = savedOf("other", { snapshot: answerOf("other", { title: "Is it coffee?", reply: "Yes." }) });

		expect(groupsOf([one, other, two])).toEqual([["one", "two"]]);
	});

	it("have the same address and come from two packs", () => {
		const saved = [
			at("one", "p", "https://www.example.org/a/"),
			at("two", "q", "http://example.org/a#reply"),
			at("three", "q", "https://example.org/b"),
		];

		expect(groupsOf(saved)).toEqual([["one", "two"]]);
	});

	it("are not two questions of one page: with two of one pack, the address says nothing", () => {
		const page = "https://example.org/questions";

		expect(groupsOf([at("one", "p", page), at("two", "p", page), at("three", "q", page)])).toEqual([]);
	});

	it("stand in one group only", () => {
		const url = "https://example.org/a";
		const saved = [at("one", "p", url, "Same"), at("two", "q", url, "Same")].map((each) => ({
			...each,
			snapshot: { ...answerOf(each.id, { title: "Same", reply: "Same" }), url },
		}));

		expect(groupsOf(saved)).toEqual([["one", "two"]]);
	});
});
