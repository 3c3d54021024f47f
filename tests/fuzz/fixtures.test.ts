import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TARGETS } from "./targets";
import { type Failure, tryAgain } from "./try-inputs";

const folder = join(import.meta.dirname, "fixtures");
const targetNames = TARGETS.map(({ name }) => name);

it("every fixture belongs to a target", () => {
	expect(readdirSync(folder).filter((name) => !targetNames.includes(name))).toEqual([]);
});

const fixtures = TARGETS.flatMap((target) => {
	const ofTarget = join(folder, target.name);
	if (!existsSync(ofTarget)) return [];
	return readdirSync(ofTarget).map((file) => {
		const failure: Failure = JSON.parse(readFileSync(join(ofTarget, file), "utf8"));
		return { target, file, failure };
	});
});

describe("what broke a promise once does not break it again", () => {
	it.each(fixtures)("$target.name: $file", async ({ target, failure }) => {
		const property = target.properties.find(({ name }) => name === failure.property);

		// A promise that was renamed would let its fixtures pass unseen.
		if (!property) throw new Error(`No promise of ${target.name} is called “${failure.property}”`);
		await tryAgain(property, failure.counterexample);
	});
});
