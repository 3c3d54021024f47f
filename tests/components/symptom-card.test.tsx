import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { AnswersState, SaveActions } from "../../components/AnswersSection";
import { formatDay } from "../../components/format-day";
import { SymptomCard, type SymptomCardProps } from "../../components/SymptomCard";
import { readContent } from "../../data/read-content";
import type { Answer, Symptom } from "../../data/schema";
import { symptomText } from "../../data/symptom-text";

const { symptoms, answerFiles } = readContent(join(import.meta.dirname, "../../data"));
const answers = answerFiles.flatMap((file) => file.answers);
const nothing = () => undefined;
const save: SaveActions = { onSave: nothing, onRemove: nothing, onLookForSimilar: async () => [] };

const symptomWith = (changes: Partial<Symptom>): Symptom => {
	const lip = symptoms.find(({ id }) => id === "lip-twitching");
	if (!lip) throw new Error("lip-twitching is part of the content");
	return { ...lip, ...changes };
};
const found = (answer: Answer | undefined): AnswersState => ({
	name: "found",
	answers: answer
		? [
				{
					packId: "bundled",
					packName: "Bundled",
					answer,
					matchedWords: [],
					passage: null,
					sameAsker: { age: false, sex: false },
					savedId: null,
				},
			]
		: [],
});
const markupWith = (props: Partial<SymptomCardProps>) =>
	renderToStaticMarkup(
		<SymptomCard
			symptom={symptomText(symptomWith({}))}
			emergencyNumber=""
			related={[]}
			answers={found(undefined)}
			save={save}
			onRetry={nothing}
			onOpenSymptom={nothing}
			{...props}
		/>,
	);
const textWith = (props: Partial<SymptomCardProps>) =>
	markupWith(props)
		.replace(/<[^>]+>/g, " ")
		.replaceAll("&#x27;", "'")
		.replace(/\s+/g, " ");
const textOf = (symptom: Symptom, answers = found(undefined)) => textWith({ symptom: symptomText(symptom), answers });

describe("a card", () => {
	it.each(symptoms.map((symptom) => [symptom.id, symptom] as const))(
		"of %s names it and says it is no diagnosis",
		(_id, symptom) => {
			const text = textOf(symptom);

			expect(text).toContain(symptom.name);
			expect(text).toContain("General information, not a diagnosis.");
		},
	);

	it.each([
		["denied", "The text says this is not present."],
		["possible", "The text says this may be so."],
		["other-person", "The text says this of someone else."],
		["past", "The text says this was so in the past."],
		["general", "The text speaks of this in general."],
	] as const)("says in words that a symptom is %s in the text", (assertion, sentence) => {
		const markup = markupWith({ words: "lip twitching", assertion });

		expect(markup.replace(/<[^>]+>/g, "")).toContain(sentence);
	});

	it("says nothing of the kind where the text says that it is present, or where the reader came another way", () => {
		expect(textOf(symptomWith({}))).not.toMatch(/The text (?:says|speaks)/);
	});

	it("says that it has no list of warning signs, never that there are none", () => {
		const text = textOf(symptomWith({ redFlags: [], whenToSeekCare: [] }));

		expect(text).toContain("We have no reviewed list of warning signs for this symptom.");
		expect(text).toContain("In an emergency, call your local emergency number.");
		expect(text).not.toMatch(/none known|no warning signs\b(?! for)/i);
	});

	it("has its parts in the order in which a worried reader asks", () => {
		const statement = (text: string) => ({ text, sources: [] });
		const text = textOf(
			symptomWith({
				usuallyHarmless: statement("harmless"),
				triggers: [statement("trigger")],
				selfCare: [statement("help")],
				redFlags: [{ ...statement("sign"), urgency: "emergency" }],
				tests: [statement("test")],
			}),
		);

		expect(text).toMatch(
			/Is it usually harmless\? .*What it is .*Usual harmless triggers .*What helps .*When to get help .*What an appointment may involve .*Sources/,
		);
	});

	it("leaves out whether it is harmless where no source says so", () => {
		expect(textOf(symptomWith({ usuallyHarmless: null }))).not.toContain("usually harmless?");
	});

	it("says that red skin looks otherwise on brown and black skin, only where it speaks of red skin", () => {
		const withSign = (text: string) => textOf(symptomWith({ selfCare: [{ text, sources: [] }] }));

		expect(withSign("The skin turns red.")).toContain("harder to see on brown and black skin");
		expect(withSign("The eye turns red.")).not.toContain("brown and black skin");
	});

	it("says when it was checked, and when the next check is due", () => {
		const review = { ...symptomWith({}).review, checkedOn: "2026-03-04", nextCheck: "2999-05-06" };
		const text = textOf(symptomWith({ review }));

		expect(text).toMatch(/Sources .*2026.*2999/);
	});

	it("says what helps and what to leave alone", () => {
		const advice = ["Rest your eyes.", "Do not rub your eye."].map((text) => ({ text, sources: [] }));

		expect(textOf(symptomWith({ selfCare: advice }))).toMatch(/What helps Rest your eyes\. Do not rub your eye\./);
	});

	it("says so when its check is overdue", () => {
		const { review } = symptomWith({});

		expect(textOf(symptomWith({ review: { ...review, nextCheck: "2020-01-01" } }))).toContain("This check is overdue.");
		expect(textOf(symptomWith({ review: { ...review, nextCheck: "2999-01-01" } }))).not.toContain("overdue");
	});

	it("names the reader's emergency number", () => {
		const symptom = symptomText(symptomWith({ redFlags: [], whenToSeekCare: [] }));

		expect(textWith({ symptom, emergencyNumber: "999" })).toContain("In an emergency, call 999.");
	});

	it("leaves out sections without facts", () => {
		const text = textOf(symptomWith({ triggers: [], selfCare: [], otherCauses: [], tests: [] }));

		expect(text).not.toMatch(/harmless triggers|What helps|Other causes|appointment/);
	});

	it("says so when there is no reviewed explanation", () => {
		expect(textOf(symptomWith({ explanation: null }))).toContain(
			"We have no reviewed explanation for this symptom yet.",
		);
	});

	it("names the three tiers in words, the most urgent first", () => {
		const sign = (urgency: "emergency" | "same-day" | "soon") => ({ text: `sign ${urgency}`, urgency, sources: [] });
		const text = textOf(
			symptomWith({ redFlags: [sign("soon"), sign("emergency"), sign("same-day")], whenToSeekCare: [] }),
		);

		expect(text).toMatch(
			/Call your local emergency number now if: sign emergency .*the same day if: sign same-day .*See a doctor soon if: sign soon/,
		);
	});

	it("says that it is looking for answers, and explains meanwhile", () => {
		expect(textOf(symptomWith({}), { name: "looking" })).toMatch(/What it is .*Looking for answers…/);
	});

	it("explains although the answers cannot be read", () => {
		expect(textOf(symptomWith({}), { name: "failed" })).toMatch(/What it is .*What this card explains still holds/);
	});
});

