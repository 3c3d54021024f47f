// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { postAround } from "../../lib/page/post-around";
import { readBlock, type TextRun } from "../../lib/page/text-blocks";

/** The post around the first run that holds the words. */
function postWith(words: string, html: string): string[] {
	document.body.innerHTML = html;
	const blocks: Element[] = [document.body];
	for (let block = blocks.pop(); block; block = blocks.pop()) {
		const content = readBlock(block);
		const run: TextRun | undefined = content.runs.find(({ text }) => text.includes(words));
		if (run) return postAround(run);
		blocks.push(...content.blocks);
	}
	throw new Error(`no text holds "${words}"`);
}

it("is all paragraphs that stand together, in their order", () => {
	const post = "<div class=post><p>one</p><p>two</p><p>three</p><div>four</div></div>";

	expect(postWith("three", post)).toEqual(["one", "two", "three", "four"]);
});

it("is every line of a post that is written with line breaks", () => {
	expect(postWith("two", "<div class=post>one<br><br>two<br>three</div>")).toEqual(["one", "two", "three"]);
});

it("takes the points of a list with the words that introduce it", () => {
	expect(postWith("fever", "<p>I have:</p><ul><li>fever</li><li>stiff neck</li></ul>")).toEqual([
		"I have:",
		"fever",
		"stiff neck",
	]);
});

it.each([
	["another person's post", "<div class=post><p>two</p></div><div class=post><p>one</p></div>"],
	["a heading", "<p>one</p><h2>Answer</h2><p>two</p>"],
	["a quotation", "<blockquote>one</blockquote><p>two</p>"],
	["a post without paragraphs", '<div class="post">one</div><div class="post">two</div>'],
	["what stands in boxes inside it", "<div class=page>two<div class=post>one</div></div>"],
	["what is being typed beside it", '<p contenteditable="true">one</p><p>two</p>'],
	["what is hidden beside it", '<p style="display: none">one</p><p>two</p>'],
	["the cell beside it", "<table><tr><td>one</td><td>two</td></tr></table>"],
])("leaves out %s", (_, html) => {
	expect(postWith("two", html)).toEqual(["two"]);
});

it("takes long items of a list for posts of their own", () => {
	const long = "two ".repeat(60);

	expect(postWith("two", `<ul><li>one</li><li>${long}</li></ul>`)).toEqual([long]);
});

it("is cut where it is longer than any post, on both sides of the word", () => {
	const paragraphs = "<p>word word word word word word</p>".repeat(1_000);
	const post = postWith("here", `${paragraphs}<p>here</p>${paragraphs}`);

	expect(post.join("").length).toBeLessThanOrEqual(8_100);
	expect(post.indexOf("here")).toBe((post.length - 1) / 2);
});

it("is the text as it was read once the page has taken it away", () => {
	document.body.innerHTML = "<p>one</p><p>two</p>";
	const [run] = readBlock(document.body.lastElementChild as Element).runs;
	document.body.lastElementChild?.replaceChildren("three");

	expect(postAround(run as TextRun)).toEqual(["two"]);
});

it("is every line that stands right in a shadow root", () => {
	const root = document.createElement("x-post").attachShadow({ mode: "open" });
	root.innerHTML = "one<br>two";

	expect(postAround(readBlock(root).runs[1] as TextRun)).toEqual(["one", "two"]);
});
