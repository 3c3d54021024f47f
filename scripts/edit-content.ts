/**
 * Changes content files: begins a symptom, repairs order and format, notes that a symptom was checked. Each returns
 * what it did in words; an error says what is wrong with the request, and then nothing was written.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emergencyFileSchema } from "../data/emergency-schema";
import { type Review, type Symptom, symptomIdSchema, symptomSchema } from "../data/schema";
import { contentFiles } from "./content-files";
import { formatJson, parseJson } from "./format-json";
import { emergencyDigest, reviewDigest } from "./review-digest";

/** A year: sooner than the limit, because most sources bear no date. */
const MONTHS_TO_NEXT_CHECK = 12;

/** Begins a symptom that has no facts yet: searchable, and marked as not explained. `today`: `YYYY-MM-DD`. */
export function beginSymptom(
	dataFolder: string,
	{ id, name, bodySystem, specialty }: { id: string; name: string; bodySystem: string; specialty: string },
	today: string,
): string {
	const validId = symptomIdSchema.safeParse(id);
	if (!validId.success) throw new Error(`"${id}" ${validId.error.issues[0]?.message}`);
	const path = symptomPath(dataFolder, id);
	if (existsSync(path)) throw new Error(`${path} is there already`);
	if (name.trim() === "") throw new Error('it needs a name as people say it: "Itchy knee"');
	const symptom: Symptom = {
		id: validId.data,
		name,
		clinicalTerm: null,
		layTerms: [name.toLowerCase()],
		clinicalTerms: [],
		bodySystem,
		specialty,
		codes: { hpo: null, symp: null, icd10: [], icpc2: null },
		usuallyHarmless: null,
		explanation: null,
		triggers: [],
		otherCauses: [],
		redFlags: [],
		whenToSeekCare: [],
		selfCare: [],
		tests: [],
		related: [],
		sources: [],
		review: { checkedOn: today, nextCheck: nextCheckAfter(today), clinician: null, digest: "" },
		mustMatch: [],
		mustNotMatch: [],
	};
	write(path, symptomSchema.parse({ ...symptom, review: { ...symptom.review, digest: reviewDigest(symptom) } }));
	return `${path} is begun. Next: lay terms, at least 4 mustMatch and 3 mustNotMatch sentences, codes, then statements with their sources (data/README.md), and npm run check:content.`;
}

/** Notes that symptoms, or emergencies ("emergency/stroke"), were read beside their sources today, by a clinician or not. */
export function noteChecked(dataFolder: string, ids: string[], clinician: string | null, today: string): string {
	if (ids.length === 0) throw new Error("it needs the ids of what was checked: tremor, emergency/stroke");
	const emergencyPath = join(dataFolder, "emergency.json");
	const file = emergencyFileSchema.parse(readJson(emergencyPath));
	// Somebody signed for these statements and no others.
	const checkedReview = (before: Review, digest: string): Review => ({
		checkedOn: today,
		nextCheck: nextCheckAfter(today),
		clinician: clinician ?? (digest === before.digest ? before.clinician : null),
		digest,
	});
	const symptoms = ids
		.filter((id) => !id.startsWith(EMERGENCY))
		.map((id) => symptomSchema.parse(readJson(symptomPath(dataFolder, id))));
	const emergencies = ids
		.filter((id) => id.startsWith(EMERGENCY))
		.map((id) => {
			const emergency = file.emergencies.find((one) => EMERGENCY + one.id === id);
			if (!emergency) throw new Error(`${emergencyPath} has no "${id.slice(EMERGENCY.length)}"`);
			return emergency;
		});
	for (const symptom of symptoms) {
		write(symptomPath(dataFolder, symptom.id), {
			...symptom,
			review: checkedReview(symptom.review, reviewDigest(symptom)),
		});
	}
	for (const emergency of emergencies) emergency.review = checkedReview(emergency.review, emergencyDigest(emergency));
	if (emergencies.length > 0) write(emergencyPath, file);
	return `${ids.join(", ")}: checked on ${today}${clinician ? ` by ${clinician}` : ""}.`;
}

/** Before the id of an emergency, because symptoms are called the same: "emergency/confusion". */
const EMERGENCY = "emergency/";

/** Brings every valid content file into the order and format of its schema; a bad one is left for `npm run check:content` to explain. */
export function repairFormat(dataFolder: string): string {
	const repaired = contentFiles(dataFolder).filter(({ path, schema }) => {
		const text = readFileSync(path, "utf8");
		const parsed = schema.safeParse(parseJson(text));
		if (!parsed.success || formatJson(parsed.data) === text) return false;
		write(path, parsed.data);
		return true;
	});
	return `${repaired.length} content files repaired.`;
}

function symptomPath(dataFolder: string, id: string): string {
	return join(dataFolder, "symptoms", `${id}.json`);
}

function nextCheckAfter(day: string): string {
	const next = new Date(`${day}T00:00:00Z`);
	next.setUTCMonth(next.getUTCMonth() + MONTHS_TO_NEXT_CHECK);
	return next.toISOString().slice(0, 10);
}

function readJson(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch (error) {
		throw new Error(`${path}: ${(error as Error).message}`);
	}
}

// A file is either the old one or the new one, also if the power goes.
function write(path: string, content: unknown): void {
	writeFileSync(`${path}.new`, formatJson(content));
	renameSync(`${path}.new`, path);
}
