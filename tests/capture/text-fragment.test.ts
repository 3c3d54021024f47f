import { describe, expect, it } from "vitest";
import { addressAtSentence } from "../../lib/capture/text-fragment";

const PAGE = "https://example.org/a?b=1";

describe("the address of a page at a sentence", () => {
	it.each([
		["My lip twitches.", `${PAGE}#:~:text=My%20lip%20twitches.`],
		["Well-known, salt & pepper", `${PAGE}#:~:text=Well%2Dknown%2C%20salt%20%26%20pepper`],
		["  two \n lines ", `${PAGE}#:~:text=two%20lines`],
		["…ching since Monday and ti…", `${PAGE}#:~:text=since%20Monday%20and`],
		["Schmerz im Rücken 痛", `${PAGE}#:~:text=Schmerz%20im%20R%C3%BCcken%20%E7%97%9B`],
		["half a \ud83d pair", `${PAGE}#:~:text=half%20a%20%EF%BF%BD%20pair`],
		["", PAGE],
		["…", PAGE],
	])("“%s” is encoded as the specification wants it", (sentence, address) => {
		expect(addressAtSentence(PAGE, sentence)).toBe(address);
	});

	it("names the first and the last words of a long sentence", () => {
		const words = Array.from({ length: 60 }, (_, index) => `word${index}`);

		expect(addressAtSentence(PAGE, words.join(" "))).toBe(
			`${PAGE}#:~:text=${words.slice(0, 6).join("%20")},${words.slice(-6).join("%20")}`,
		);
	});

	it("keeps the page's own fragment, and replaces a text fragment", () => {
		expect(addressAtSentence("https://example.org/#reply-2", "a b")).toBe("https://example.org/#reply-2:~:text=a%20b");
		expect(addressAtSentence("https://example.org/#x:~:text=old", "a b")).toBe("https://example.org/#x:~:text=a%20b");
		expect(addressAtSentence("https://example.org/#", "a b")).toBe("https://example.org/#:~:text=a%20b");
	});

	it.each(["", "javascript:alert(1)", "about:blank", "file:///etc/passwd", "https://"])("is empty for “%s”", (url) => {
		expect(addressAtSentence(url, "a b")).toBe("");
	});
});
