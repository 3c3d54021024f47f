import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EmergencyFile } from "../../data/emergency-schema";
import { readContent } from "../../data/read-content";
import { findEmergencies } from "../../lib/detection/find-emergencies";
import { Detector } from "../../lib/detection/find-mentions";
import { lexicon } from "./detector";

const content = readContent(join(import.meta.dirname, "../../data")).emergencies as EmergencyFile;
const detector = new Detector(lexicon);

/** The ids of the emergencies that a post describes; each argument is a paragraph. */
function emergenciesIn(...paragraphs: string[]): string[] {
	detector.judgePage(paragraphs.join("\n"));
	return findEmergencies(paragraphs, detector, content).map(({ id }) => id);
}

describe.each(content.emergencies.map((emergency) => [emergency.name, emergency] as const))("%s", (_, emergency) => {
	it("leads the card of a person who tells of it", () => {
		expect(emergency.mustMatch.filter((post) => !emergenciesIn(post).includes(emergency.id))).toEqual([]);
	});

	it("leads no card of a near miss", () => {
		expect(emergency.mustNotMatch.filter((post) => emergenciesIn(post).length > 0)).toEqual([]);
	});

	it("has at least two posts that describe it and two near misses", () => {
		expect(emergency.mustMatch.length).toBeGreaterThanOrEqual(2);
		expect(emergency.mustNotMatch.length).toBeGreaterThanOrEqual(2);
	});
});
