import fc from "fast-check";
import { symptomIndex } from "./content";

/** What somebody, or something, may put into a search box. */
export const anyQuery = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.lorem({ maxCount: 60 }),
	fc.constantFrom(...symptomIndex.map(({ name }) => name)),
);
