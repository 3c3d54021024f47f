import { wordsOf } from "../detection/mention-words";
import type { ShowCard } from "../messaging/card-channel";
import type { PageMention } from "./highlighter";
import { postAround } from "./post-around";

/** Limits of what is handed on, in characters; a page may have a title of any length. */
const LONGEST_WORDS = 200;
const LONGEST_TITLE = 300;
const LONGEST_URL = 4_000;
/** So far to both sides of a mention its sentence is looked for. */
const REACH = 800;

/** What the card is told of a mention. */
export function describeMention(mention: PageMention, isPinned: boolean): ShowCard {
	return {
		type: "show",
		...describePlace(mention),
		post: postAround(mention.run),
		pageTitle: document.title.slice(0, LONGEST_TITLE),
		pageUrl: location.href.length <= LONGEST_URL ? location.href : "",
		isPinned,
	};
}

/** What a mention says, and the text around it. */
export function describePlace(mention: PageMention) {
	const { symptomId, assertion, run, start, end } = mention;
	const from = Math.max(0, start - REACH);
	return {
		symptomId,
		words: wordsOf(run.text, mention).slice(0, LONGEST_WORDS),
		assertion,
		text: run.text.slice(from, end + REACH),
		start: start - from,
		end: end - from,
	};
}
