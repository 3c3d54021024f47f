import { describe, expect, it, vi } from "vitest";
import { hiddenSymptomsOf, readHiddenWords, setHiddenWords, setKnown } from "../lib/hidden-words";
import { readSettings } from "../lib/settings";

// Before the modules, which look for the browser once, when they are loaded.
vi.hoisted(() => {
	const stored: Record<string, unknown> = {};
	const local = {
		get: async () => structuredClone(stored),
		set: async (changed: Record<string, unknown>) => void Object.assign(stored, structuredClone(changed)),
	};
	vi.stubGlobal("chrome", { runtime: { id: "extension-under-test" }, storage: { local } });
});

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

describe("the hidden words of a backup", () => {
	it("are known and left out here as they were there, and taking one back shows that one alone", async () => {
		await setHiddenWords({ known: ["tremor", "cough"], leftOut: ["ENT"] }, specialties);

		expect(await readHiddenWords()).toEqual({ known: ["tremor", "cough"], leftOut: ["ENT"] });
		expect((await readSettings()).hiddenSymptoms).toEqual(["blocked-ear", "cough", "hoarseness", "tremor"]);
		await setKnown("cough", false, specialties);
		expect((await readSettings()).hiddenSymptoms).toEqual(["blocked-ear", "hoarseness", "tremor"]);
	});
});
