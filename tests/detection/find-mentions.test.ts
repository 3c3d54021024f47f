import { describe, expect, it } from "vitest";
import { assertions, names } from "./detector";

describe("a symptom is found as patients write it", () => {
	it.each([
		["My lip won't stop twitching.", ["lip won't stop twitching: lip-twitching"]],
		["twitching in the upper left area of the lip", ["twitching … upper left … lip: lip-twitching"]],
		["My eyelid won’t stop jumping.", ["eyelid won’t stop jumping: eyelid-twitching"]],
		["Both feet feel like pins and needles.", ["Both feet feel like pins and needles: foot-tingling"]],
		["My left shoulder feels stiff.", ["left shoulder feels stiff: shoulder-stiffness"]],
		["My hands shake when I hold a cup.", ["hands shake: hand-tremor"]],
		["I have numb lips.", ["numb lips: lip-numbness"]],
		["FASCICULATIONS of both calves", ["FASCICULATIONS … both calves: leg-foot-twitching"]],
		["I could not feel the tips of two fingers.", ["could not feel … fingers: hand-numbness"]],
		["burning pain in the soles of my feet", ["burning pain … soles … feet: burning-sensation"]],
	])("%s", (text, expected) => {
		expect(names(text)).toEqual(expected);
	});

	it.each([
		["muscle twitching", "fasciculations", "muscle-twitching"],
		["trouble swallowing", "dysphagia", "swallowing-difficulty"],
		["double vision", "diplopia", "double-vision"],
		["pins and needles", "paraesthesia", "tingling"],
		["tired all the time", "chronic fatigue", "fatigue"],
	])("by the plain name and by the doctor's word: %s, %s", (plain, clinical, expected) => {
		const found = [plain, clinical].map((words) => names(`I have had ${words} since May.`).join());

		expect(found.map((name) => name.replace(/.*: /, ""))).toEqual([expected, expected]);
	});

	it("whatever the apostrophe, hyphen, case, line break or invisible character", () => {
		const twitching = [
			"my lip won't stop twitching",
			"my lip won’t stop twitching",
			"MY LIP WON'T STOP TWITCHING",
			"my lip wont stop twitching",
			"my lip won't\n\t stop\u00a0twitching",
			"my lip won't stop twitch\u00ading",
			"my lip won't stop t\u200bwitching",
		];

		expect(twitching.map((text) => names(text).map((name) => name.replace(/.*: /s, "")))).toEqual(
			twitching.map(() => ["lip-twitching"]),
		);
	});

	it("in British and American spelling, and misspelt where nothing else can be meant", () => {
		const spellings = ["diarrhoea", "diarrhea", "diarhea"].map((word) => `I have had ${word} since Monday.`);

		expect(spellings.map((text) => names(text).map((name) => name.replace(/.*: /s, "")))).toEqual([
			["diarrhea"],
			["diarrhea"],
			["diarrhea"],
		]);
	});
});

describe("the most specific name wins", () => {
	it("a body part beside the complaint makes it its own", () => {
		expect(names("I have had fasciculations.")).toEqual(["fasciculations: muscle-twitching"]);
		expect(names("I have had fasciculations of the left cheek.")).toEqual([
			"fasciculations … left cheek: facial-twitching",
		]);
	});

	it("a list of parts names each", () => {
		expect(names("I have pain in my knees, hips and lower back.")).toEqual([
			"pain … knees: knee-pain",
			"pain … hips: hip-pain",
			"pain … lower back: low-back-pain",
		]);
		expect(names("My neck and shoulders are stiff.")).toEqual([
			"neck … stiff: neck-stiffness",
			"shoulders are stiff: shoulder-stiffness",
		]);
	});

	it("a complaint does not reach over a clause, a sentence or another complaint's part", () => {
		expect(names("I twitched. My lip was fine.").join()).not.toContain("lip-twitching");
		expect(names("I have leg cramps and knee pain.")).toEqual(["leg cramps: leg-cramps", "knee pain: knee-pain"]);
	});

	it("a new subject takes the complaint for itself", () => {
		expect(names("My throat is sore, my nose and his eye is swollen.")).toEqual([
			"throat is sore: sore-throat",
			"eye is swollen: eyelid-swelling",
		]);
		expect(names("I hit my hip and my knee is swollen.")).toEqual(["knee is swollen: joint-swelling"]);
		expect(names("Cramps in my calf and my foot tingles.")).toEqual([
			"Cramps … calf: leg-cramps",
			"foot tingles: foot-tingling",
		]);
		expect(names("Burning when I pee, and my lower back aches.")).toEqual([
			"Burning when I pee: painful-urination",
			"lower back aches: low-back-pain",
		]);
		expect(names("Cannot close my right eye and mouth sags.")).toEqual(["mouth sags: facial-droop"]);
	});

	it("but one verb may have several subjects", () => {
		expect(names("My head and my stomach hurts.")).toEqual(["head … hurts: headache", "stomach hurts: abdominal-pain"]);
		const feet = "feet are tingling: foot-tingling";
		expect(names("My hands and my feet are tingling.")).toEqual(["hands … tingling: hand-tingling", feet]);
		expect(names("My knees, my ankles, and my feet are swollen.").map((name) => name.replace(/.*: /, ""))).toEqual([
			"joint-swelling",
			"leg-swelling",
		]);
	});

	it("a complaint beside its part leaves that part to no other", () => {
		expect(names("my chest pain and my rash")).toEqual(["chest pain: chest-pain", "rash: rash"]);
		expect(names("my knee pain and a swelling").at(-1)).toBe("knee … swelling: joint-swelling");
		expect(names("my chest pain and tightness")).toEqual([
			"chest pain: chest-pain",
			"chest … tightness: chest-tightness",
		]);
	});

	it("a complaint before a noun belongs to that noun", () => {
		expect(names("I hate bruised egos, swollen heads and burning ambition.")).toEqual([]);
	});
});

