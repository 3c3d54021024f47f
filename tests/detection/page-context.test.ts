import { describe, expect, it } from "vitest";
import { Detector } from "../../lib/detection/find-mentions";
import { findNames } from "../../lib/detection/find-terms";
import { Lexicon } from "../../lib/detection/lexicon";
import { isEnglishText, type PageContext, PageEvidence } from "../../lib/detection/page-context";
import { newWords, scanWords } from "../../lib/detection/scan-words";
import { lexicon as productLexicon } from "./detector";

const lexicon = new Lexicon(productLexicon);
const words = newWords();

function judge(text: string): PageContext {
	scanWords(text, lexicon, words);
	const evidence = new PageEvidence();
	evidence.add(words, lexicon, findNames(words, lexicon).symptoms);
	return evidence.judge();
}

function isEnglish(text: string): boolean | undefined {
	scanWords(text, lexicon, words);
	return isEnglishText(words, lexicon);
}

const forumPost = `Hi everyone, I am new here and a bit scared. About three weeks ago my left eyelid started twitching,
and since then it has spread to my calves. I went to my GP, who did blood tests and said everything looked fine. She
told me to drink less coffee and sent me to a neurologist, but the appointment is only in May. I sleep badly, I wake
at four every night and then I lie there and think about it. My husband says that I worry too much. Has anyone had
the same? Did the symptoms go away by themselves, or did you need medication? I am grateful for every reply.`;

const recipe = `Heat the oil in a wide pan and add the onions with a pinch of salt. Stir until they are soft and golden,
about ten minutes, then add the garlic and the spices. Tip in the tomatoes and let the sauce simmer on a low flame
while the pasta cooks. Drain the pasta but keep a cup of the water. Toss everything in the pan, loosen the sauce with
the water, and season with black pepper. Serve in warm bowls with grated cheese and torn basil. Leftovers keep for two
days in the fridge and taste even better the next day, when the sauce has had time to thicken.`;

const footballReport = `The home side scored twice in the last ten minutes to win the match and climb to second place in
the league. The striker, who had missed the penalty before half time, headed in a cross from the left, and three
minutes later the substitute hit the post before the captain pushed the rebound over the line. The visitors had the
better chances early on, but their goalkeeper could do nothing about either goal. The manager praised his players for
their patience and said that the team would need the same spirit in the tournament next week.`;

const economyNews = `Shares fell sharply on Tuesday after the central bank warned that inflation would stay above its
target until the end of next year. The currency lost two per cent against the dollar, and bond yields rose to their
highest level since the recession. Economists had expected the government to cut taxes on fuel, but the finance
minister said that there was no room in the budget. Retail sales have been weak for months, and several companies have
reported lower profits. Analysts said that the market was nervous before the election, in which prices will be the
main subject.`;

const sourceCode = `// Returns the index of the first element that is not less than the key. The array must be sorted in
// ascending order, otherwise the result is undefined. Runs in logarithmic time and allocates nothing. The caller owns
// the buffer and must free it. If the buffer is too small, the function returns the size that it needs, so call it
// twice: once with a null pointer to learn the size, and once more with the buffer. Do not call this from a signal
// handler, because it takes a lock. See the header file for the error codes, and the unit tests for examples of how
// the iterator is used. This parameter is deprecated and will be removed in the next version of the library.`;

const novel = `The old woman put the lamp on the table and looked at her son. He had grown tall in the years that he had
been away, and his coat was too thin for the season. She asked him nothing. She cut the bread, poured the tea and sat
down across from him, and they ate while the rain ran down the window. When he had finished he told her about the
harbour, the girl with the red umbrella and the man who had sold him the boat. His sister came in later with her
husband and the children, and everybody talked at once until the fire had burned low.`;

const encyclopedia = `Essential tremor is a movement disorder that causes rhythmic shaking, most often of the hands and
arms. It is one of the most common neurological disorders of adults. Symptoms usually begin on one side and become
worse with movement, stress, fatigue and caffeine. The diagnosis rests on the history and the examination of the
patient; there is no blood test for it. The disease is often inherited. Treatment begins with beta blockers, and in
severe cases deep brain stimulation or surgery may be offered. The prognosis is good, although the tremor tends to
progress slowly over the years.`;

it("a page that grows long enough to be about something else is news, and is read again", () => {
	const detector = new Detector(productLexicon);
	const isMarked = () => detector.findMentions("I felt a shock.").length > 0;
	detector.survey("Shares fell on Tuesday after the central bank warned of inflation.");
	detector.judge();
	const before = isMarked();

	detector.survey(economyNews);
	const isNews = detector.judge();

	expect({ before, isNews, after: isMarked() }).toEqual({ before: true, isNews: true, after: false });
	detector.survey(economyNews);
	expect(detector.judge()).toBe(false);
});

