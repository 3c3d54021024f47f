import { describe, expect, it } from "vitest";
import { sentenceAround } from "../../lib/detection/sentence-around";

const around = (text: string, words: string) =>
	sentenceAround(text, text.indexOf(words), text.indexOf(words) + words.length);

describe("sentenceAround", () => {
	it("keeps the sentence of the word and no other", () => {
		expect(around("I slept badly. My lip is twitching again. Why?", "twitching")).toBe("My lip is twitching again.");
	});

	it("writes the source's line breaks as spaces", () => {
		expect(around("My lip\n   is twitching", "twitching")).toBe("My lip is twitching");
	});

	it("cuts a very long sentence around the word and shows that it did", () => {
		const sentence = around(`${"and on ".repeat(200)}twitching ${"and on ".repeat(200)}`, "twitching");

		expect(sentence).toMatch(/^….*twitching.*…$/);
		expect(sentence.length).toBeLessThanOrEqual(402);
	});
});
