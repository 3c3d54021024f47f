import { MOST_GROWTH } from "../tests/soak/verdict";
import type { NamedTest, TableRow } from "./proof-tables";

/** A case that a run of tests reports: its file from the project's folder, its title, and how it ended. */
interface ReportedCase {
	file: string;
	title: string;
	/** As Vitest calls it; anything but passed and failed did not run. */
	status: string;
}

/** A line of the table of trust. */
export interface TrustRow {
	what: string;
	/** The figures, or that there are none yet. */
	seen: string;
	/** False where something failed; undefined where it was not run. */
	isGood: boolean | undefined;
	/** What prints the figures anew. */
	command: string;
}

/** What the long runs wrote down; a run that has not been made is absent. */
export interface TrustResults {
	cases: ReportedCase[];
	/** A line for each browser that a test started. */
	requests: { inside: number; others: number; left: string[] }[];
	fuzz?: { minutes: number; targets: { name: string; inputs: number; failures: number }[] } | undefined;
	soak?:
		| { actions: { saves: number; hovers: number }; lost: number; pageErrors: string[]; growth: Record<string, number> }
		| undefined;
}

const NOT_RUN = "not run";
const WHOLE_RUN = "`npm run test:all`";

/** The whole table, in the order in which it is printed. */
export function trustTable(faults: TrustClaims, threats: TrustClaims, results: TrustResults): TrustRow[] {
	const { cases, requests, fuzz, soak } = results;
	return [
		claimRow("faults tried / survived", faults, cases),
		claimRow("threats tried / held", threats, cases),
		{
			what: "inputs fuzzed / failures",
			...(fuzz
				? {
						seen: `${sum(fuzz.targets, "inputs").toLocaleString("en")} / ${sum(fuzz.targets, "failures")} in ${fuzz.minutes} minutes`,
						isGood: sum(fuzz.targets, "failures") === 0,
					}
				: unknown()),
			command: "`npm run fuzz -- --minutes N`",
		},
		{
			what: "records saved / lost, in a browser that is used for long",
			...(soak ? { seen: `${soak.actions.saves} / ${soak.lost}`, isGood: soak.lost === 0 } : unknown()),
			command: "`npm run soak`",
		},
		{
			what: "hovers / page errors, in a browser that is used for long",
			...(soak
				? { seen: `${soak.actions.hovers} / ${soak.pageErrors.length}`, isGood: soak.pageErrors.length === 0 }
				: unknown()),
			command: "`npm run soak`",
		},
		{
			what: "figures of memory watched / grown by more than a tenth",
			...(soak ? grownOf(soak.growth) : unknown()),
			command: "`npm run soak`",
		},
		{
			what: "requests made / that wanted to leave",
			...(requests.length > 0
				? {
						seen: `${(sum(requests, "inside") + sum(requests, "others")).toLocaleString("en")} / ${requests.flatMap(({ left }) => left).length} in ${requests.length} browsers`,
						isGood: requests.every(({ left }) => left.length === 0),
					}
				: unknown()),
			command: WHOLE_RUN,
		},
		attackRow(cases),
	];
}

/** A page of `docs/` as claims: which lines name tests, and which say why there is none. */
export interface TrustClaims {
	rows: TableRow[];
	testsOf: (row: TableRow) => NamedTest[];
}

function claimRow(what: string, { rows, testsOf }: TrustClaims, cases: ReportedCase[]): TrustRow {
	const claims = rows.map(testsOf).filter((tests) => tests.length > 0);
	const verdicts = claims.map((tests) => verdictOf(tests, cases));
	const tried = verdicts.filter((verdict) => verdict !== undefined).length;
	const held = verdicts.filter((verdict) => verdict === true).length;
	const untested = rows.length - claims.length;
	return {
		what,
		...(cases.length > 0
			? {
					seen: `${tried} / ${held}, of ${rows.length}${untested > 0 ? `; ${untested} without a test` : ""}`,
					isGood: tried > 0 && tried === held && tried === claims.length,
				}
			: unknown()),
		command: WHOLE_RUN,
	};
}

/** True if every test of the claim ran somewhere and failed nowhere; undefined if one ran nowhere. */
function verdictOf(tests: NamedTest[], cases: ReportedCase[]): boolean | undefined {
	const ends = tests.map((test) => endsOf(test, cases));
	if (ends.some((all) => all.length === 0)) return undefined;
	return ends.flat().every((status) => status === "passed");
}

function endsOf({ file, title }: NamedTest, cases: ReportedCase[]): string[] {
	const pattern = patternOf(title);
	return cases
		.filter((one) => one.file === file && ["passed", "failed"].includes(one.status))
		.filter((one) => pattern.test(one.title))
		.map(({ status }) => status);
}

/** A title with places to fill in (`%s`, `$name`) stands for every title that fills them. */
function patternOf(title: string): RegExp {
	const parts = title.split(/%[sdifjoO]|\$[\w.]+|\$\{[^}]*\}/);
	return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`, "s");
}

function attackRow(cases: ReportedCase[]): TrustRow {
	const ran = cases.filter(
		({ file, status }) => file === "tests/e2e/hostile.test.ts" && ["passed", "failed"].includes(status),
	);
	const leaks = ran.filter(({ status }) => status === "failed").length;
	return {
		what: "attacks of the hostile page / leaks",
		...(ran.length > 0 ? { seen: `${ran.length} / ${leaks}`, isGood: leaks === 0 } : unknown()),
		command: WHOLE_RUN,
	};
}

function grownOf(growth: Record<string, number>): Pick<TrustRow, "seen" | "isGood"> {
	const all = Object.values(growth);
	const grown = all.filter((share) => !(share <= MOST_GROWTH)).length;
	return { seen: `${all.length} / ${grown}`, isGood: all.length > 0 && grown === 0 };
}

function unknown(): { seen: string; isGood: undefined } {
	return { seen: NOT_RUN, isGood: undefined };
}

function sum<K extends string>(all: Record<K, number>[], key: K): number {
	return all.reduce((total, one) => total + one[key], 0);
}
