import type { SymptomText } from "./symptom-text";

// One chunk for each file: a card loads the one symptom that it shows.
const files = import.meta.glob<SymptomText>("./symptoms/*.json", { import: "default" });

/** The text of a symptom, or undefined if there is no such entry. The files are validated when the product is built. */
export async function loadSymptom(id: string): Promise<SymptomText | undefined> {
	return files[`./symptoms/${id}.json`]?.();
}
