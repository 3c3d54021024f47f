import { useEffect, useState } from "react";
import { readTerm } from "../../lib/messaging/page-terms";
import type { SymptomGroup } from "../../lib/terms/group-terms";
import { CardTrail } from "../hooks/CardTrail";
import { contextOf } from "../hooks/term-context";
import { useCardTrail } from "../hooks/use-card-trail";

/** The card of a symptom inside the panel, as the page would open it over the first place that names it. */
export function Explained({
	tabId,
	group,
	onBack,
}: {
	/** The tab whose page names it; undefined where the reader came another way. */
	tabId: number | undefined;
	group: SymptomGroup;
	onBack: () => void;
}) {
	const [term, setTerm] = useState<Awaited<ReturnType<typeof readTerm>>>();
	const [first] = group.terms;
	useEffect(() => {
		// A term that has left the page leaves a card without a place; on the next page its number is another's.
		if (tabId !== undefined && first) {
			void readTerm(tabId, first).then((read) => setTerm(read?.symptomId === group.id ? read : undefined));
		}
	}, [tabId, first, group.id]);
	return (
		<CardTrail
			view={useCardTrail(group.id)}
			first={{ symptomId: group.id, found: first, context: contextOf(term), post: term?.post }}
			takesFocus
			onBack={onBack}
		/>
	);
}
