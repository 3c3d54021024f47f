// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { standsOnPage } from "../../lib/capture/sentence-on-page";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const page = {
	html: "<body><h1>Lips</h1><p>My <b>lip</b> twitches,\n   and I drink coffee. It began on Monday.</p><script>gone</script></body>",
};

describe("a sentence stands on a page", () => {
	it.each([
		["My lip twitches, and I drink coffee.", true],
		["my LIP twitches", true],
		["…drink coffee. It began…", true],
		["My lip twitched, and I drink coffee.", false],
		["gone", false],
	])("“%s”: %s", (sentence, stands) => {
		expect(standsOnPage(page, sentence, parse)).toBe(stands);
	});
});
