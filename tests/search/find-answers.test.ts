// Long because its rules share one small library.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../data/schema";
import type { Assertion } from "../../lib/detection/assertion";
import { findAnswersAbout, findSimilarAnswers, searchAnswers } from "../../lib/search/find-answers";
import { searchDocumentOf } from "../../lib/search/search-document";
import { createSearchLanguage } from "../../lib/search/search-language";
import { buildSegment } from "../../lib/search/segment";
import { readSegment } from "../../lib/search/segment-reader";
import { answerOf } from "./answer-of";
import { anyQuery as anyText } from "./any-query";
import { bundledAnswers, symptomIndex, synonymGroups } from "./content";

const readersOf = (answers: Answer[]) => {
	const documents = answers.map(searchDocumentOf);
	return [readSegment("test", buildSegment(documents), documents)];
};
const bundled = readersOf(bundledAnswers);
const language = createSearchLanguage(symptomIndex, synonymGroups);
const search = (text: string) => searchAnswers(bundled, { ...language, text });
const about = (symptomId: string, sentence: string) =>
	findAnswersAbout(bundled, { symptomId, sentence, synonyms: language.synonyms });
const symptomsOf = (answerId: string) => bundledAnswers.find(({ id }) => id === answerId)?.symptoms ?? [];

describe("answers about a symptom", () => {
	it.each([
		["lip-twitching", "I woke up with a numb feeling and my upper lip keeps twitching", "doctorqna-165547"],
		["eyelid-twitching", "my lower eyelid has been twitching, even in my sleep", "doctorqna-75323"],
		["anxiety", "another of those panic attacks", "mcintyre-panic-attacks"],
	])("on %s come in the order of the sentence %j", async (symptomId, sentence, expected) => {
		const [first] = await about(symptomId, sentence);

		expect(first?.answerId).toBe(expected);
	});

	it("are at most five, and all about the symptom", async () => {
		const found = await about("eyelid-twitching", "tongue lip tremor anxiety");

		expect(found).toHaveLength(5);
		expect(found.every(({ answerId }) => symptomsOf(answerId).some((id) => id === "eyelid-twitching"))).toBe(true);
	});

	it("are none where no answer is about the symptom, whatever the sentence says", async () => {
		expect(await about("no-such-symptom", "my eyelid is twitching")).toEqual([]);
	});

	it("put an answer about the symptom before one that mentions it third and holds every word", async () => {
		const sentence = "strange jelly ripples below both elbows";
		const readers = readersOf([
			answerOf("mentions", {
				title: sentence,
				question: sentence,
				reply: sentence,
				symptoms: ["tremor", "stress", "tics"],
			}),
			answerOf("about", { symptoms: ["tics"] }),
			answerOf("only-words", { title: sentence, question: sentence, symptoms: ["tremor"] }),
		]);

		const found = await findAnswersAbout(readers, { symptomId: "tics", sentence, synonyms: language.synonyms });

		expect(found.map(({ answerId }) => answerId)).toEqual(["about", "mentions"]);
	});

	it("name the words of the sentence that stand in question or reply, as the page writes them", async () => {
		const readers = readersOf([
			answerOf("one", { title: "Coffee", question: "Do eyelids twitch?", reply: "Sleep more." }),
		]);

		const [found] = await findAnswersAbout(readers, {
			symptomId: "muscle-twitching",
			sentence: "COFFEE, no sleeping, an Eyelid TWITCHES",
			synonyms: language.synonyms,
		});

		expect(found?.matchedWords).toEqual(["sleeping", "Eyelid", "TWITCHES"]);
	});
});

