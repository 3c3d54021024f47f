import type { PastedTerm } from "../../lib/paste/found-symptoms";
import { CardTrail } from "./CardTrail";
import { useCardTrail } from "./use-card-trail";

/** The card of a word of a text on one of our own pages. Give it a `key` for each word. */
export function TermCard({
	term,
	pageTitle,
	takesFocus,
	onClose,
}: {
	term: PastedTerm;
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
