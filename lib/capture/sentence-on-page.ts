import type { CapturedPage } from "./capture-page";
import { comparable } from "./clean-text";
import { readDocument } from "./read-document";

/** True if the words of a sentence stand on a page, whatever their capitals and the white space between them. */
export function standsOnPage(
	{ html }: Pick<CapturedPage, "html">,
	sentence: string,
	parse: (html: string) => Document,
): boolean {
	// A sentence that was cut begins or ends with "…".
	return comparable(readDocument(parse(html)).text).includes(comparable(sentence.replace(/^…|…$/g, "")));
}
