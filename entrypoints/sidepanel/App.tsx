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
	// Numbered: the same words may be asked again, wherever their answer has led.
	const [asked, setAsked] = useState<{ text: string; number: number }>();
	// With its tab: the card stays that page's when another comes to the front.
	const [explained, setExplained] = useState<{ group: SymptomGroup; tabId: number | undefined }>();
	// Where the focus comes back to when a card is left.
	const [left, setLeft] = useState<string>();

	useEffect(() => {
		const stop = new AbortController();
		void currentWindowId().then((id) => {
			const ask = (text: string) => {
				setExplained(undefined);
				setAsked((before) => ({ text, number: (before?.number ?? 0) + 1 }));
			};
			if (id !== undefined) onAskedPanel(id, ask, stop.signal);
		});
		return () => stop.abort();
	}, []);

	if (explained) {
		const back = () => {
			setLeft(explained.group.id);
			setExplained(undefined);
		};
		return <Explained key={explained.group.id} {...explained} onBack={back} />;
	}
	if (asked) return <Asked key={asked.number} text={asked.text} onBack={() => setAsked(undefined)} />;
	const explain = (group: SymptomGroup) => setExplained({ group, tabId: terms.tabId });
	return <OnThisPage {...terms} focusOn={left} onExplain={explain} />;
}
