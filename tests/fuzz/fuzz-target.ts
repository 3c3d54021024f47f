import fc from "fast-check";

/** A promise of the product, and the inputs that it is held against. */
export interface FuzzProperty {
	/** The promise, as a sentence. */
	name: string;
	property: fc.IAsyncProperty<[unknown]>;
}

/** A part of the product with its promises. */
export interface FuzzTarget {
	name: string;
	properties: FuzzProperty[];
}

/**
 * A property of one input. The input is plain JSON, bytes as text, so that a counterexample can be kept as a
 * file; `holds` throws where the promise is broken.
 */
export function promise<T>(
	name: string,
	inputs: fc.Arbitrary<T>,
	holds: (input: T) => void | Promise<void>,
): FuzzProperty {
	const property = fc.asyncProperty(inputs, async (input) => holds(input));
	return { name, property: property as unknown as FuzzProperty["property"] };
}
