import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSymptomSearch } from "../../lib/search/symptom-search";
import { symptomIndex } from "./content";

const searchSymptoms = createSymptomSearch(symptomIndex);
const idsFor = (query: string) => searchSymptoms(query).map(({ id }) => id);

describe("symptom search", () => {
	it.each([
		["lip twitching", "lip-twitching"],
		["LIP TWITCHING", "lip-twitching"],
		["lip won't stop twitching", "lip-twitching"],
		["lip won’t stop twitching", "lip-twitching"],
		["my eyelid keeps jumping at night", "eyelid-twitching"],
		["left upper eyelid twitching for a week", "eyelid-twitching"],
		["twitching", "muscle-twitching"],
		["twitching after covid vaccine", "muscle-twitching"],
		["bell's palsy", "facial-droop"],
		["bells palsy", "facial-droop"],
		["pins and needles in feet", "foot-tingling"],
		["cant feel my toes", "foot-numbness"],
		["muscle loss", "muscle-atrophy"],
		["shaky hands", "hand-tremor"],
		["brain zaps", "electric-shocks"],
		["dysphagia", "swallowing-difficulty"],
		["anxious", "anxiety"],
	])("finds %j as %s", (query, expected) => {
		expect(idsFor(query)[0]).toBe(expected);
	});

	it.each([
		["fasiculation", "muscle-twitching"],
		["eyelid jumpng", "eyelid-twitching"],
		["twiching eye", "eyelid-twitching"],
		["tremro", "tremor"],
		["slured speach", "slurred-speech"],
		["hemifacal spasm", "hemifacial-spasm"],
		["numness in hand", "hand-numbness"],
		["trouble swalowing", "swallowing-difficulty"],
	])("understands the misspelled %j as %s", (query, expected) => {
		expect(idsFor(query)[0]).toBe(expected);
	});

	it.each([
		["eyel", "eyelid-twitching"],
		["twitc", "muscle-twitching"],
		["restless leg", "restless-legs"],
		["lip twi", "lip-twitching"],
	])("completes the unfinished %j to %s", (query, expected) => {
		expect(idsFor(query)[0]).toBe(expected);
	});

	it.each(["xyzzy", "", "   ", "the", "banana bread recipe", "football results today", "🙂", "唇がぴくぴくする"])(
		"finds nothing for %j",
		(query) => {
			expect(searchSymptoms(query)).toEqual([]);
		},
	);

	it("names the term that fitted, as it is written in the data", () => {
		expect(searchSymptoms("dysphagia")[0]?.matchedTerm.toLowerCase()).toBe("dysphagia");
	});

	it("lowers the score for every word that matches nothing", () => {
		const [bare] = searchSymptoms("eyelid twitching");
		const [withOther] = searchSymptoms("eyelid twitching carburettor");
		const [withTwoOthers] = searchSymptoms("eyelid twitching carburettor gearbox");

		expect(bare?.score).toBeCloseTo(1);
		expect(withOther?.score).toBeLessThan(bare?.score ?? 0);
		expect(withTwoOthers?.score).toBeLessThan(withOther?.score ?? 0);
	});

	it("lists no more than asked for, and each symptom once", () => {
		expect(searchSymptoms("twitching", 3)).toHaveLength(3);
		expect(new Set(idsFor("twitching")).size).toBe(idsFor("twitching").length);
	});

	it("finds every symptom by its own name first", () => {
		const notFirst = symptomIndex.filter(({ id, name }) => idsFor(name)[0] !== id);

		expect(notFirst.map(({ name }) => name)).toEqual([]);
	});

	it("never throws, scores from 0 to 1, best first, and always says the same", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.lorem({ maxCount: 80 })), (query) => {
				const found = searchSymptoms(query);

				expect(searchSymptoms(query)).toEqual(found);
				expect(found.every(({ score }) => score > 0 && score <= 1.000001)).toBe(true);
				expect([...found].sort((one, other) => other.score - one.score)).toEqual(found);
			}),
		);
	});

	it("reads no more than 200 characters", () => {
		const long = `${"x".repeat(199)} lip twitching`;

		expect(searchSymptoms(long)).toEqual([]);
	});
});
