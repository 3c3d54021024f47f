import { symptomIndex } from "virtual:symptom-index";

const NAMES = new Map<string, string>(symptomIndex.map(({ id, name }) => [id, name]));

/** The name of a symptom; its id where only another version of the content knows it. */
export function symptomNameOf(id: string): string {
	return NAMES.get(id) ?? id;
}