describe("what a page is about", () => {
	it.each([
		["a patient's post in a forum", forumPost],
		["a paragraph of a medical encyclopedia", encyclopedia],
	])("%s is about health", (_, text) => {
		expect(judge(text)).toEqual({ health: 2, isEnglish: true });
	});

	it.each([
		["a recipe", recipe],
		["a report of a football match", footballReport],
		["news of the economy", economyNews],
		["comments in source code", sourceCode],
		["a scene of a novel, however many people it tells of", novel],
	])("nothing in %s speaks for health", (_, text) => {
		expect(judge(text)).toEqual({ health: -1, isEnglish: true });
	});

	it("somebody's own story may be about health, whatever else it tells", () => {
		const story = `Yesterday I packed my things, said goodbye to my flat and took my bike to the station. I had my
			breakfast on the train, read my book and looked out of the window. In the afternoon I met my old friend, who
			showed me the town where I grew up. We walked along the river to my school, and I took a photo of the gate. I
			went to bed early, because I had to get up at five for my flight the next day.`;

		expect(judge(story)).toEqual({ health: 1, isEnglish: true });
	});

	it("one line is too short to say that it is about something else", () => {
		expect(judge("My lip is twitching again.")).toEqual({ health: 1, isEnglish: true });
		expect(judge("Tremor").health).toBeGreaterThanOrEqual(0);
		expect(judge("")).toEqual({ health: 0, isEnglish: true });
	});

	it("one line of health words is about health", () => {
		expect(judge("Headache, nausea and dizziness: ask a doctor.")).toEqual({ health: 2, isEnglish: true });
	});

	it("a list of signs is about health although it has no other word of health", () => {
		const signs = "Signs: microcephaly, strabismus, nystagmus, ataxia, fasciculations, hematuria, tachycardia.";

		expect(judge(signs).health).toBe(2);
	});

	it("one or two health words do not make a page about health", () => {
		expect(judge("The doctor opened the door.").health).toBe(1);
		expect(judge("She smiled at her brother.").health).toBe(1);
	});

	it("politics about hospitals are politics", () => {
		const news = `The government lost a vote in parliament over its health policy. The minister had promised every
			hospital a new budget and every patient a doctor, but the president and the senate want to cut taxes before the election.`;

		expect(judge(news).health).toBeLessThan(2);
	});

	it("an illness in passing does not make news of the economy a page about health", () => {
		expect(judge(`${economyNews} The minister was absent because of illness.`).health).toBe(-1);
	});
});

const otherLanguages = {
	French: `Depuis trois semaines, j'ai des tremblements dans les mains et une fatigue qui ne passe pas. Le médecin dit
		que ce n'est pas grave, mais je suis inquiète pour la suite et je dors très mal la nuit.`,
	German: `Seit drei Wochen habe ich einen Tremor in der linken Hand, und die Migraine ist auch nicht besser geworden.
		Der Arzt sagt, dass ich mir keine Sorgen machen soll, aber ich schlafe sehr schlecht.`,
	Spanish: `Desde hace tres semanas tengo un tremor en la mano izquierda y una fatiga que no se me quita. El doctor dice
		que no es nada grave, pero estoy muy preocupado por los resultados y duermo mal.`,
	Chinese: "三个星期以来，我的左手一直在发抖 tremor，晚上也睡不好。医生说没有大问题，但是我还是很担心。",
};

describe("which language a text is in", () => {
	it.each(Object.entries(otherLanguages))("%s is not English, page and block", (_, text) => {
		expect(judge(text).isEnglish).toBe(false);
		expect(isEnglish(text)).toBe(false);
	});

	it.each([forumPost, recipe, footballReport, economyNews, sourceCode, encyclopedia])(
		"English is English: %.40s",
		(text) => {
			expect(isEnglish(text)).toBe(true);
		},
	);

	it.each(["54 y/o presents with chest pain, sweating.", "c/o chest pain, 54 y/o male"])(
		"letters of a clinician's shorthand are no words of another language: %s",
		(note) => {
			expect(isEnglish(note)).not.toBe(false);
		},
	);

	it("one or two words do not tell, so the page decides", () => {
		const detector = new Detector(productLexicon);
		const found = () => detector.findMentions("The fasciculations").map(({ symptomId }) => symptomId);

		expect(isEnglish("The fasciculations")).toBe(undefined);
		detector.judgePage(encyclopedia);
		expect(found()).toEqual(["muscle-twitching"]);
		detector.judgePage(otherLanguages.German);
		expect(found()).toEqual([]);
	});

	it.each(Object.entries(otherLanguages))(
		"a quotation in %s is silent and does not silence the English around it",
		(_, quotation) => {
			const detector = new Detector(productLexicon);
			const block = "I have muscle twitching and a headache.";
			detector.judgePage([forumPost, quotation, block].join("\n\n"));

			expect(detector.findMentions(quotation)).toEqual([]);
			expect(detector.findMentions(block).map(({ symptomId }) => symptomId)).toEqual(["muscle-twitching", "headache"]);
		},
	);

	it("an English block is read on a page in another language", () => {
		const detector = new Detector(productLexicon);
		detector.judgePage(otherLanguages.French.repeat(5));

		expect(detector.findMentions("I have muscle twitching and my doctor is away.")).toHaveLength(1);
	});

	it("a page is judged by all that was read of it, block by block as at once", () => {
		const blocks = [encyclopedia, otherLanguages.German as string, "Tremor", recipe];
		const evidence = new PageEvidence();
		for (const block of blocks) {
			scanWords(block, lexicon, words);
			evidence.add(words, lexicon, findNames(words, lexicon).symptoms);
		}

		expect(evidence.judge()).toEqual(judge(blocks.join("\n\n")));
	});

	it("names with accents do not make a text foreign", () => {
		expect(isEnglish("The patient was seen by Dr. Müller and José García for her headaches and for the rash.")).toBe(
			true,
		);
	});
});
