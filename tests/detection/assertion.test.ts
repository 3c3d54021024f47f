import { describe, expect, it } from "vitest";
import { assertions, names } from "./detector";

/** What is said of the symptoms of a text, in the order of the text, each with the words that name it. */
function said(text: string): string[] {
	const all = assertions(text);
	return names(text).map((name, index) => `${name.replace(/: [a-z-]+$/, "")}: ${all[index]}`);
}

/** Whether a text says the same of every symptom in it, and names one at all. */
function expectAll(text: string, assertion: string): void {
	const all = said(text);
	expect(all, text).not.toEqual([]);
	expect(all, text).toEqual(all.map((one) => one.replace(/[a-z-]+$/, assertion)));
}

describe("a symptom that is there is not denied by what is said of another", () => {
	it.each([
		["I have chest pain, the headache is gone.", ["present", "denied"]],
		["I have chest pain and the headache is gone.", ["present", "denied"]],
		["I have chest pain, fever is gone.", ["present", "denied"]],
		["Severe chest pain - fever is gone", ["present", "denied"]],
		["I have chest pain; my fever has resolved.", ["present", "denied"]],
		["I have chest pain, my fever has resolved.", ["present", "denied"]],
		["Facial droop present, fever absent.", ["present", "denied"]],
		["Chest pain, denied fever.", ["present", "denied"]],
		["Fever: no; chest pain: yes", ["denied", "present"]],
		["Fever no – chest pain yes", ["denied", "present"]],
		["Fever no - chest pain yes", ["denied", "present"]],
		["Fever no, chest pain yes", ["denied", "present"]],
		["Fever (no), chest pain (yes)", ["denied", "present"]],
		["Fever: none; chest pain: yes", ["denied", "present"]],
	])("%s", (text, expected) => {
		expect(assertions(text)).toEqual(expected);
	});
});

describe("a list is denied as a whole", () => {
	it.each([
		"Fever, chills and cough are absent.",
		"Fever, chills and cough were denied.",
		"Fever, cough: none.",
		"The fever and the chills are gone.",
		"No fever, chills, cough or rash.",
		"Denies: fever, chills.",
		"I don't have a fever, chest pain or cough.",
		"No: fever, chills.",
	])("%s", (text) => expectAll(text, "denied"));
});

describe("a denial ends where another clause begins", () => {
	it.each([
		"I'm not joking, I can't breathe.",
		"Without my inhaler I can't breathe.",
		"No, I can't breathe.",
		"No, chest pain.",
		"Oh no, my face is drooping!",
		"I don't feel safe, I am suicidal.",
		"No joke, my chest hurts.",
		"No joke, suddenly my chest hurts.",
		"I don't smoke, chest pain started today.",
		"I'm not kidding, chest pain.",
		"I don't smoke and he says it is chest pain.",
		"My chest hurts, feel free to ask questions.",
	])("%s", (text) => expect(assertions(text)).not.toContain("denied"));

	it("and what it denied before that stays denied", () => {
		expect(said("I'm not having a panic attack, I'm having chest pain.")).toContain("chest pain: present");
		expect(assertions("I have no fever, I have chest pain.")).toEqual(["denied", "present"]);
		expect(assertions("No fever, the rash is spreading.")).toEqual(["denied", "present"]);
		expect(assertions("No fever and my chest hurts.")).toEqual(["denied", "present"]);
	});

	it("but not at every pronoun", () => {
		expectAll("Nor do I have a fever.", "denied");
		expectAll("It has not given me chest pain.", "denied");
		expectAll("I have been seizure-free for a year.", "denied");
		expectAll("She is free of chest pain.", "denied");
		expectAll("I had a headache, it is gone now.", "denied");
		expectAll("The headache that I had is gone.", "denied");
	});
});

describe("not telling, not knowing and not understanding deny nothing", () => {
	it.each([
		"I have not told anyone I want to kill myself.",
		"I've never told anyone about my suicidal thoughts.",
		"I don't understand why my speech is slurred.",
		"I don't remember having the seizure.",
		"No one can explain my chest pain.",
		"Nobody believes my chest pain.",
		"Without warning, I had sudden weakness in my arm.",
		"Without warning my arm went weak.",
		"I didn't mention the blood in my stool.",
		"My legs haven't stopped shaking.",
	])("%s", (text) => expectAll(text, "present"));

	it("nor does a treatment that is missing", () => {
		expect(assertions("Without treatment, his seizures came back.")).not.toContain("denied");
	});

	it("but a finding that is not mentioned is not there", () => {
		expectAll("There is no mention of chest pain.", "denied");
		expectAll("She did not report chest pain.", "denied");
	});
});

describe("what was never as bad is there now", () => {
	it.each([
		"I have never felt such chest pain.",
		"I've never experienced such a severe headache.",
		"I have never had chest pain this bad.",
		"I've never had chest pain like this.",
		"I have never had a worse headache.",
	])("%s", (text) => expectAll(text, "present"));

	it("but what was never there is denied", () => {
		expectAll("I have never had chest pain.", "denied");
	});
});

describe("only what is gone for good is denied", () => {
	it.each([
		"Does chest pain go away?",
		"Will the chest pain go away?",
		"The chest pain goes away when I rest.",
		"The chest pain disappears when I rest.",
		"Will the numbness resolve?",
		"The chest pain went away and then came back.",
		"The chest pain was gone but it is back.",
		"I never had chest pain until today.",
	])("%s", (text) => expect(assertions(text)).not.toContain("denied"));

	it.each([
		"The chest pain went away.",
		"The chest pain went away and never came back.",
		"The chest pain went away and has not come back.",
		"My headache has gone away.",
		"My headache resolved.",
	])("%s", (text) => expectAll(text, "denied"));
});

describe("another person or the past ends where the writer's own story begins", () => {
	it.each([
		"As my husband drove, the chest pain started.",
		"My daughter is at school and today chest pain hit me.",
		"I used to run but chest pain stops me.",
		"In the past I was fit, chest pain started today.",
	])("%s", (text) => expectAll(text, "present"));

	it.each([
		["My mother has tremors, weakness and slurred speech.", "other-person"],
		["When my son coughs, his chest hurts.", "other-person"],
		["In the past I had headaches, chest pain and fever.", "past"],
		["I used to have migraines, now I am fine.", "past"],
	])("%s", (text, assertion) => expectAll(text, assertion));
});

describe("a denial inside a name", () => {
	it("denies this complaint of the part and not the next", () => {
		expect(names("My right arm isn't weak but numb.").join()).toContain("numb");
		expect(said("My right arm isn't weak but numb.").at(-1)).toMatch(/numb: present$/);
		expect(said("My right arm isn't weak but numb.").join()).not.toMatch(/weak: present/);
		expectAll("My hands are not shaking.", "denied");
	});

	it("is none where something won't stop", () => {
		expectAll("My lip won't stop twitching.", "present");
		expectAll("I can't stop coughing.", "present");
	});
});
