import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerText, cardText, partsOf, partText, spokenLines } from "../../components/copied-text";
import { readContent } from "../../data/read-content";
import { statementsOf } from "../../data/schema";
import { symptomText } from "../../data/symptom-text";

const { symptoms, answerFiles } = readContent(join(import.meta.dirname, "../../data"));
const answers = answerFiles.flatMap((file) => file.answers);

describe("what is copied", () => {
	it.each(symptoms.map((symptom) => [symptom.id, symptom] as const))(
		"of the card of %s has every statement and every address",
		(_, symptom) => {
			const text = cardText(symptomText(symptom), "112", []);

			for (const { statement } of statementsOf(symptom)) expect(text).toContain(statement.text);
			for (const { url } of symptom.sources) expect(text).toContain(url);
			expect(text).toContain("General information, not a diagnosis.");
		},
	);

	it("of a part names the sources of that part, and no others", () => {
		const symptom = symptoms.find(({ id }) => id === "lip-twitching");
		if (!symptom) throw new Error("lip-twitching is part of the content");
		const text = partText(symptomText(symptom), partsOf(symptomText(symptom), "112").selfCare);
		const used = new Set(symptom.selfCare.flatMap(({ sources }) => sources));

		expect(text).toMatch(/^Lip twitching: What helps\n\n• /);
		for (const { id, url } of symptom.sources) expect(text.includes(url)).toBe(used.has(id));
	});

	it.each(answers.slice(0, 60).map((answer) => [answer.id, answer] as const))(
		"of the answer %s says who, whose words and where it stands",
		(_, answer) => {
			const text = answerText(answer);

			for (const reply of answer.replies) {
				expect(text).toContain(reply.text);
				expect(text).toContain(reply.doctor ?? "(no doctor named)");
			}
			expect(text).toContain(answer.wording === "summary" ? "Summary in our own words" : "As printed on the page");
			expect(text).toContain(answer.url ?? "its address is not known");
		},
	);
});

describe("what is read aloud", () => {
	const symptom = symptoms.find(({ redFlags, otherCauses }) => redFlags.length > 0 && otherCauses.length > 0);
	if (!symptom) throw new Error("a symptom has warning signs and other causes");
	const lines = spokenLines(symptomText(symptom), { emergencies: [], emergencyNumber: "112" });

	it("holds the warning signs with whom to call", () => {
		for (const { text } of symptom.redFlags) expect(lines).toContain(text);
		expect(lines[0]).toBe(symptom.name);
	});

	it("of two emergencies asks once for what the more urgent one needs", () => {
		const emergency = { id: "a", basis: "stated" as const, sources: [], review: symptom.review };
		const advice = "Do not drive yourself.";
		const spoken = spokenLines(symptomText(symptom), {
			emergencies: [
				{ ...emergency, describes: "a stiff calf", urgency: "same-day", advice },
				{ ...emergency, id: "b", describes: "pressure in the chest", urgency: "emergency", advice },
			],
			emergencyNumber: "112",
		});

		expect(spoken.slice(0, spoken.indexOf(symptom.name))).toEqual([
			"This text describes:",
			"a stiff calf",
			"pressure in the chest",
			"If this is happening to you now, call 112.",
			advice,
		]);
	});

	it("holds the essentials only", () => {
		expect(lines).not.toContain("Other causes that doctors look for");
	});
});
