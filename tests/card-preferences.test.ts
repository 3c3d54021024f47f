import { describe, expect, it } from "vitest";
import { DEFAULT_PREFERENCES, validPreferences } from "../lib/card-preferences";

describe("how the reader likes cards to look", () => {
	it("is kept as it was chosen", () => {
		const chosen = {
			textSize: "large",
			theme: "dark",
			cardSize: { width: 500, height: 600 },
			parts: { tests: true, answers: false },
		};

		expect(validPreferences(chosen)).toEqual(chosen);
	});

	it.each([
		[undefined],
		[null],
		[7],
		["large"],
		[[]],
		[{ textSize: "huge", theme: "blue", cardSize: 3, parts: 3 }],
		[{ parts: null }],
	])("is as at first where something else is stored: %j", (stored) => {
		expect(validPreferences(stored)).toEqual(DEFAULT_PREFERENCES);
	});

	it("forgets single damaged parts and keeps the others", () => {
		expect(validPreferences({ textSize: "small", parts: { tests: true, answers: "yes" } })).toEqual({
			...DEFAULT_PREFERENCES,
			textSize: "small",
			parts: { tests: true },
		});
	});

	it.each([
		[
			{ width: 10, height: 9_999 },
			{ width: 280, height: 1_000 },
		],
		[{ width: Number.NaN, height: 400 }, null],
		[{ width: "500", height: 400 }, null],
		["large", null],
	])("has a size that a card can have, or the usual one: %j", (stored, size) => {
		expect(validPreferences({ cardSize: stored }).cardSize).toEqual(size);
	});

	it("cannot grow without end", () => {
		const parts = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`part-${at}`, true]));

		expect(Object.keys(validPreferences({ parts }).parts).length).toBeLessThan(50);
	});
});
