// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { captureHtml } from "../../lib/capture/capture-html";
import { parse } from "./capture-fixture";

const capture = (html: string, limit?: number) => captureHtml(parse(html), limit);

describe("the HTML of a page that is handed over", () => {
	it.each([
		["scripts", "<script>left()</script>"],
		["styles", "<style>.left{}</style>"],
		["frames", "<iframe srcdoc='left'></iframe>"],
		["comments", "<p><!-- left --></p>"],
		["values of fields", "<input value='left'>"],
		["hidden fields", "<input type='hidden' name='left' value='left'>"],
		["long typed text", "<textarea>left</textarea>"],
		["chosen options", "<select><option selected>left</option></select>"],
		["drafts in an editor", "<div contenteditable='true'>left</div>"],
		["drafts in an editor without a value", "<div contenteditable>left</div>"],
		["drafts in a plain editor", "<div contenteditable='plaintext-only'>left</div>"],
		["pictures", "<img src='left.png'>"],
	])("is without %s", (_what, html) => {
		const captured = capture(`<p>kept</p>${html}`);

		expect(captured).toContain("kept");
		expect(captured).not.toContain("left");
	});

	it("keeps what the page says of itself: language, title, JSON-LD as written, meta, canonical address", () => {
		const head =
			'<title>T</title><meta property="og:site_name" content="S"><link rel="canonical" href="/c">' +
			'<script type="application/ld+json">{"a":"<p>&amp;"}</script>';
		const captured = capture(`<html lang="de"><head>${head}</head><body><p>x &lt; y</p></body></html>`);

		const again = parse(captured);
		expect(again.documentElement.lang).toBe("de");
		expect(again.title).toBe("T");
		expect(captured).toContain('{"a":"<p>&amp;"}');
		expect(captured).toContain('content="S"');
		expect(captured).toContain('href="/c"');
		expect(again.body.textContent.trim()).toBe("x < y");
	});

	it("keeps what says that it cannot be edited", () => {
		expect(capture("<article contenteditable='false'>kept</article>")).toContain("kept");
	});

	it("is taken from a copy: the page itself stays as it is", () => {
		const page = parse("<p>a<!-- b --></p><script>c()</script><input value='d'>");
		const before = page.documentElement.getHTML();

		captureHtml(page);

		expect(page.documentElement.getHTML()).toBe(before);
	});

	it("is no longer than the limit", () => {
		expect(capture(`<p>${"long ".repeat(100)}</p>`, 50)).toHaveLength(50);
	});
});
