import { describe, expect, it } from "vitest";
import * as z from "zod";
import { emergencyFileSchema } from "../../data/emergency-schema";
import { grammarSchemas } from "../../data/grammar-schema";
import { answerFileSchema, reviewSchema, symptomSchema, urgencySchema } from "../../data/schema";
import { readProjectFile } from "./linked-files";

const guide = readProjectFile("data/README.md");
const sections = new Map(
	guide
		.split(/^## /m)
		.slice(1)
		.map((text) => [text.slice(0, text.indexOf("\n")), text]),
);

/** The names of all fields of a kind of file, those inside others too. */
function fieldsOf(schema: z.ZodType): string[] {
	const found = new Set<string>();
	JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), (key, value) => {
		if (key === "properties") for (const name of Object.keys(value)) found.add(name);
		return value;
	});
	return [...found];
}

/** The names that stand nowhere in a section as code, alone or with what belongs to them. */
const notNamed = (section: string, names: string[]) =>
	names.filter((name) => !new RegExp(`\`(?:[^\`]*[^\\w\`])?${name}\\b[^\`]*\``).test(sections.get(section) ?? ""));

/** What emergencies have as symptoms have it; the guide sends the reader there. */
const ofSymptoms = new Set([...fieldsOf(reviewSchema), "url", "year", "grade"]);

describe("the guide of the content", () => {
	it.each([
		["A symptom", fieldsOf(symptomSchema)],
		["An answer", fieldsOf(answerFileSchema)],
		["Emergencies", fieldsOf(emergencyFileSchema).filter((field) => !ofSymptoms.has(field))],
	])("explains in “%s” every field that there is", (section, fields) => {
		expect(fields.length).toBeGreaterThan(15);
		expect(notNamed(section, fields)).toEqual([]);
	});

	it("explains every tier of urgency and every file of the grammar", () => {
		expect(notNamed("Urgency", urgencySchema.options)).toEqual([]);
		expect(notNamed("The grammar", Object.keys(grammarSchemas))).toEqual([]);
	});

	it("quotes what the card says, and sentences that are in the content", () => {
		const words = readProjectFile("locales/en.yml");
		const symptom = readProjectFile("data/symptoms/lip-twitching.json");
		const statement = /```json\n(.*?)\n```/s.exec(guide)?.[1] ?? "";

		expect(JSON.parse(symptom).whenToSeekCare).toContainEqual(JSON.parse(statement));
		for (const quoted of ["Lip twitching", "Caffeine", "your face falls on one side"]) {
			expect(guide).toContain(`"${quoted}"`);
			expect(symptom).toContain(`"${quoted}"`);
		}
		for (const quoted of [
			"Ask for medical help the same day if:",
			"See a doctor soon if:",
			"Not yet reviewed by a clinician",
			"Report this mark",
		]) {
			expect(guide).toContain(`"${quoted}"`);
			expect(words).toContain(quoted);
		}
	});
});
