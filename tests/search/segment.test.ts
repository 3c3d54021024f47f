import { describe, expect, it } from "vitest";
import { Library } from "../../lib/search/library";
import { searchDocumentOf } from "../../lib/search/search-document";
import { searchWords } from "../../lib/search/search-tokens";
import { buildSegment, FIELDS, symptomToken } from "../../lib/search/segment";
import { readSegment, SegmentIndex } from "../../lib/search/segment-reader";
import { answerOf } from "./answer-of";

describe("search words", () => {
	it.each([
		["My eyelids won’t stop twitching", ["eyelid", "stop", "twitch"]],
		["Parkinson's disease, Bell's palsy", ["parkinson", "diseas", "bell", "palsi"]],
		["cant feel it", ["feel"]],
		["feet foot, calves calf, shook shaking", ["foot", "foot", "calf", "calf", "shake", "shake"]],
		["is it the", []],
	])("of %j are %j", (text, expected) => {
		expect(searchWords(text).map(({ stem }) => stem)).toEqual(expected);
	});

	it("keep the spelling of the text", () => {
		expect(searchWords("İ The EYELIDS’ twitch").map(({ typed }) => typed)).toEqual(["İ", "EYELIDS", "twitch"]);
	});
});

describe("segment", () => {
	const documents = [
		answerOf("one", { title: "Lip twitch", question: "Lips twitching?", symptoms: ["lip-twitching", "anxiety"] }),
		answerOf("two", { reply: "Twitching fades.", background: "About lips", symptoms: ["anxiety"] }),
	].map(searchDocumentOf);
	const { summary, postings } = buildSegment(documents);
	const frequenciesOf = (token: string) => {
		const found = postings.get(token);
		return [...(found?.documents ?? [])].map((document, place) => ({
			document,
			frequencies: [...(found?.frequencies.slice(place * FIELDS.length, (place + 1) * FIELDS.length) ?? [])],
		}));
	};

	it("counts each word by document and field, all its forms together", () => {
		expect(frequenciesOf("twitch")).toEqual([
			{ document: 0, frequencies: [1, 1, 0, 0, 0] },
			{ document: 1, frequencies: [0, 0, 1, 0, 0] },
		]);
		expect(frequenciesOf("lip")).toEqual([
			{ document: 0, frequencies: [1, 1, 0, 0, 0] },
			{ document: 1, frequencies: [0, 0, 0, 1, 0] },
		]);
	});

	it("weighs the first symptom of an answer most", () => {
		expect(frequenciesOf(symptomToken("lip-twitching"))).toEqual([{ document: 0, frequencies: [0, 0, 0, 0, 4] }]);
		expect(frequenciesOf(symptomToken("anxiety"))).toEqual([
			{ document: 0, frequencies: [0, 0, 0, 0, 2] },
			{ document: 1, frequencies: [0, 0, 0, 0, 4] },
		]);
	});

	it("knows each written word and its token", () => {
		const index = new SegmentIndex(summary);

		expect(index.tokenOf("twitching")).toBe("twitch");
		expect(index.tokenOf("twitch")).toBe("twitch");
		expect(index.tokenOf("knee")).toBeUndefined();
		expect(["knee", "fade", "twitch"].map((token) => index.countOf(token))).toEqual([0, 1, 2]);
	});

	it("finds that a rare word says more than a common one, and an unknown one most", () => {
		const library = new Library([readSegment("test", { summary, postings }, documents)]);

		expect(library.informationOf("knee")).toBeGreaterThan(library.informationOf("fade"));
		expect(library.informationOf("fade")).toBeGreaterThan(library.informationOf("twitch"));
		expect(library.informationOf("twitch")).toBeGreaterThan(0);
	});

	it("of an empty pack is empty", () => {
		expect(buildSegment([]).summary.tokens).toEqual([]);
		expect(new SegmentIndex(buildSegment([]).summary).averageLengths).toEqual([0, 0, 0, 0, 0]);
	});
});
