import { describe, expect, it } from "vitest";
import type { NamedTest } from "../../scripts/proof-tables";
import { type TrustClaims, type TrustResults, trustTable } from "../../scripts/trust-table";

const claimsOf = (...tests: NamedTest[][]): TrustClaims => ({
	rows: tests.map((_, index) => ({ number: String(index + 1), cells: [] })),
	testsOf: ({ number }) => tests[Number(number) - 1] ?? [],
});
const none = claimsOf();
const nothing: TrustResults = { cases: [], requests: [] };
const killed: NamedTest = { file: "tests/a.test.ts", title: "survives a kill" };
const struck: NamedTest = { file: "tests/a.test.ts", title: "survives %s, struck $count times" };
const ended = ({ file, title }: NamedTest, status: string) => ({ file, title, status });
const rowOf = (start: string, faults: TrustClaims, results: TrustResults) =>
	trustTable(faults, none, results).find(({ what }) => what.startsWith(start));

describe("a fault", () => {
	it("is survived if its tests ran and none failed, in whatever browser", () => {
		const cases = [ended(killed, "passed"), ended(killed, "skipped")];

		expect(rowOf("faults", claimsOf([killed]), { ...nothing, cases })).toMatchObject({
			seen: "1 / 1, of 1",
			isGood: true,
		});
	});

	it("is not survived if one of its tests failed in one browser", () => {
		const cases = [ended(killed, "passed"), ended(killed, "failed")];

		expect(rowOf("faults", claimsOf([killed]), { ...nothing, cases })).toMatchObject({
			seen: "1 / 0, of 1",
			isGood: false,
		});
	});

	it("was not tried if one of its tests ran nowhere", () => {
		const cases = [ended(killed, "passed")];

		expect(rowOf("faults", claimsOf([killed, struck], [killed]), { ...nothing, cases })).toMatchObject({
			seen: "1 / 1, of 2",
			isGood: false,
		});
	});

	it("is found under every title that a table of cases fills in", () => {
		const filled = { ...struck, title: "survives a (hard) kill, struck 5 times" };

		expect(rowOf("faults", claimsOf([struck]), { ...nothing, cases: [ended(filled, "failed")] })).toMatchObject({
			seen: "1 / 0, of 1",
		});
	});

	it("without a test is counted as such", () => {
		const cases = [ended(killed, "passed")];

		expect(rowOf("faults", claimsOf([killed], []), { ...nothing, cases })).toMatchObject({
			seen: "1 / 1, of 2; 1 without a test",
			isGood: true,
		});
	});
});

describe("the table of trust", () => {
	it("says of each line that it was not run, as long as nothing was", () => {
		const rows = trustTable(claimsOf([killed]), claimsOf([killed]), nothing);

		expect(rows.map(({ seen }) => seen)).toEqual(rows.map(() => "not run"));
		expect(rows.every(({ isGood, command }) => isGood === undefined && command.includes("npm run"))).toBe(true);
	});

	it("adds up what was asked, fuzzed, saved and attacked, and fails with the first loss", () => {
		const results: TrustResults = {
			cases: [ended({ file: "tests/e2e/hostile.test.ts", title: "by reading" }, "failed")],
			requests: [
				{ inside: 1_000, others: 20, left: [] },
				{ inside: 5, others: 1, left: ["tracker.example"] },
			],
			fuzz: { minutes: 10, targets: [{ name: "detection", inputs: 900, failures: 0 }] },
			soak: {
				actions: { saves: 50, hovers: 500 },
				lost: 1,
				pageErrors: [],
				growth: { "card: nodes": 0.04, "worker: heap, KB": 0.12 },
			},
		};

		expect(trustTable(none, none, results).map(({ seen, isGood }) => [seen, isGood])).toEqual([
			["0 / 0, of 0", false],
			["0 / 0, of 0", false],
			["900 / 0 in 10 minutes", true],
			["50 / 1", false],
			["500 / 0", true],
			["2 / 1", false],
			["1,026 / 1 in 2 browsers", false],
			["1 / 1", false],
		]);
	});
});
