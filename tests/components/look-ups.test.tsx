import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LookUps, type ShownLookUp } from "../../components/LookUps";
import type { SymptomId } from "../../data/schema";

const FAILURE = "This could not be forgotten. Please try again.";
const one: ShownLookUp = {
	symptomId: "lip-twitching" as SymptomId,
	name: "Lip twitching",
	at: Date.UTC(2026, 5, 3),
	count: 1,
};
const shown = (lookUps: ShownLookUp[], failure?: string) =>
	renderToStaticMarkup(<LookUps lookUps={lookUps} most={5} onForget={() => undefined} failure={failure} />);

describe("recent look-ups", () => {
	it("say so wherever they are shown when they could not be forgotten", () => {
		expect(shown([one], FAILURE)).toContain(`<p role="alert">${FAILURE}</p>`);
	});

	it("are not taken for none when they could not be read", () => {
		expect(shown([], FAILURE)).toContain(FAILURE);
		expect(shown([])).toBe("");
	});
});
