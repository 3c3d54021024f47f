import { describe, expect, it } from "vitest";
import { TARGETS } from "./targets";
import { readable, tryInputs } from "./try-inputs";

/** The same in every run: what fails here fails for everybody. `npm run fuzz` takes others. */
const SEED = 20_261_126;

/** Of each promise; together a few hundred for each part, in a few seconds. */
const INPUTS = 60;

describe.each(TARGETS)("of $name, whatever comes", ({ properties }) => {
	it.each(properties)("$name", { timeout: 30_000 }, async (property) => {
		const { failure } = await tryInputs(property, SEED, INPUTS);

		expect(failure && readable(failure)).toBeUndefined();
	});
});