describe("what the text says of the symptom", () => {
	const readers = readersOf([
		answerOf("asked", { title: "On holiday", question: "I sit on a beach.", symptoms: ["tics"] }),
		answerOf("defined", { title: "What is a tic?", question: "What is a tic?", symptoms: ["tics"] }),
		answerOf("tests", { title: "Tests for tics", question: "Which tests?", symptoms: ["tics"] }),
		answerOf("outlook", { title: "Outlook of tics", question: "Do tics pass?", symptoms: ["tics"] }),
		answerOf("second", { title: "What is tremor?", question: "What is tremor?", symptoms: ["tremor", "tics"] }),
	]);
	const sentence = "It began last week";
	const orderOf = async (assertion: Assertion) => {
		const found = await findAnswersAbout(readers, {
			symptomId: "tics",
			sentence,
			assertion,
			synonyms: language.synonyms,
		});
		return found.map(({ answerId }) => answerId);
	};

	it.each<[Assertion, string]>([
		["present", "asked"],
		["other-person", "asked"],
		["denied", "defined"],
		["general", "defined"],
		["possible", "tests"],
		["past", "outlook"],
	])("puts first, where it is %s: the one %s", async (assertion, first) => {
		const order = await orderOf(assertion);

		expect(order.filter((id) => id === first || id === "asked")[0]).toBe(first);
		expect(order.at(-1)).toBe("second");
	});

	it("leaves age and sex aside where nobody in the text has the symptom", async () => {
		const asker = answerOf("she", { symptoms: ["tics"] });
		const she = readersOf([{ ...asker, question: { ...asker.question, askerAge: "20-29", askerSex: "female" } }]);
		const about = { symptomId: "tics", sentence: "A 24 year old female without tics", synonyms: language.synonyms };

		const [denied] = await findAnswersAbout(she, { ...about, assertion: "denied" });
		const [present] = await findAnswersAbout(she, { ...about, assertion: "present" });

		expect(denied?.sameAsker).toEqual({ age: false, sex: false });
		expect(present?.sameAsker).toEqual({ age: true, sex: true });
	});
});

describe("the writer of the sentence", () => {
	const ofAsker = (id: string, askerAge: string | null, askerSex: "female" | "male" | null) => {
		const answer = answerOf(id);
		return { ...answer, question: { ...answer.question, askerAge, askerSex } };
	};
	const readers = readersOf([
		ofAsker("anyone", null, null),
		ofAsker("man", "50-59", "male"),
		ofAsker("she", "20-29", "female"),
	]);
	const askedBy = (sentence: string) =>
		findAnswersAbout(readers, { symptomId: "muscle-twitching", sentence, synonyms: language.synonyms });

	it.each([
		["I'm a 24 year old female and my arm twitches", "she", { age: true, sex: true }],
		["My arm twitches (male, 55 yrs old)", "man", { age: true, sex: true }],
		["At 21 years old my arm twitches", "she", { age: true, sex: false }],
	])("decides between answers of equal standing: %s", async (sentence, first, sameAsker) => {
		expect((await askedBy(sentence))[0]).toMatchObject({ answerId: first, sameAsker });
	});

	it("is nobody in particular where no age is given, whatever else the sentence speaks of", async () => {
		const found = await askedBy("My female doctor says that a man in 24 twitches");

		expect(found.map(({ answerId }) => answerId)).toEqual(["anyone", "man", "she"]);
		expect(found.every(({ sameAsker }) => !sameAsker.age && !sameAsker.sex)).toBe(true);
	});

	it("does not outweigh what the answer is about", async () => {
		const other = {
			...ofAsker("same-age", "24", "female"),
			symptoms: answerOf("x", { symptoms: ["tics", "muscle-twitching"] }).symptoms,
		};
		const found = await findAnswersAbout(readersOf([other, answerOf("about")]), {
			symptomId: "muscle-twitching",
			sentence: "I am a 24 year old woman and it twitches",
			synonyms: language.synonyms,
		});

		expect(found[0]?.answerId).toBe("about");
	});
});

describe("similar answers", () => {
	const similarTo = (answers: Answer[], id: string) => {
		const document = searchDocumentOf(answers.find((answer) => answer.id === id) ?? answerOf(id));
		return findSimilarAnswers(readersOf(answers), { packId: "test", document, synonyms: language.synonyms });
	};

	it("are about the same thing, and never the answer itself", async () => {
		const found = await similarTo(bundledAnswers, "doctorqna-164804");

		expect(found).toHaveLength(5);
		expect(found.map(({ answerId }) => answerId)).not.toContain("doctorqna-164804");
		expect(found.every(({ answerId }) => symptomsOf(answerId).some((symptom) => symptom.includes("twitching")))).toBe(
			true,
		);
	});

	it("share the words of the question where symptoms do not tell", async () => {
		const answers = [
			answerOf("one", { title: "Purple carrots for breakfast", symptoms: ["tics"] }),
			answerOf("like", { title: "Are purple carrots a breakfast?", symptoms: ["stress"] }),
			answerOf("unlike", { title: "Green boats at sea", symptoms: ["cough"] }),
		];

		expect((await similarTo(answers, "one")).map(({ answerId }) => answerId)).toEqual(["like"]);
	});
});

