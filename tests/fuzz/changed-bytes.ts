import fc from "fast-check";
import { MUTATIONS } from "../import/mutants";
import { randomFrom } from "../random-from";

const steps = fc.array(fc.tuple(fc.nat(MUTATIONS.length - 1), fc.nat(0xffff_ffff)), { maxLength: 4 });

/** Bytes as `asText` has them, changed up to four times as somebody, or a broken disk, might have. */
export function changed(originals: fc.Arbitrary<Uint8Array>): fc.Arbitrary<string> {
	return fc.tuple(originals, steps).map(([original, changes]) => {
		const content = changes.reduce(
			(bytes, [kind, seed]) => MUTATIONS[kind]?.(bytes, randomFrom(seed)) ?? bytes,
			original,
		);
		return asText(content);
	});
}

/** Bytes as Latin-1, in which a counterexample can be read. */
export const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** The bytes again. */
export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
