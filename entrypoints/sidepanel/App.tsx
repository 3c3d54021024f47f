import { useEffect, useState } from "react";
import { currentWindowId, onAskedPanel } from "../../lib/messaging/panel";
import type { SymptomGroup } from "../../lib/terms/group-terms";
import { usePageTerms } from "../hooks/use-page-terms";
import { usePreferences } from "../hooks/use-preferences";
import { Asked } from "./Asked";
import { Explained } from "./Explained";
import { OnThisPage } from "./OnThisPage";

/** The side panel: what is found on the page in front, and the answer to what the reader asked from the menu of a page. */
export function App() {
	// Gives the page its theme and size of text.
	usePreferences();
	const terms = usePageTerms();
	const [asked, setAsked] = useState<string>();
	const [explained, setExplained] = useState<SymptomGroup>();
	// Where the focus comes back to when a card is left.
	const [left, setLeft] = useState<string>();

	useEffect(() => {
		const stop = new AbortController();
		void currentWindowId().then((id) => {
			const ask = (text: string) => {
				setExplained(undefined);
				setAsked(text);
			};
			if (id !== undefined) onAskedPanel(id, ask, stop.signal);
		});
		return () => stop.abort();
	}, []);

	if (explained) {
		const back = () => {
			setLeft(explained.id);
			setExplained(undefined);
		};
		return <Explained key={explained.id} tabId={terms.tabId} group={explained} onBack={back} />;
	}
	if (asked !== undefined) return <Asked key={asked} text={asked} onBack={() => setAsked(undefined)} />;
	return <OnThisPage {...terms} focusOn={left} onExplain={setExplained} />;
}
