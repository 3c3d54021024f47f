/**
 * Whether a press in a card can be what the reader wanted. The page around the card can lay something over it, shrink it,
 * make it see-through or move it under a pointer that is about to press; the press that arrives is real all the same.
 */

/** How long a card has to lie open to the eye before a press keeps anything, in milliseconds: time to see what is there. */
export const SETTLE_MS = 500;

/** How long the pointer has to have moved in the card, in milliseconds: a card pushed under it has not been aimed at. */
export const AIM_MS = 300;

/** So much of the card has to be inside the window: sizes are rounded. */
const WHOLE = 0.95;

/** Asks Chromium also whether anything covers or distorts the card. Firefox knows no such question and passes it over. */
const SIGHT = { threshold: [0, 0.25, 0.5, 0.75, WHOLE, 1], trackVisibility: true, delay: 100 };

/** What says yes or no to a press. Times are those of `performance.now()`. */
export class PressGuard {
	#clearSince: number | undefined;
	#aimedSince: number | undefined;

	/** The card came to lie open to the eye, or no longer does. */
	sees(isClear: boolean, now: number): void {
		if (!isClear) this.#aimedSince = undefined;
		this.#clearSince = isClear ? (this.#clearSince ?? now) : undefined;
	}

	/** The pointer moved in the card. */
	aims(now: number): void {
		this.#aimedSince ??= now;
	}

	/** The pointer left the card. */
	leaves(): void {
		this.#aimedSince = undefined;
	}

	/** True for a press that may keep something. Keys and fingers move no pointer. */
	allows(press: { isTrusted: boolean; detail: number; pointerType?: string }, now: number): boolean {
		const isByPointer = press.detail > 0 && press.pointerType !== "touch";
		return (
			press.isTrusted &&
			isPast(this.#clearSince, SETTLE_MS, now) &&
			(!isByPointer || isPast(this.#aimedSince, AIM_MS, now))
		);
	}
}

function isPast(since: number | undefined, wait: number, now: number): boolean {
	return since !== undefined && now - since >= wait;
}

/**
 * Lets no press on a control marked `data-keeps` through that the guard refuses, and calls back for each press of one:
 * true if it was refused. Returns how to stop.
 */
export function guardPresses(frame: Window, onPress: (isRefused: boolean) => void): () => void {
	const guard = new PressGuard();
	const stopping = new AbortController();
	const { signal } = stopping;
	const root = frame.document.documentElement;
	const sight = new IntersectionObserver((entries) => {
		const last = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
		if (last) guard.sees(last.intersectionRatio >= WHOLE && last.isVisible !== false, performance.now());
	}, SIGHT);
	sight.observe(root);
	root.addEventListener("pointermove", ({ isTrusted }) => isTrusted && guard.aims(performance.now()), { signal });
	root.addEventListener("pointerleave", () => guard.leaves(), { signal });
	const press = (event: MouseEvent) => {
		if (!(event.target as Element).closest("[data-keeps]")) return;
		const isAllowed = guard.allows(event as PointerEvent, performance.now());
		if (!isAllowed) {
			// A form is sent by the press of its button, also when Enter does it.
			event.preventDefault();
			event.stopImmediatePropagation();
		}
		onPress(!isAllowed);
	};
	frame.addEventListener("click", press, { capture: true, signal });
	return () => {
		sight.disconnect();
		stopping.abort();
	};
}
