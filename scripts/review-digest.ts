import { createHash } from "node:crypto";
import type { Emergency } from "../data/emergency-schema";
import { type Symptom, statementsOf } from "../data/schema";

/**
 * Twelve hex digits that stand for what somebody checked beside its sources: every statement, its place, its
 * urgency, and where it was read. Any change of them gives others.
 */
export function reviewDigest(symptom: Symptom): string {
	const sources = symptom.sources.map(({ id, url, grade }) => [id, url, grade]);
	const statements = statementsOf(symptom).map(({ path, statement }) => [path, statement]);
	return digestOf([statements, sources]);
}

/** The same of an emergency: its words, its urgency, when it leads a card, and where that was read. */
export function emergencyDigest({ review, mustMatch, mustNotMatch, ...checked }: Emergency): string {
	return digestOf(checked);
}

function digestOf(checked: unknown): string {
	return createHash("sha256").update(JSON.stringify(checked)).digest("hex").slice(0, 12);
}
