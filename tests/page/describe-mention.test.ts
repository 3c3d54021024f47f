// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { contentToCardSchema } from "../../lib/messaging/card-port";
import { describeMention } from "../../lib/page/describe-mention";
import type { PageMention } from "../../lib/page/highlighter";
import { readBlock } from "../../lib/page/text-blocks";

it("what is told of a mention is what the card takes, and no more: anything else it drops", () => {
	document.body.innerHTML = "<p>My lip is twitching again.</p>";
	const [run] = readBlock(document.querySelector("p") as Element).runs;
	const parts = [
		{ start: 3, end: 6 },
		{ start: 10, end: 19 },
	];
	const mention = { symptomId: "lip-twitching", assertion: "present", run, start: 3, end: 19, parts, number: 7 };

	const told = contentToCardSchema.parse(describeMention(mention as unknown as PageMention, true));

	expect(told).toMatchObject({ words: "lip … twitching", start: 3, end: 19, post: ["My lip is twitching again."] });
});
