import { describe, expect, it } from "vitest";
import { planOf, quotaOf, resultFile, sampledMinutes } from "./plan";

describe("the plan of a soak", () => {
	it("is half an hour with 500 hovers and 50 saves when nothing is said", () => {
		expect(planOf([])).toMatchObject({ minutes: 30, hovers: 500, saves: 50, visits: 60, usesShared: true });
	});

	it("shrinks and grows with the minutes", () => {
		expect(planOf(["--minutes", "60"])).toMatchObject({ minutes: 60, hovers: 1_000, saves: 100 });
		expect(planOf(["--minutes", "1"])).toMatchObject({ hovers: 17, saves: 2 });
	});

	it.each(["0", "1.5", "soon", undefined])("refuses %s minutes in words", (minutes) => {
		expect(() => planOf(["--minutes", ...(minutes ? [minutes] : [])])).toThrow("--minutes wants a whole number");
	});

	it("needs no shared pages in its short form, and what proves less overwrites no result of the whole", () => {
		expect(planOf(["--short"])).toMatchObject({ hovers: 40, saves: 5, usesShared: false });
		expect(resultFile(planOf(["--short"]), "chromium")).toBe("soak-short.json");
		expect(resultFile(planOf(["--minutes", "5"]), "chromium")).toBe("soak-5-minutes.json");
		expect(resultFile(planOf([]), "firefox")).toBe("soak-firefox.json");
		expect(resultFile(planOf([]), "chromium")).toBe("soak.json");
	});

	it("spreads what is to be done over the minutes and leaves nothing out", () => {
		const quotas = Array.from({ length: 30 }, (_, minute) => quotaOf(500, minute, 30));
		expect(quotas.reduce((sum, quota) => sum + quota, 0)).toBe(500);
		expect(new Set(quotas)).toEqual(new Set([16, 17]));
	});

	it("measures several times, the last time at the end", () => {
		expect(sampledMinutes(planOf([]))).toEqual([7, 14, 22, 29]);
		expect(sampledMinutes(planOf(["--minutes", "1"]))).toEqual([0]);
	});
});