describe("an answer on a card", () => {
	const withDoctor = answers.find(({ replies }) => replies[0]?.doctor && replies[0].hospital && replies[0].repliedOn);
	const withCaution = answers.find(({ caution }) => caution);
	const ofInstitution = answers.find(({ replies }) => replies[0]?.doctor === null);

	it("names doctor, specialty, hospital and day, and is labelled as a summary", () => {
		const reply = withDoctor?.replies[0];
		const text = textOf(symptomWith({}), found(withDoctor));

		expect(text).toContain(`Dr. ${reply?.doctor} ${reply?.specialty} · ${reply?.hospital}`);
		expect(text).toContain(`replied ${formatDay(reply?.repliedOn ?? "")}`);
		expect(text).toContain("Summary in our own words");
	});

	it("stands as the institution's where no doctor is named", () => {
		const text = textOf(symptomWith({}), found(ofInstitution));

		expect(text).toContain(`Answer from ${ofInstitution?.site} (no doctor named)`);
		expect(text).not.toContain("Dr. null");
	});

	it("to a question of ours says that it is ours, and that it is what health services say", () => {
		const ofOurs = answers.find(({ question }) => question.posedBy === "editors");
		const text = textOf(symptomWith({}), found(ofOurs));

		expect(text).toMatch(/What health services say .*Our question, answered from the site’s page/);
		expect(text).not.toContain("What doctors answered");
		expect(text.split(ofOurs?.title ?? "?").length).toBe(2);
	});

	it("says when it is more than three years old", () => {
		const old = answers.find(({ replies }) => (replies[0]?.repliedOn ?? "9") < "2020");

		expect(textOf(symptomWith({}), found(old))).toContain("more than 3 years old");
	});

	it("carries its caution", () => {
		expect(textOf(symptomWith({}), found(withCaution))).toContain(`Caution: ${withCaution?.caution?.slice(0, 40)}`);
	});

	it("keeps the site's own notes apart from the doctor's words", () => {
		const withBackground = answers.find(({ background }) => background);

		expect(textOf(symptomWith({}), found(withBackground))).toContain("The site’s own notes (not the doctor’s words)");
	});

	it("links to its source without telling it where the reader came from", () => {
		const markup = markupWith({ answers: found(withDoctor) });

		expect(markup).toContain(`href="${withDoctor?.url}"`);
		expect([...markup.matchAll(/<a [^>]*>/g)].filter(([link]) => !link.includes('rel="noreferrer"'))).toEqual([]);
	});

	it("cannot be saved in a private window, and says why", () => {
		const markup = markupWith({
			answers: found(withDoctor),
			save: { ...save, disabledReason: "Saving is off in private windows." },
		});

		expect(markup).toMatch(/<button[^>]*disabled=""/);
		expect(markup).toContain("Saving is off in private windows.");
	});
});
