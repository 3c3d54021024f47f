import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { FuzzProperty, FuzzTarget } from "./fuzz-target";
import { TARGETS } from "./targets";
import { type Failure, readable, tryInputs } from "./try-inputs";
import { watchHangs } from "./watch-hangs";

const projectFolder = join(import.meta.dirname, "../..");
const resultsFolder = join(projectFolder, "test-results");

/** A round gives each part its share of so many milliseconds. */
const ROUND_MS = 30_000;

/** Inputs that are tried between two looks at the clock: up to a second or two. */
const INPUTS_AT_ONCE = 50;

/** Seeds of rounds and of properties lie so far apart that none is used twice. */
const BETWEEN_ROUNDS = 1_000_003;
const BETWEEN_PROPERTIES = 10_007;

interface Options {
	minutes: number;
	seed: number;
	targets: readonly FuzzTarget[];
}

interface Tally {
	target: FuzzTarget;
	inputs: number;
	failures: number;
	/** Longest that `INPUTS_AT_ONCE` took, in milliseconds. */
	slowest: number;
	/** Promises that are held against further inputs: one that was broken would break again and again. */
	standing: FuzzProperty[];
}

/** Runs the command and returns its exit code: 0 if every promise held, 1 if one was broken, 2 for wrong options. */
export async function fuzz(given: string[]): Promise<0 | 1 | 2> {
	const options = readOptions(given);
	if (typeof options === "string") {
		console.error(options);
		return 2;
	}
	const { minutes, seed, targets } = options;
	const tallies = targets.map((target): Tally => {
		return { target, inputs: 0, failures: 0, slowest: 0, standing: [...target.properties] };
	});
	const end = Date.now() + minutes * 60_000;
	const watch = watchHangs();
	const isAnyStanding = () => tallies.some(({ standing }) => standing.length > 0);
	for (let round = 0; Date.now() < end && isAnyStanding(); round++) {
		const roundSeed = (seed + round * BETWEEN_ROUNDS) | 0;
		console.log(`round ${round + 1}, seed ${roundSeed}`);
		const share = Math.min(ROUND_MS, end - Date.now()) / tallies.length;
		for (const tally of tallies) await tryPart(tally, { roundSeed, until: Date.now() + share, watch });
	}
	report(tallies, options);
	return tallies.some(({ failures }) => failures > 0) ? 1 : 0;
}

function readOptions(given: string[]): Options | string {
	const usage = "npm run fuzz -- [--minutes 10] [--seed 1] [--only detection]";
	try {
		const { values } = parseArgs({
			args: given,
			options: { minutes: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
		});
		const minutes = Number(values.minutes ?? 10);
		const seed = values.seed === undefined ? Date.now() | 0 : Number(values.seed);
		const targets = TARGETS.filter(({ name }) => values.only === undefined || name === values.only);
		if (!(minutes > 0 && Number.isFinite(minutes))) return `--minutes must be a number above 0. ${usage}`;
		if (!Number.isInteger(seed)) return `--seed must be a whole number. ${usage}`;
		if (targets.length === 0) return `--only must be one of ${TARGETS.map(({ name }) => name).join(", ")}`;
		return { minutes, seed, targets };
	} catch (error) {
		return `${error instanceof Error ? error.message : error}\n${usage}`;
	}
}

/** Goes through the promises of a part again and again until its share of the round is over, through each once at least. */
async function tryPart(
	tally: Tally,
	{ roundSeed, until, watch }: { roundSeed: number; until: number; watch: (what: string) => void },
): Promise<void> {
	for (let turn = 0; (turn === 0 || Date.now() < until) && tally.standing.length > 0; turn++) {
		for (const property of tally.standing) {
			const place = tally.target.properties.indexOf(property);
			const seed = (roundSeed + place * BETWEEN_PROPERTIES + turn) | 0;
			const started = Date.now();
			watch(`${tally.target.name}: ${property.name}\n  --only ${tally.target.name} --seed ${roundSeed} tries it again`);
			const { inputs, failure } = await tryInputs(property, seed, INPUTS_AT_ONCE);
			tally.inputs += inputs;
			tally.slowest = Math.max(tally.slowest, Date.now() - started);
			if (failure) tell(tally, property, failure);
		}
	}
}

function tell(tally: Tally, property: FuzzProperty, failure: Failure): void {
	const { name } = tally.target;
	tally.failures++;
	tally.standing = tally.standing.filter((other) => other !== property);
	const folder = join(resultsFolder, "fuzz-failures", name);
	const file = join(folder, `${failure.seed}.json`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, `${JSON.stringify(failure, null, "\t")}\n`);
	const kept = relative(projectFolder, file);
	console.error(
		`\nBROKEN, ${name}: ${readable(failure)}\n\n  To keep it as a fixture, under a name that says what it is:\n` +
			`  cp ${kept} tests/fuzz/fixtures/${name}/what-it-is.json && npx vitest run --project unit tests/fuzz/fixtures.test.ts\n`,
	);
}

function report(tallies: Tally[], { minutes, seed }: Options): void {
	const rows = tallies.map(({ target, inputs, failures, slowest }) => ({
		target: target.name,
		"inputs tried": inputs,
		failures,
		[`slowest ${INPUTS_AT_ONCE} (ms)`]: slowest,
	}));
	console.table(rows);
	mkdirSync(resultsFolder, { recursive: true });
	const targets = tallies.map(({ target, inputs, failures }) => ({ name: target.name, inputs, failures }));
	// `npm run trust` reads the file of a run over all parts; one part does not overwrite it.
	const file =
		tallies.length === TARGETS.length ? "fuzz.json" : `fuzz-${targets.map(({ name }) => name).join("-")}.json`;
	writeFileSync(join(resultsFolder, file), `${JSON.stringify({ targets, seed, minutes })}\n`);
	console.log(`seed ${seed}, ${minutes} minutes; test-results/${file} has these figures`);
}