describe("words that mean something else", () => {
	it.each([
		"An earthquake tremor of magnitude 5 shook the town, police said.",
		"She streams on Twitch every night for her subscribers.",
		"The army is in the grip of a cold war with its rivals.",
		"Prices fell as the market took fright at the depression of the 1930s.",
		"They shook hands with the minister before the vote.",
		"The coach praised the back four after the match.",
		"Serve the jerk chicken with rice and a squeeze of lime.",
	])("are left alone: %s", (text) => {
		expect(names(text)).toEqual([]);
	});

	it("are taken where the text speaks of health", () => {
		expect(names("I have a rash on my arm and the doctor gave me a cream.").join()).toContain("rash");
		expect(names("I feel sick and dizzy after the new tablets.").join()).toContain("dizziness");
	});
});

describe("who has it, when and whether", () => {
	it.each([
		["I have muscle twitching.", "present"],
		["There are no signs of muscle atrophy.", "denied"],
		["She denies chest pain, nausea or vomiting.", "denied"],
		["Fasciculations were absent.", "denied"],
		["My headache has gone away.", "denied"],
		["My mother has tremors in her hands.", "other-person"],
		["I had migraines as a child.", "past"],
		["It might be a tremor of the hands.", "possible"],
		["Caffeine can cause eyelid twitching.", "general"],
		["My cough is not only at night.", "present"],
		["My cough won't go away.", "present"],
		["I have no loss of appetite.", "denied"],
		["I have no real trouble sleeping.", "denied"],
		["He is not breathing.", "present"],
		["She has stopped breathing.", "present"],
		["I don't want to live anymore.", "present"],
		["I have no control over my bladder.", "present"],
		["There was no loss of bladder control.", "denied"],
		["No longer able to walk.", "present"],
		["I don't feel my legs.", "present"],
		["I don't feel any numbness in my legs.", "denied"],
		["I can no longer feel my legs.", "present"],
		["I don't feel like my hands are shaking.", "denied"],
		["She is no longer breathing.", "present"],
		["Acne-free skin in a week!", "denied"],
	])("%s", (text, assertion) => {
		expect([...new Set(assertions(text))]).toEqual([assertion]);
	});

	it("a cue ends where another clause begins", () => {
		expect(assertions("I have no fever but I do have a cough.")).toEqual(["denied", "present"]);
	});
});

describe("other languages stay silent", () => {
	it.each([
		"Le patient se plaint de fatigue et de nausea depuis la semaine dernière, et il est dans une situation difficile.",
		"我的手一直在发抖 tremor 已经三天了，医生说没有问题",
		"Der Patient hat Tremor und Migraine, aber es ist nicht schlimm und die Werte sind gut.",
	])("%s", (text) => {
		expect(names(text)).toEqual([]);
	});

	it("but a foreign word in an English text does no harm", () => {
		expect(names("My café latte makes my hands shake.").join()).toContain("hand-tremor");
	});
});
