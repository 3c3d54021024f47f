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

describe("a heart attack's signs lead the card", () => {
	it.each([
		["told in two paragraphs", ["I woke up with chest pain.", "Sweating too. It goes into my jaw."]],
		["told in a hurry", ["cant breathe properly, chest pain, sweating"]],
		["that have changed today", ["For three months I have had chest pain, and today it spreads to my arm."]],
		["of a patient in front of the writer", ["A 54-year-old man has chest pain. He is sweating and cannot lie down."]],
		["of a patient in a doctor's short hand", ["A 54 y/o presents with chest pain and is sweating."]],
		["while the writer wonders what to do", ["I wonder if I should call: chest pain, and I am sweating."]],
	])("%s", (_, post) => {
		expect(emergenciesIn(...post)).toContain("heart-attack");
	});
});

describe("signs lead no card", () => {
	it.each([
		["of somebody else", "My father has chest pain that spreads to his arm."],
		["of somebody who was named before", "My neighbour is ill. She has chest pain and is sweating."],
		["of a friend of the writer", "My best mate had sudden chest pain, sweating and all, and laughs about it."],
		["of a patient who is quoted", "Smith mentions a hemiplegic patient who could only say the words come on to me."],
		["that may come", "What if I get chest pain that spreads to my arm?"],
		["under a condition", "Should I call if my chest hurts and I am sweating?"],
		["in advice to the reader", "I would call an ambulance if you get chest pain with sweating."],
		["in an answer to the reader", "Your chest pain and the sweating need a doctor, I think."],
		["in a list of an article", "Signs of a heart attack: chest pain that spreads to the arm, sweating, sickness."],
		["that are denied", "I have no chest pain, but I am sweating and feel sick."],
		["of which the decisive one is denied", "I have chest pain, I am not sweating, and it does not spread to my arm."],
		["of long ago", "Last year I had chest pain that spread to my arm."],
		["that have been there for years", "For three years I have had chest pain that goes into my arm."],
		["of a case that is over", "A 54-year-old man presented with chest pain. He was sweating."],
		["of a textbook's patient", "The patient has chest pain and is sweating."],
	])("%s", (_, post) => {
		expect(emergenciesIn(post)).toEqual([]);
	});
});

it("a severe sign counts only beside what it speaks of", () => {
	expect(emergenciesIn("I have a headache. Then I suddenly got the worst idea.")).toEqual([]);
});
