// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { PageMention } from "../../lib/page/highlighter";
import { inPageOrder } from "../../lib/page/page-order";
import { readBlock } from "../../lib/page/text-blocks";

const mentionIn = (block: Element | ShadowRoot, start: number) => {
	const [run] = readBlock(block).runs;
	return { run, start } as PageMention;
};

it("mentions are listed as they stand on the page, those of a shadow root where its host stands", () => {
	document.body.innerHTML = "<p id=a>one two</p><div id=host></div><p id=b>three</p>";
	const host = document.querySelector("#host") as Element;
	const root = host.attachShadow({ mode: "open" });
	root.innerHTML = "<p>inside</p>";
	const [a, b] = document.querySelectorAll("p") as unknown as [Element, Element];
	const one = mentionIn(a, 0);
	const two = mentionIn(a, 4);
	const inside = mentionIn(root.querySelector("p") as Element, 0);
	const three = mentionIn(b, 0);

	expect(inPageOrder([three, two, inside, one])).toEqual([one, two, inside, three]);
});
