import { useEffect, useState } from "react";
import type { CardGrowth, ShowCard } from "../../lib/messaging/card-channel";
import type { CardPort } from "../../lib/messaging/card-port";

/**
 * The card's side of the conversation with the content script: what is to be shown, and which way the card grows. Tells it
 * of the pointer and of Escape. `onHidden` is called when the card was closed.
 */
export function useShownTerm(port: CardPort, onHidden: () => void): { shown: ShowCard | undefined; grows: CardGrowth } {
	const [shown, setShown] = useState<ShowCard>();
	const [grows, setGrows] = useState<CardGrowth>("down");
	useEffect(() => {
		port.listen((message) => {
			if (message.type === "placed") return setGrows(message.grows);
			setShown(message.type === "show" ? message : undefined);
			if (message.type === "hide") onHidden();
		});
		const stop = new AbortController();
		const { signal } = stop;
		const closeOnEscape = (event: KeyboardEvent) => {
			if (event.key === "Escape") port.send({ type: "close" });
		};
		addEventListener("keydown", closeOnEscape, { signal });
		addEventListener("focus", focusHeading, { signal });
		const root = document.documentElement;
		root.addEventListener("pointerenter", () => port.send({ type: "enter" }), { signal });
		root.addEventListener("pointerleave", () => port.send({ type: "leave" }), { signal });
		return () => stop.abort();
	}, [port, onHidden]);
	return { shown, grows };
}

/**
 * The reader came in by a key: what is read first is the card's name. A press of the pointer comes in the same way, and must
 * not have the text scroll away under it.
 */
function focusHeading(): void {
	if (document.activeElement === document.body)
		document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}
