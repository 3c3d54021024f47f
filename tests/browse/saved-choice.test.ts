import { describe, expect, it } from "vitest";
import type { Answer, SymptomId } from "../../data/schema";
import {
	fitsSaved,
	NO_SAVED_FILTER,
	placeOfSaved,
	SavedFacetCounter,
	type SavedFilter,
	type SavedSort,
	sortSaved,
} from "../../lib/browse/saved-choice";
import { answerOf } from "../search/answer-of";
import { savedOf } from "./saved-of";

const answered = (id: string, title: string, reply: Partial<Answer["replies"][number]>, symptoms: string[]): Answer => {
	const answer = answerOf(id, { title, symptoms });
	return { ...answer, replies: answer.replies.map((plain) => ({ ...plain, ...reply })) };
};
const lips = savedOf("lips", {
	snapshot: answered("lips", "Zinc and lips", { repliedOn: "2021-03-01", specialty: "Neurology" }, ["lip-twitching"]),
	context: { symptomId: "dry-lips" as SymptomId, sentence: "", pageTitle: "", pageUrl: "" },
	tags: ["Visit"],
	savedAt: 30,
});
const eyes = savedOf("eyes", {
	snapshot: answered("eyes", "An eye", { repliedOn: "2023-01-01", specialty: "Surgery" }, ["eyelid-twitching"]),
	packId: "q",
	packName: "Q",
	tags: ["visit", "eyes"],
	savedAt: 10,
});
const none = savedOf("none", { snapshot: answered("none", "Cold 10", {}, []), savedAt: 20 });
const all = [lips, none, eyes];

const left = (filter: Partial<SavedFilter>) =>
	all.filter((saved) => fitsSaved(saved, { ...NO_SAVED_FILTER, ...filter })).map(({ id }) => id);
const sorted = (sort: SavedSort) => sortSaved(all.map(placeOfSaved), sort).map(({ id }) => id);

describe("the personal list", () => {
	it("is narrowed by tag, symptom, specialty and pack, one after another", () => {
		expect(left({})).toEqual(["lips", "none", "eyes"]);
		expect(left({ tag: "VISIT" })).toEqual(["lips", "eyes"]);
		expect(left({ symptomId: "dry-lips" })).toEqual(["lips"]);
		expect(left({ symptomId: "lip-twitching" })).toEqual(["lips"]);
		expect(left({ specialty: "Surgery" })).toEqual(["eyes"]);
		expect(left({ packId: "q", tag: "visit" })).toEqual(["eyes"]);
		expect(left({ packId: "q", specialty: "Neurology" })).toEqual([]);
	});

	it("is sorted; what has no date or symptom comes last", () => {
		expect(sorted("saved")).toEqual(["lips", "none", "eyes"]);
		expect(sorted("replied")).toEqual(["eyes", "lips", "none"]);
		expect(sorted("symptom")).toEqual(["lips", "eyes", "none"]);
		expect(sorted("title")).toEqual(["eyes", "none", "lips"]);
	});

	it("counts an answer once for a tag that it has in two spellings", () => {
		const counter = new SavedFacetCounter();
		counter.add(savedOf("twice", { tags: ["Visit", "visit"] }));

		expect(counter.facets().tag).toEqual([{ value: "visit", name: "Visit", count: 1 }]);
	});

	it("says what each filter would leave", () => {
		const counter = new SavedFacetCounter();
		for (const saved of all) counter.add(saved);

		expect(counter.facets()).toMatchObject({
			tag: [
				{ value: "eyes", count: 1 },
				{ value: "visit", name: "Visit", count: 2 },
			],
			specialty: [{ name: "Neurology" }, { name: "Surgery" }],
			packId: [
				{ value: "p", name: "P", count: 2 },
				{ value: "q", name: "Q", count: 1 },
			],
			symptomId: [{ value: "dry-lips" }, { value: "eyelid-twitching" }, { value: "lip-twitching" }],
		});
	});
});
