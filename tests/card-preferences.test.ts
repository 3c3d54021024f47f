import { describe, expect, it } from "vitest";
import { DEFAULT_PREFERENCES, validPreferences } from "../lib/card-preferences";

describe("how the reader likes cards to look", () => {
	it("is kept as it was chosen", () => {
		const chosen = { textSize: "large", parts: { tests: true, answers: false } };

		expect(validPreferences(chosen)).toEqual(chosen);
	});

	it.each([[undefined], [null], [7], ["large"], [[]], [{ textSize: "huge", parts: 3 }], [{ parts: null }]])(
		"is as at first where something else is stored: %j",
		(stored) => {
			expect(validPreferences(stored)).toEqual(DEFAULT_PREFERENCES);
		},
	);

	it("forgets single damaged parts and keeps the others", () => {
		expect(validPreferences({ textSize: "small", parts: { tests: true, answers: "yes" } })).toEqual({
			textSize: "small",
			parts: { tests: true },
		});
	});

	it("cannot grow without end", () => {
		const parts = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`part-${at}`, true]));

		expect(Object.keys(validPreferences({ parts }).parts).length).toBeLessThan(50);
	});
});
