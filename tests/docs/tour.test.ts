import { describe, expect, it } from "vitest";
import { Detector } from "../../lib/detection/find-mentions";
import { sentenceAround } from "../../lib/detection/sentence-around";
import { compiledLexicon } from "../../scripts/content-plugin";
import { answerMentions } from "../../scripts/mentions-lines";
import { deadLinks, linkedFiles, readProjectFile } from "./linked-files";

const PAGE = "docs/tour.md";
const lexicon = compiledLexicon();
const tour = readProjectFile(PAGE);
const steps = tour
	.split(/^## /m)
	.slice(1)
	.map((text) => ({ title: text.slice(0, text.indexOf("\n")), text }));
const sentence = /^> (.+)$/m.exec(tour)?.[1] ?? "";

const blocksOf = (language: string) =>
	[...tour.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\\n\`\`\``, "gs"))].map(([, text = ""]) => text);

/** Whether a file declares a function, a class or a method (`Class.method`). */
function declares(text: string, name: string): boolean {
	const [owner = "", method] = name.split(".");
	const isDeclared = new RegExp(`^(?:export )?(?:async )?(?:function|class|const) ${owner}\\b`, "m").test(text);
	return isDeclared && (!method || new RegExp(`^\\t(?:async |get )?${method}\\(`, "m").test(text));
}

describe("the tour", () => {
	it("follows a sentence that stands on the practice page", () => {
		expect(sentence).toContain("lip twitching");
		expect(readProjectFile("tests/pages/practice.html")).toContain(sentence);
	});

	it("links files that are there", () => {
		expect(linkedFiles(PAGE, tour).length).toBeGreaterThan(30);
		expect(deadLinks(PAGE)).toEqual([]);
	});

	it("quotes the lexicon that pages carry, in which a composed symptom has no terms of its own", () => {
		const { symptomIds, terms } = lexicon;
		const lines = terms.split("\n");
		const quoted = blocksOf("lexicon").flatMap((block) => block.split("\n"));

		expect(quoted).toHaveLength(2);
		expect(quoted.filter((start) => !lines.some((line) => line.startsWith(start.replace("…", ""))))).toEqual([]);
		expect(lines[symptomIds.indexOf("lip-twitching")]).toBe("");
	});

	it("shows what the detector finds", () => {
		const [inSentence = "", inNext = ""] = blocksOf("json");

		expect(blocksOf("sh")).toEqual([`echo '{"id":"1","text":"${sentence}"}' | npm run -s mentions`]);
		const detector = new Detector(lexicon);
		expect(answerMentions(detector, { id: "1", text: sentence })).toEqual(JSON.parse(inSentence));

		const next = /says "(There is no [^"]+)"/.exec(tour)?.[1] ?? "";
		expect(readProjectFile("tests/pages/practice.html")).toContain(next);
		expect(answerMentions(detector, { id: "1", text: next })).toEqual(JSON.parse(inNext));
	});

	it("tells which sentence is kept", () => {
		const paragraph = /<p>(For about.*?)<\/p>/s.exec(readProjectFile("tests/pages/practice.html"))?.[1] ?? "";
		const at = paragraph.indexOf("lip twitching");

		expect(sentenceAround(paragraph, at, at + "lip twitching".length)).toBe(sentence);
	});
});

describe.each(steps)("step $title", ({ text }) => {
	it("names what its files declare", () => {
		const files = linkedFiles(PAGE, text)
			.filter((file) => /\.tsx?$/.test(file))
			.map(readProjectFile);
		const names = [...text.matchAll(/`([A-Za-z.]+)\(\)`/g)].map(([, name = ""]) => name);

		expect(names.filter((name) => !files.some((file) => declares(file, name)))).toEqual([]);
	});
});
