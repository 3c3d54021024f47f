import type { PackPart } from "../storage/manage-packs";
import { askBackground } from "./messenger";
import type { Result } from "./protocol";

/**
 * A pack as a file that can be imported again: the JSON of `packSchema`. Undefined if it cannot be read or changes
 * meanwhile. It is put together of parts, which the browser keeps out of memory when they are large.
 */
export async function packFile({ id, version }: { id: string; version: string }): Promise<Blob | undefined> {
	const parts: Blob[] = [];
	let first: number | null = 0;
	while (first !== null) {
		const part: Result<PackPart> = await askBackground("readPackPart", { id, version, first });
		if (!part.ok) return undefined;
		const { header, answers, next }: PackPart = part.value;
		const opening = first === 0 ? `${JSON.stringify(header).slice(0, -1)},"answers":[\n` : ",\n";
		parts.push(new Blob([opening, answers.map((answer) => JSON.stringify(answer)).join(",\n")]));
		first = next;
	}
	return new Blob([...parts, "\n]}\n"], { type: "application/json" });
}
