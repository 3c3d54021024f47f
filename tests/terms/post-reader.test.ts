import { describe, expect, it } from "vitest";
import { PostReader } from "../../lib/terms/post-reader";

const term = (text: string, words: string) => ({ text, start: text.indexOf(words) });

describe("a post", () => {
	it("is read once for all its terms", () => {
		const reader = new PostReader();
		const post = ["I have chest pain and a fever.", "Nothing else.", "Now I feel dizzy."];
		reader.read(post, term(post[0] as string, "chest pain"));

		expect(reader.hasRead(term(post[0] as string, "fever"))).toBe(true);
		expect(reader.hasRead(term(post[2] as string, "dizzy"))).toBe(true);
	});

	it("is read for the first term that stands in no post yet", () => {
		const reader = new PostReader();
		expect(reader.hasRead(term("I feel dizzy.", "dizzy"))).toBe(false);

		reader.read(["I feel dizzy."], term("I feel dizzy.", "dizzy"));
		expect(reader.hasRead(term("My arm is numb.", "numb"))).toBe(false);
	});

	it("is not taken for the next person's, though that begins with the same words", () => {
		const reader = new PostReader();
		reader.read(["I feel dizzy."], term("I feel dizzy.", "dizzy"));

		expect(reader.hasRead(term("I feel dizzy.", "dizzy"))).toBe(false);
	});

	it("is known by the stretch of a long paragraph that comes with a term", () => {
		const reader = new PostReader();
		const long = `${"word ".repeat(500)}dizzy ${"word ".repeat(500)}and numb`;
		reader.read([long], { text: long.slice(1_700, 3_300), start: 800 });

		expect(reader.hasRead({ text: long.slice(-700), start: 696 })).toBe(true);
	});
});
