import { describe, expect, it } from "vitest";
import { randomFrom } from "../random-from";
import { brokenPromises, MUTATIONS, ORIGINALS, outcomeOf } from "./mutants";

const MUTANTS = 5_000;

describe("a file that somebody or something has changed", () => {
	it("is read as it is before", async () => {
		for (const [index, [name, content]] of ORIGINALS.entries()) {
			const { answers, faults, refused } = await outcomeOf(name, content);
			if (index < 5) expect(faults).toEqual([]);
			expect(refused ? 1 : answers.length).toBeGreaterThan(0);
		}
	});

	it(`gives valid answers and faults, or is refused: ${MUTANTS} of them`, async () => {
		const random = randomFrom(20_240_131);
		const kinds = { answers: 0, faults: 0, refused: 0 };
		for (let mutant = 0; mutant < MUTANTS; mutant++) {
			const [name, original] = ORIGINALS[mutant % ORIGINALS.length] ?? ["", new Uint8Array()];
			let content = original;
			for (let step = random(3); step >= 0; step--) {
				content = MUTATIONS[random(MUTATIONS.length)]?.(content, random) ?? content;
			}
			const outcome = await outcomeOf(name, content).catch((error) => {
				throw new Error(`mutant ${mutant} of ${name}`, { cause: error });
			});
			expect(brokenPromises(outcome, content.length), `mutant ${mutant} of ${name}`).toEqual([]);
			kinds.answers += outcome.answers.length > 0 ? 1 : 0;
			kinds.faults += outcome.faults.length > 0 ? 1 : 0;
			kinds.refused += outcome.refused ? 1 : 0;
		}
		expect(({} as Record<string, unknown>).bad).toBeUndefined();
		// Mutants that all end the same way would test one line.
		for (const kind of ["answers", "faults", "refused"] as const)
			expect(kinds[kind], kind).toBeGreaterThan(MUTANTS / 50);
	}, 60_000);
});
