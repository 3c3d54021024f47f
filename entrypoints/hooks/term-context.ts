import { sentenceAround } from "../../lib/detection/sentence-around";
import type { ShowCard } from "../../lib/messaging/card-channel";
import type { SavedContext } from "../../lib/messaging/protocol";

/** Where a term stands, as it is kept with an answer that the reader saves from its card. */
export type TermContext = Omit<SavedContext, "symptomId">;

/** Of a card that the reader came to another way than by a page. */
export const NO_CONTEXT: TermContext = { sentence: "", pageTitle: "", pageUrl: "" };

/** The context of a term of a page; an empty one where there is none. */
export function contextOf(term: ShowCard | undefined): TermContext {
	if (!term) return NO_CONTEXT;
	const { text, start, end, pageTitle, pageUrl } = term;
	return { sentence: sentenceAround(text, start, end), pageTitle, pageUrl };
}
