// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { isReadable, positionInRun, readBlock } from "../../lib/page/text-blocks";

const read = (html: string) => {
	document.body.innerHTML = html;
	return readBlock(document.body);
};
const texts = (html: string) => read(html).runs.map(({ text }) => text);

beforeEach(() => document.body.replaceChildren());

describe("reading a block", () => {
	it("joins text over inline elements, so that a term may be partly bold", () => {
		expect(texts("muscle <b>twi</b>tching")).toEqual(["muscle twitching"]);
	});

	it.each([
		["blocks", "muscle<div>inside</div>twitching"],
		["line breaks", "muscle<br>twitching"],
		["buttons", "muscle<button>press</button>twitching"],
		["code", "muscle<code>x</code>twitching"],
	])("never joins text over %s", (_what, html) => {
		expect(texts(html)).toEqual(["muscle", "twitching"]);
	});

	it("lists the blocks inside, also those inside an inline element", () => {
		const { blocks } = read("<p>one</p><a href='#'><div>two</div></a>");

		expect(blocks.map(({ tagName }) => tagName)).toEqual(["P", "DIV"]);
	});

	it.each([
		"<script>twitching</script>",
		"<style>twitching</style>",
		"<textarea>twitching</textarea>",
		"<div contenteditable>twitching</div>",
		"<div contenteditable='plaintext-only'>twitching</div>",
		"<div role='textbox'>twitching</div>",
		"<kbd>twitching</kbd>",
		"<pre class='language-js'>twitching</pre>",
		"<div class='CodeMirror'>twitching</div>",
		"<svg><text>twitching</text></svg>",
	])("does not read %s", (html) => {
		const { runs, blocks } = read(html);

		expect(runs).toEqual([]);
		expect(blocks).toEqual([]);
	});

	it("reads a part that says it is not editable", () => {
		expect(read("<div contenteditable='false'>twitching</div>").blocks).toHaveLength(1);
	});

	it("cuts a very long text between words, and every character keeps its place", () => {
		const long = "a twitching lip ".repeat(5_000);
		const { runs } = read(long);

		expect(runs.length).toBeGreaterThan(2);
		expect(
			runs
				.map(({ text }) => text)
				.join("")
				.trimEnd(),
		).toBe(long.trimEnd());
		for (const run of runs) {
			const at = run.text.indexOf("twitching");
			const { node, offset } = positionInRun(run, at);
			expect(node.data.slice(offset, offset + 9)).toBe("twitching");
		}
	});

	it("does not overflow on absurdly deep inline nesting", () => {
		const { runs, blocks } = read(`${"<span>".repeat(2_000)}deep${"</span>".repeat(2_000)}`);

		expect(runs).toEqual([]);
		expect(blocks).toHaveLength(1);
	});
});

describe("isReadable", () => {
	it("says no inside anything that is typed into", () => {
		document.body.innerHTML = "<div contenteditable><p><b id='inside'>x</b></p></div><p id='outside'></p>";

		expect(isReadable(document.querySelector("#inside") as Element)).toBe(false);
		expect(isReadable(document.querySelector("#outside") as Element)).toBe(true);
	});
});
