import { describe, expect, it } from "vitest";
import type { SymptomId, SymptomSummary } from "../../data/schema";
import type { FrameTerms } from "../../lib/messaging/page-terms";
import type { ListedTerm } from "../../lib/messaging/protocol";
import { groupTerms, lastShown, termAfter } from "../../lib/terms/group-terms";

const symptom = (id: string, name: string): SymptomSummary => ({
	id: id as SymptomId,
	name,
	clinicalTerm: null,
	terms: [],
});
const symptoms = [symptom("lip-twitching", "Lip twitching"), symptom("tremor", "Tremor")];

/** A term at the stars of a text: "My *lip twitches*." */
const term = (number: number, symptomId: string, starred: string, words?: string): ListedTerm => {
	const [before = "", named = ""] = starred.split("*");
	return {
		number,
		symptomId,
		words: words ?? named,
		assertion: "present",
		text: starred.replaceAll("*", ""),
		start: before.length,
		end: before.length + named.length,
	};
};
const frame = (frameId: number, terms: ListedTerm[], last?: FrameTerms["last"]): FrameTerms => ({
	frameId,
	terms,
	last,
});
const sentenceOf = (listed: ListedTerm) =>
	groupTerms([frame(0, [listed])], symptoms)[0]?.terms[0]?.sentence.map(({ text, isMarked }) =>
		isMarked ? `[${text}]` : text,
	);

describe("the terms of a page", () => {
	it("are grouped by symptom, in the order of the page, the top frame first", () => {
		const groups = groupTerms(
			[
				frame(0, [term(3, "tremor", "A *tremor*."), term(1, "lip-twitching", "My *lip twitches*.")]),
				frame(7, [term(1, "tremor", "Again a *tremor*.")]),
			],
			symptoms,
		);

		expect(groups.map(({ name, terms }) => [name, terms.map(({ frameId, number }) => [frameId, number])])).toEqual([
			[
				"Tremor",
				[
					[0, 3],
					[7, 1],
				],
			],
			["Lip twitching", [[0, 1]]],
		]);
	});

	it("of a symptom that nobody knows are left out: a page may have written the message", () => {
		expect(groupTerms([frame(0, [term(1, "__proto__", "*x*"), term(2, "unknown", "*x*")])], symptoms)).toEqual([]);
	});

	it("stand in their sentence, with the words that name the symptom marked", () => {
		expect(sentenceOf(term(1, "lip-twitching", "I slept badly. My *lip twitches* again. Why?"))).toEqual([
			"My ",
			"[lip twitches]",
			" again.",
		]);
	});

	it("are marked where they stand, though the same words come twice", () => {
		expect(sentenceOf(term(1, "tremor", "No. First a tremor, then one more *tremor*, then none."))).toEqual([
			"First a tremor, then one more ",
			"[tremor]",
			", then none.",
		]);
	});

	it("are marked in each of their parts", () => {
		expect(sentenceOf(term(1, "lip-twitching", "My *lip is always twitching* so.", "lip … twitching"))).toEqual([
			"My ",
			"[lip]",
			" is always ",
			"[twitching]",
			" so.",
		]);
	});

	it("are marked across line breaks, which the sentence writes as spaces", () => {
		expect(sentenceOf(term(1, "lip-twitching", "My\n  poor *lip\n  twitches*.", "lip twitches"))).toEqual([
			"My poor ",
			"[lip twitches]",
			".",
		]);
	});

	it("keep a sentence whose marks cannot be found, unmarked", () => {
		expect(sentenceOf(term(1, "tremor", "A *tremor*.", "other words"))).toEqual(["A tremor."]);
	});
});

describe("going from term to term", () => {
	const terms = [term(5, "tremor", "*a*"), term(2, "tremor", "*b*")];
	const inFrame = [term(1, "tremor", "*c*")];
	const at = (frames: FrameTerms[], by: number) => {
		const place = termAfter(frames, by);
		return place && [place.frameId, place.number];
	};

	it("begins at the first of the page, backwards at the last", () => {
		expect(at([frame(0, terms), frame(4, inFrame)], 1)).toEqual([0, 5]);
		expect(at([frame(0, terms), frame(4, inFrame)], -1)).toEqual([4, 1]);
	});

	it("goes on in the next frame, and round the end", () => {
		expect(at([frame(0, terms, { number: 2, at: 1 }), frame(4, inFrame)], 1)).toEqual([4, 1]);
		expect(at([frame(0, terms, { number: 2, at: 1 }), frame(4, inFrame, { number: 1, at: 2 })], 1)).toEqual([0, 5]);
		expect(at([frame(0, terms, { number: 5, at: 1 }), frame(4, inFrame)], -1)).toEqual([4, 1]);
	});

	it("goes on from the card that was opened last, in whichever frame", () => {
		const frames = [frame(0, terms, { number: 5, at: 20 }), frame(4, inFrame, { number: 1, at: 10 })];

		expect(lastShown(frames)).toEqual({ frameId: 0, number: 5 });
		expect(at(frames, 1)).toEqual([0, 2]);
	});

	it("begins anew where the last term has left the page, and goes nowhere without terms", () => {
		expect(at([frame(0, terms, { number: 99, at: 1 })], 1)).toEqual([0, 5]);
		expect(at([frame(0, [])], 1)).toBeUndefined();
	});
});
