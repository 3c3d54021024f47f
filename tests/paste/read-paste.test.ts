import { describe, expect, it } from "vitest";
import { Detector } from "../../lib/detection/find-mentions";
import { groupMentions, postAround } from "../../lib/paste/found-symptoms";
import { paragraphsOf, readParagraphs } from "../../lib/paste/read-paste";
import { readTextFile } from "../../lib/paste/text-file";
import { lexicon } from "../detection/detector";

const everything = { has: () => true } as unknown as ReadonlySet<string>;
const read = (text: string) => [...readParagraphs(paragraphsOf(text), new Detector(lexicon), everything)];

describe("the paragraphs of a pasted text", () => {
	it("are what stands between empty lines, whatever kind of line ends it has", () => {
		expect(paragraphsOf("One.\r\n\r\nTwo.\r \rThree.\n\n\n")).toEqual(["One.", "Two.", "Three."]);
	});

	it("keep the lines of a list apart, and join a sentence that a PDF has broken", () => {
		expect(paragraphsOf("Headache\nEyelid twitching\nNo rash")).toEqual(["Headache", "Eyelid twitching", "No rash"]);
		expect(
			paragraphsOf(
				"The patient came with a history of twitching of the upper\nlip, which began two weeks ago.\nNo rash.",
			),
		).toEqual([
			"The patient came with a history of twitching of the upper lip, which began two weeks ago.",
			"No rash.",
		]);
	});

	it("lose no word when a text without any paragraph is cut", () => {
		const endless = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(" ");
		const parts = paragraphsOf(endless);

		expect(parts.join(" ")).toBe(endless);
		expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4_000);
		expect(paragraphsOf("x".repeat(10_000)).join("")).toBe("x".repeat(10_000));
	});
});

describe("the symptoms of a pasted text", () => {
	const text =
		"Dear doctor, I am worried about my health. My eyelid twitching came back.\n\nThere is no eyelid twitching today, and my eyelid twitching stopped.\n\nMy eyelid twitching is here again.";

	it("stand together under their name, what the text denies apart", () => {
		const [symptom, ...others] = groupMentions(read(text));

		expect(others).toEqual([]);
		expect(symptom?.symptomId).toBe("eyelid-twitching");
		expect(symptom?.found.map(({ assertion }) => assertion)).toContain("denied");
		expect(symptom?.found[0]?.places.length).toBeGreaterThan(1);
	});

	it("are those whose card has something to say", () => {
		const paragraphs = [...readParagraphs(paragraphsOf(text), new Detector(lexicon), new Set(["headache"]))];

		expect(groupMentions(paragraphs)).toEqual([]);
	});

	it("have the paragraphs around them as their post, as far as those can belong to it", () => {
		const long = { text: "x".repeat(5_000), mentions: [] };
		const [one, two, three] = read(text);

		expect(postAround(read(text), 1)).toEqual([one?.text, two?.text, three?.text]);
		expect(postAround([long, ...read(text)], 1)).toEqual([one?.text, two?.text, three?.text]);
	});
});

describe("a dropped file", () => {
	const file = (...bytes: number[]) => new Blob([new Uint8Array(bytes)]);

	it.each([
		["UTF-8", new Blob(["Müde"])],
		["UTF-16 with its mark", file(0xff, 0xfe, 0x4d, 0, 0xfc, 0, 0x64, 0, 0x65, 0)],
		["the old Western encoding", file(0x4d, 0xfc, 0x64, 0x65)],
	])("is read in %s", async (_, blob) => {
		expect(await readTextFile(blob)).toEqual({ text: "Müde" });
	});

	it.each([
		["a PDF", new Blob(["%PDF-1.7 words"]), "no-text"],
		["a picture", file(0x89, 0x50, 0, 0, 0, 13), "no-text"],
		["larger than what is read", new Blob(["x".repeat(900_000)]), "too-large"],
	])("is refused with its reason where it is %s", async (_, blob, problem) => {
		expect(await readTextFile(blob)).toEqual({ problem });
	});
});
