import type { Assertion } from "../../lib/detection/assertion";
import { CardTrail } from "./CardTrail";
import { useCardTrail } from "./use-card-trail";

/** A word of a text on one of our own pages, and what its card has to know of it. */
export interface Term {
	symptomId: string;
	words: string;
	assertion: Assertion;
	sentence: string;
	/** The paragraphs around it. */
	post: string[];
}

/** The card of a word of a text on one of our own pages. Give it a `key` for each word. */
export function TermCard({
	term,
	pageTitle,
	takesFocus,
	onClose,
}: {
	term: Term;
	/** How an answer that is saved from here says where it was found. */
	pageTitle: string;
	takesFocus: boolean;
	onClose: () => void;
}) {
	const { symptomId, sentence, post, ...found } = term;
	return (
		<CardTrail
			view={useCardTrail(symptomId)}
			first={{ symptomId, found, context: { sentence, pageTitle, pageUrl: "" }, post }}
			takesFocus={takesFocus}
			float={{ onClose }}
		/>
	);
}
