/**
 * Decides from pointer and key events when a card opens and closes. Pure: time
 * comes in with each event, so every path can be tested without waiting.
 *
 *            rest 300 ms            leave            300 ms
 *   idle ──► dwelling ──► open ◄──────────► leaving ──────► idle
 *     ▲         │           │ click or pin     │
 *     └─────────┘           ▼                  │
 *        moves off        pinned ◄─────────────┘ click
 *                           └─ Esc, close button, click elsewhere ─► idle
 */

/** Rest on a term before its card opens, in milliseconds: the settled 300 of `docs/decisions/0004-hover-timing.md`. */
export const DWELL_MS = 300;

/** Stillness after which the card frame is made ready unseen, in milliseconds; passing over a term is shorter. */
export const WARM_MS = 80;

/** Grace to reach the card or come back, in milliseconds; Wikipedia's page previews use the same. */
export const GRACE_MS = 300;

interface Resting<M> {
	mention: M;
	/** When the pointer came to it, in milliseconds. */
	since: number;
}

export type HoverState<M> =
	| { name: "idle" }
	| ({ name: "dwelling" } & Resting<M>)
	| { name: "open"; mention: M }
	| { name: "leaving"; mention: M; since: number; over: Resting<M> | undefined }
	| { name: "pinned"; mention: M };

export type HoverEvent<M> =
	/** The pointer moved and is over this mention, or over none; `isOnWay` to the open card, see `pointer-path.ts`. */
	| { type: "moved"; over: M | undefined; isOnWay?: boolean }
	| { type: "entered-card" }
	| { type: "left-card" }
	/** Time passed; see `nextDeadline`. */
	| { type: "waited" }
	/** The reader scrolls, drags, selects or types: nothing may open now. */
	| { type: "busy" }
	| { type: "clicked"; mention: M }
	| { type: "pinned" }
	/** Esc, the close button, or a press elsewhere on the page. */
	| { type: "dismissed" };

/** The state after an event at time `now`, in milliseconds. */
export function nextHoverState<M extends object>(
	state: HoverState<M>,
	event: HoverEvent<M>,
	now: number,
	dwellMs = DWELL_MS,
): HoverState<M> {
	switch (event.type) {
		case "clicked":
			return { name: "pinned", mention: event.mention };
		case "dismissed":
			return { name: "idle" };
		case "pinned":
			return "mention" in state && state.name !== "dwelling" ? { name: "pinned", mention: state.mention } : state;
		case "busy":
			return state.name === "dwelling" ? { name: "idle" } : state;
		case "entered-card":
			return state.name === "leaving" ? { name: "open", mention: state.mention } : state;
		case "left-card":
			return state.name === "open" ? { name: "leaving", mention: state.mention, since: now, over: undefined } : state;
		case "moved":
			return afterMove(state, event, now);
		case "waited":
			return afterWait(state, now, dwellMs);
	}
}

/** When to send the next `waited` event, in milliseconds of the same clock; undefined if nothing is pending. */
export function nextDeadline<M extends object>(state: HoverState<M>, dwellMs = DWELL_MS): number | undefined {
	if (state.name === "dwelling") return state.since + dwellMs;
	if (state.name === "leaving") return Math.min(state.since + GRACE_MS, (state.over?.since ?? Infinity) + dwellMs);
	return undefined;
}

/** The mention whose card is on show, if any. */
export function shownMention<M extends object>(state: HoverState<M>): M | undefined {
	return state.name === "open" || state.name === "leaving" || state.name === "pinned" ? state.mention : undefined;
}

function afterMove<M extends object>(
	state: HoverState<M>,
	{ over, isOnWay }: { over: M | undefined; isOnWay?: boolean },
	now: number,
): HoverState<M> {
	switch (state.name) {
		case "idle":
			return over ? { name: "dwelling", mention: over, since: now } : state;
		case "dwelling":
			if (over === state.mention) return state;
			return over ? { name: "dwelling", mention: over, since: now } : { name: "idle" };
		case "open":
			if (over === state.mention) return state;
			return { name: "leaving", mention: state.mention, since: now, over: over && { mention: over, since: now } };
		case "leaving":
			if (over === state.mention) return { name: "open", mention: over };
			// As long as the pointer comes nearer, the card waits, and what it crosses is not meant.
			if (isOnWay) return { ...state, since: now, over: undefined };
			if (over === state.over?.mention) return state;
			return { ...state, over: over && { mention: over, since: now } };
		case "pinned":
			return state;
	}
}

function afterWait<M extends object>(state: HoverState<M>, now: number, dwellMs: number): HoverState<M> {
	if (state.name === "dwelling" && now >= state.since + dwellMs) return { name: "open", mention: state.mention };
	if (state.name !== "leaving") return state;
	// The pointer may be crossing another term on its way to the card: that one opens only after a full rest.
	if (state.over && now >= state.over.since + dwellMs) return { name: "open", mention: state.over.mention };
	if (now < state.since + GRACE_MS) return state;
	return state.over ? { name: "dwelling", ...state.over } : { name: "idle" };
}
