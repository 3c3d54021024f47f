import type { KeyboardEvent } from "react";

/** Lets the arrow keys go from the search field through the results and back; Tab does so anyway. To be put on what holds both. */
export function moveAmongResults(event: KeyboardEvent<HTMLElement>): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], .result')];
	const at = stops.indexOf(event.target as HTMLElement);
	const next = step === undefined || at < 0 ? undefined : stops[at + step];
	if (!next) return;
	event.preventDefault();
	next.focus();
}
