import { expect, it } from "vitest";
import { highlightReport } from "../lib/highlight-report";

const reported = {
	words: "cold",
	sentence: "It was a cold day.",
	symptomId: "common-cold",
	assertion: "present",
	version: "0.1.0",
	content: "a1b2",
};

it("a report names words, sentence, symptom, what is said of it and the versions, and no site unless asked to", () => {
	expect(highlightReport({ ...reported, host: undefined }).split("\n")).toEqual([
		"Symptom Lens: a mark that may be wrong",
		"Words: cold",
		"Sentence: It was a cold day.",
		"Taken for: common-cold",
		"Said of it: present",
		"Version: 0.1.0",
		"Content: a1b2",
	]);
	expect(highlightReport({ ...reported, host: "news.example" })).toContain("\nSite: news.example");
});
