/** Longest text that is looked for as a whole, in characters; of a longer one, its first and last words. */
const LONGEST_WHOLE = 120;

/** Words at each end of a long text: enough to be found once on a page. */
const END_WORDS = 6;

/**
 * The address of a page at a sentence on it, after https://wicg.github.io/scroll-to-text-fragment/. A browser that
 * does not know text fragments, or a page without the sentence, opens at its beginning. Empty unless it is a web
 * address: anything else could run as script.
 */
export function addressAtSentence(pageUrl: string, sentence: string): string {
	if (!/^https?:\/\//i.test(pageUrl) || !URL.canParse(pageUrl)) return "";
	const text = wholeWords(sentence);
	if (text === "") return pageUrl;
	const { hash } = new URL(pageUrl);
	const page = pageUrl.slice(0, pageUrl.length - hash.length).replace(/#$/, "");
	// Another text fragment of the address gives way to ours.
	return `${page}${hash.replace(/:~:.*$/, "") || "#"}:~:text=${directive(text)}`;
}

function directive(text: string): string {
	const words = text.split(" ");
	if (text.length <= LONGEST_WHOLE || words.length < 2 * END_WORDS) return escapePart(text);
	return [words.slice(0, END_WORDS), words.slice(-END_WORDS)].map((end) => escapePart(end.join(" "))).join(",");
}

// A sentence that was cut begins or ends with "…", and perhaps inside a word, which no page has as one.
function wholeWords(sentence: string): string {
	const words = sentence.replace(/\s+/g, " ").trim();
	return words.replace(/^…\S*\s?/, "").replace(/\s?\S*…$/, "");
}

// `-`, `,` and `&` have a meaning of their own in a text directive; `encodeURIComponent` leaves the first as it is.
function escapePart(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}