describe("the passage of a long reply", () => {
	const filler = "Nothing in this sentence matters to anybody. ".repeat(30);
	const passageOf = async (reply: string, text: string) =>
		(await searchAnswers(readersOf([answerOf("one", { title: "Coffee", reply })]), { ...language, text }))[0]?.passage;

	it("is found however deep it stands, from the beginning of its sentence", async () => {
		const passage = await passageOf(
			`${filler}Drinking coffee late may keep eyelids moving. ${filler}`,
			"coffee eyelids",
		);

		expect(passage).toMatch(/^…Drinking coffee late may keep eyelids moving\./);
		expect(passage?.length).toBeLessThan(240);
	});

	it("is left out where the reply is short", async () => {
		expect(await passageOf("Drinking coffee late may keep eyelids moving.", "coffee eyelids")).toBeNull();
	});

	it("is a stretch of the reply as it stands there", async () => {
		const words = fc.array(
			fc.constantFrom("coffee", "eyelid", "Nothing.", "tea", "milk?", "\u00e9t\u00e9", "x".repeat(60)),
			{
				minLength: 60,
				maxLength: 90,
			},
		);
		await fc.assert(
			fc.asyncProperty(words, async (list) => {
				const reply = list.join(" ");
				const passage = await passageOf(reply, "coffee eyelid");

				expect(
					passage === null ||
						passage === undefined ||
						`Test Doctor\n${reply}`.includes(passage.replace(/^\u2026|\u2026$/g, "")),
				).toBe(true);
			}),
		);
	});
});

describe("search for answers", () => {
	it.each([
		["carpal tunnel", "arnold-2014-05-15-carpal-tunnel"],
		["bells palsy", "donohue-1999-07-13-bells-palsy"],
		["left upper eyelid twitching for a week", "doctorqna-84590"],
		["weak hand and trouble swallowing", "doctorqna-200263"],
		["hemifacal spasm", "gott-474-eyelid-twitch"],
		["vitamin b12", "brownstein-2012-03-26-burning-tongue"],
		["Kumar", "kumar-2013-10-23-numb-lips"],
	])("finds %j in %s first", async (text, expected) => {
		const [first] = await search(text);

		expect(first?.answerId).toBe(expected);
	});

	it.each(["fasiculation", "twitching after covid vaccine", "muscle twiching"])(
		"finds twitching for %j",
		async (text) => {
			const found = await search(text);

			expect(found.length).toBeGreaterThan(0);
			expect(symptomsOf(found[0]?.answerId ?? "")).toContain("muscle-twitching");
		},
	);

	it.each([
		"xyzzy",
		"",
		"the",
		"banana bread recipe",
		"car engine does not start",
		"football results today",
		"cheap flights",
	])("says nothing when nothing is close: %j", async (text) => {
		expect(await search(text)).toEqual([]);
	});

	it("leaves out an answer that holds less than half of what the text says", async () => {
		const readers = readersOf([answerOf("one", { question: "Does coffee matter?" }), answerOf("two")]);
		const searchOnlyWords = (text: string) => searchAnswers(readers, { ...language, text, findSymptoms: () => [] });

		expect(await searchOnlyWords("coffee")).toHaveLength(1);
		expect(await searchOnlyWords("coffee carburettor gearbox")).toEqual([]);
	});

	it("lists at most twenty", async () => {
		expect(await search("twitching")).toHaveLength(20);
	});

	it("returns the words as they were typed", async () => {
		const [first] = await search("CARPAL tunel");

		expect(first?.matchedWords).toEqual(["CARPAL", "tunel"]);
	});
});

describe("any text", () => {
	it("is searched without an error and always with the same result", async () => {
		await fc.assert(
			fc.asyncProperty(anyText, async (text) => {
				expect(await search(text)).toEqual(await search(text));
			}),
		);
	});

	it("never brings up an answer that is not about the symptom", async () => {
		const ids = fc.constantFrom(...symptomIndex.map(({ id }) => id));
		await fc.assert(
			fc.asyncProperty(ids, anyText, async (symptomId, sentence) => {
				const found = await about(symptomId, sentence);

				expect(found.every(({ answerId }) => symptomsOf(answerId).includes(symptomId))).toBe(true);
				expect(await about(symptomId, sentence)).toEqual(found);
			}),
		);
	});
});
