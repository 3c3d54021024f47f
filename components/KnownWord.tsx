import { useState } from "react";
import { i18n } from "#i18n";

/** Lets the reader say that they know the word, and take it back. */
export function KnownWord({ onKnown }: { onKnown: (isKnown: boolean) => void }) {
	const [isKnown, setKnown] = useState(false);
	const choose = (chosen: boolean) => {
		setKnown(chosen);
		onKnown(chosen);
	};
	// One button throughout: the focus stays where it is.
	return (
		<span className="known-word">
			<span role="status">{isKnown && i18n.t("card.knowNote")}</span>
			<button type="button" data-keeps="" className={isKnown ? undefined : "plain"} onClick={() => choose(!isKnown)}>
				{i18n.t(isKnown ? "save.undo" : "card.know")}
			</button>
		</span>
	);
}
