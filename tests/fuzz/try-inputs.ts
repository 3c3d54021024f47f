import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import type { FuzzProperty } from "./fuzz-target";

const projectUrl = pathToFileURL(`${join(import.meta.dirname, "../..")}/`).href;

/** A promise that was broken; kept as a file, it is a fixture. */
export interface Failure {
	property: string;
	/** The smallest input that was found to break it. */
	counterexample: unknown;
	seed: number;
	path: string;
	error: string;
}

/** Holds a promise against so many inputs. The same seed gives the same inputs. */
export async function tryInputs(
	{ name, property }: FuzzProperty,
	seed: number,
	count: number,
): Promise<{ inputs: number; failure?: Failure }> {
	const result = await fc.check(property, { seed, numRuns: count });
	if (!result.failed) return { inputs: result.numRuns };
	const { counterexample, counterexamplePath, errorInstance } = result;
	const stack = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
	// A fixture is for everybody, and tells nothing of the machine that found it.
	const error = stack.replaceAll(projectUrl, "").replaceAll(fileURLToPath(projectUrl), "");
	const failure = { property: name, counterexample: counterexample?.[0], seed, path: counterexamplePath ?? "", error };
	return { inputs: result.numRuns, failure };
}

/** Holds a promise against one input, and throws where it is broken. */
export async function tryAgain({ property }: FuzzProperty, counterexample: unknown): Promise<void> {
	await fc.assert(property, { examples: [[counterexample]], numRuns: 1, endOnFailure: true });
}

/** Longest counterexample that is printed, in characters; the file has all of it. */
const LONGEST_PRINTED = 2_000;

/** A failure as it is printed. */
export function readable({ property, counterexample, seed, path, error }: Failure): string {
	const whole = JSON.stringify(counterexample) ?? "undefined";
	const cut =
		whole.length > LONGEST_PRINTED ? `${whole.slice(0, LONGEST_PRINTED)}… (${whole.length} characters)` : whole;
	return `${property}\n  seed ${seed}, path ${path}\n  counterexample ${cut}\n  ${error}`;
}
