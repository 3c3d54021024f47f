import type { Symptom } from "./schema";

// One chunk for each file: a card loads the one symptom that it shows.
const files = import.meta.glob<Symptom>("./symptoms/*.json", { import: "default" });

/** The full text of a symptom, or undefined if there is no such entry. The files are validated when the product is built. */
export async function loadSymptom(id: string): Promise<Symptom | undefined> {
	return files[`./symptoms/${id}.json`]?.();
}
