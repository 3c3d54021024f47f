import { describe, expect, it } from "vitest";
import { hiddenSymptomsOf } from "../lib/hidden-words";

const specialties = { ENT: ["hoarseness", "blocked-ear"], neurology: ["headache", "tremor"] };

describe("what is not underlined", () => {
	it("is what the reader knows, and the symptoms of specialties that are left out, each once", () => {
		expect(hiddenSymptomsOf({ known: ["tremor", "cough"], leftOut: ["neurology"] }, specialties)).toEqual([
			"cough",
			"headache",
			"tremor",
		]);
	});

	it("keeps a known word when its specialty is taken in again", () => {
		expect(hiddenSymptomsOf({ known: ["tremor"], leftOut: [] }, specialties)).toEqual(["tremor"]);
	});

	it("does not depend on a specialty that no symptom has any more", () => {
		expect(hiddenSymptomsOf({ known: [], leftOut: ["phrenology"] }, specialties)).toEqual([]);
	});
});
