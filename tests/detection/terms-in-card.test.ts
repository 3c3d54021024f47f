import { describe, expect, it } from "vitest";
import { Detector } from "../../lib/detection/find-mentions";
import { termsInCard } from "../../lib/detection/terms-in-card";
import { compiledLexicon } from "../../scripts/content-plugin";

const lexicon = compiledLexicon();
const wordsIn = (text: string, leftOut: string[] = []) =>
	termsInCard(lexicon, text, new Set(leftOut))(text).map(({ start, end }) => text.slice(start, end));

describe("the texts of a card", () => {
	it("explain the other symptoms that they name", () => {
		expect(wordsIn("Ask for help if you also have chest pain or slurred speech.")).toEqual([
			"chest pain",
			"slurred speech",
		]);
	});

	it("never explain the symptom that the card is about", () => {
		expect(wordsIn("Chest pain can come with slurred speech.", ["chest-pain"])).toEqual(["slurred speech"]);
	});

	it("explain a symptom once in a text, however often it is named", () => {
		expect(wordsIn("See a doctor if a headache comes with a fever. The headache may wake you.")).toEqual([
			"headache",
			"fever",
		]);
	});

	it("leave out words that stand apart, which a reader would not know to belong together", () => {
		const text = "You may feel a twitching in the upper left area of the lip, or get a bad headache.";

		expect(new Detector(lexicon).findMentions(text).map(({ symptomId }) => symptomId)).toContain("lip-twitching");
		expect(wordsIn(text)).toEqual(["bad headache"]);
	});

	it("let no words be pressed for two symptoms", () => {
		expect(wordsIn("See a doctor about thoracic back pain with a high fever.")).toEqual([
			"thoracic back pain",
			"high fever",
		]);
	});
});
