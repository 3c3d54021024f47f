import { createHash } from "node:crypto";
import { type Symptom, statementsOf } from "../data/schema";

/**
 * Twelve hex digits that stand for what somebody checked beside its sources: every statement, its place, its
 * urgency, and where it was read. Any change of them gives others.
 */
export function reviewDigest(symptom: Symptom): string {
	const sources = symptom.sources.map(({ id, url, grade }) => [id, url, grade]);
	const statements = statementsOf(symptom).map(({ path, statement }) => [path, statement]);
	return createHash("sha256")
		.update(JSON.stringify([statements, sources]))
		.digest("hex")
		.slice(0, 12);
}
