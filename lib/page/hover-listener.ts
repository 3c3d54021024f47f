// Long because pointer, keys, scrolling and time all move the one state that a card has.

import type { Settings } from "../settings";
import { type Box, contains, type Highlighter, type PageMention } from "./highlighter";
import { type HoverEvent, type HoverState, nextDeadline, nextHoverState, shownMention, WARM_MS } from "./hover-intent";
import { isOnWayToCard } from "./pointer-path";

/** After a scroll event the pointer counts as scrolling for this long, in milliseconds: momentum sends one every frame. */
const SCROLL_SETTLE_MS = 120;

/** A direction is read from a way of at least so many CSS pixels: single steps go to eight sides only. */
const PATH_STEP = 4;

/** What happens to the card; the listener only says when. */
export interface CardActions {
	/** A reader may be about to open this mention's card: make it ready unseen. */
	prepare(mention: PageMention): void;
	/** `isTouched`: by a finger, which covers what is near it. */
	open(mention: PageMention, box: Box, isPinned: boolean, isTouched: boolean): void;
	move(box: Box): void;
	close(): void;
	/** Closes the cards of all other frames of the tab. */
	closeElsewhere(): void;
	/** True if the node is the card itself. */
	isCard(target: EventTarget | null): boolean;
	/** Where the open card stands. */
	box(): Box | undefined;
}

/** Elements whose click belongs to the page. */
const INTERACTIVE = "a[href],button,label,summary,input,select,textarea,[role=button],[role=link],[role=tab],[onclick]";

/**
 * Turns what pointer and keyboard do on the page into the opening and closing of
 * the card. Ignores events that scripts made up, but for a resize, and never stops
 * one of the page's own, except the Escape that closes the card.
 */
export class HoverListener {
	readonly #highlighter: Highlighter;
	readonly #card: CardActions;
	readonly #guard: (work: () => void) => void;
	#state: HoverState<PageMention> = { name: "idle" };
	#box: Box | undefined;
	readonly #reading: Pick<Settings, "opensOn" | "dwellMs">;
	#pointer = { x: -1, y: -1, screenX: -1, screenY: -1 };
	/** Where the pointer was a few pixels ago. */
	#pathStart = { x: -1, y: -1 };
	#isTouched = false;
	#isOverCard = false;
	#lastScroll = Number.NEGATIVE_INFINITY;
	#waitTimer: ReturnType<typeof setTimeout> | undefined;
	#warmTimer: ReturnType<typeof setTimeout> | undefined;
	#frameRequest: number | undefined;

	/** Listens until the signal is aborted. All that it does on events and timers runs inside `guard`. */
	constructor(options: {
		highlighter: Highlighter;
		reading: Pick<Settings, "opensOn" | "dwellMs">;
		card: CardActions;
		guard: (work: () => void) => void;
		signal: AbortSignal;
	}) {
		this.#highlighter = options.highlighter;
		this.#card = options.card;
		this.#reading = options.reading;
		this.#guard = options.guard;
		const { signal } = options;
		const trusted =
			<E extends Event>(handle: (event: E) => void) =>
			(event: Event) => {
				if (event.isTrusted) this.#guard(() => handle(event as E));
			};
		const on = <K extends keyof DocumentEventMap>(type: K, handle: (event: DocumentEventMap[K]) => void) => {
			// The window comes first on the way down, so a page that stops the event cannot silence us.
			window.addEventListener(type, trusted(handle), { capture: true, passive: type !== "keydown", signal });
		};
		on("pointermove", (event) => this.#notePointer(event));
		on("pointerover", (event) => this.#entered(event));
		on("pointerdown", (event) => this.#pressed(event));
		on("click", (event) => this.#clicked(event));
		on("scroll", (event) => this.#scrolled(event));
		on("wheel", () => this.#busy());
		on("keydown", (event) => this.#keyPressed(event));
		const left = trusted(() => this.#send({ type: "moved", over: undefined }));
		document.documentElement.addEventListener("pointerleave", left, { signal });
		const blurred = trusted(() => this.#busy());
		window.addEventListener("blur", blurred, { signal });
		// Pages make up this one where they have moved things, and the card has to follow.
		window.addEventListener("resize", () => this.#guard(() => this.#follow()), { signal });
		signal.addEventListener("abort", () => this.#stop(), { once: true });
	}

	/** The pointer went into the card or out of it. */
	pointerOverCard(isOver: boolean): void {
		this.#isOverCard = isOver;
		this.#send({ type: isOver ? "entered-card" : "left-card" });
	}

	/** The page has changed: a card follows its term, or goes with it. */
	recheck(): void {
		this.#follow();
	}

	/** The reader pinned the card from inside it. */
	pin(): void {
		this.#send({ type: "pinned" });
	}

	/** The reader asked for this mention's card from elsewhere: by a key, or from the side panel. */
	showPinned(mention: PageMention): void {
		this.#send({ type: "clicked", mention });
	}

	/** The reader closed the card from inside it. */
	dismiss(): void {
		this.#send({ type: "dismissed" });
	}

	#notePointer(event: PointerEvent): void {
		// A finger rests on nothing; its tap arrives as a click.
		if (event.pointerType === "touch" || this.#card.isCard(event.target)) return;
		const { clientX: x, clientY: y, screenX, screenY } = event;
		// After scrolling, browsers report a move although the pointer stands still.
		if (screenX === this.#pointer.screenX && screenY === this.#pointer.screenY) return;
		this.#pointer = { x, y, screenX, screenY };
		if (event.buttons !== 0 || performance.now() - this.#lastScroll < SCROLL_SETTLE_MS) {
			this.#busy();
			return;
		}
		// Hit tests wait for the frame: the page has laid itself out by then.
		this.#frameRequest ??= requestAnimationFrame(() =>
			this.#guard(() => {
				this.#frameRequest = undefined;
				if (!this.#isOverCard) this.#moved(event.altKey);
			}),
		);
	}

	#moved(isKeyDown: boolean): void {
		const over = this.#mentionUnderPointer();
		const mayOpen =
			this.#reading.opensOn === "rest" ||
			(this.#reading.opensOn === "key" && isKeyDown) ||
			over === shownMention(this.#state);
		const box = this.#card.box();
		const { x, y } = this.#pathStart;
		const isOnWay = this.#state.name === "leaving" && box !== undefined && isOnWayToCard({ x, y }, this.#pointer, box);
		if (Math.hypot(this.#pointer.x - x, this.#pointer.y - y) >= PATH_STEP) this.#pathStart = this.#pointer;
		this.#send({ type: "moved", over: mayOpen ? over : undefined, isOnWay });
	}

	#mentionUnderPointer(): PageMention | undefined {
		if (this.#highlighter.isEmpty) return undefined;
		const hit = this.#highlighter.mentionAt(this.#pointer.x, this.#pointer.y);
		if (hit && shownMention(this.#state) === undefined) this.#box = hit.box;
		return hit?.mention;
	}

	#pressed(event: PointerEvent): void {
		// A finger may be about to scroll, and the sheet stays; a tap beside it arrives as a click.
		if (event.pointerType === "touch" || this.#card.isCard(event.target)) return;
		const over = this.#highlighter.mentionAt(event.clientX, event.clientY)?.mention;
		const shown = shownMention(this.#state);
		if (shown && over !== shown) this.#send({ type: "dismissed" });
		else this.#busy();
	}

	#clicked(event: MouseEvent): void {
		if (event.button !== 0 || event.detail === 0 || this.#card.isCard(event.target)) return;
		const isTouch = (event as PointerEvent).pointerType === "touch";
		const isForUs = document.getSelection()?.isCollapsed && !belongsToPage(event);
		const hit = isForUs ? this.#highlighter.mentionAt(event.clientX, event.clientY) : undefined;
		if (!hit) {
			if (isTouch) this.#send({ type: "dismissed" });
			return;
		}
		this.#box = hit.box;
		this.#isTouched = isTouch;
		this.#send({ type: "clicked", mention: hit.mention });
	}

	#keyPressed(event: KeyboardEvent): void {
		if (event.key === "Alt" && this.#reading.opensOn === "key") {
			if (!this.#isOverCard) this.#moved(true);
			return;
		}
		if (event.key !== "Escape" || shownMention(this.#state) === undefined) {
			this.#busy();
			// The card may stand in another frame, which does not get the key.
			if (event.key === "Escape") this.#card.closeElsewhere();
			return;
		}
		// The page has its own Escape; this one was meant for the card.
		event.preventDefault();
		event.stopImmediatePropagation();
		this.#send({ type: "dismissed" });
	}

	#scrolled({ target }: Event): void {
		const under = document.elementFromPoint(this.#pointer.x, this.#pointer.y);
		// A ticker that scrolls by itself in a corner is not the reader.
		if (!(target instanceof Element) || (under !== null && target.contains(under))) {
			this.#lastScroll = performance.now();
			this.#busy();
		}
		this.#follow();
	}

	/** A frame swallows every further move of the pointer; that it was entered is the last thing seen of it. */
	#entered({ target }: PointerEvent): void {
		if (target instanceof HTMLIFrameElement) this.#send({ type: "moved", over: undefined });
	}

	#busy(): void {
		this.#send({ type: "busy" });
	}

	/**
	 * Keeps an open card at its term, and lets it go when the term has moved away from the pointer. A term that has
	 * left the page opens none.
	 */
	#follow(): void {
		if (this.#state.name === "idle") return;
		const boxes = this.#highlighter.boxesOf(this.#state.mention);
		const box = boxes.find((line) => Math.abs(line.top - (this.#box?.top ?? 0)) < 2) ?? boxes[0];
		if (!box) {
			this.#send({ type: "dismissed" });
			return;
		}
		if (this.#state.name === "dwelling") return;
		this.#box = box;
		this.#card.move(box);
		if (!this.#isOverCard && this.#state.name === "open") {
			this.#send({ type: "moved", over: this.#highlighter.mentionAt(this.#pointer.x, this.#pointer.y)?.mention });
		}
	}

	#send(event: HoverEvent<PageMention>): void {
		const before = this.#state;
		this.#state = nextHoverState(before, event, performance.now(), this.#reading.dwellMs);
		if (this.#state === before) {
			// Timers may fire a fraction of a millisecond early; then the wait goes on.
			if (event.type === "waited") this.#setTimers(before);
			return;
		}
		this.#showChange(before, this.#state);
		this.#setTimers(this.#state);
	}

	#showChange(before: HoverState<PageMention>, after: HoverState<PageMention>): void {
		const shown = shownMention(after);
		if (!shown) {
			if (shownMention(before)) this.#card.close();
			// A card that goes away under the pointer tells nobody that the pointer has left it.
			this.#isOverCard = false;
			this.#isTouched = false;
			return;
		}
		const isPinned = after.name === "pinned";
		if (shown === shownMention(before) && isPinned === (before.name === "pinned")) return;
		const boxes = this.#highlighter.boxesOf(shown);
		const { x, y } = this.#pointer;
		const box = boxes.find((line) => contains(line, x, y)) ?? boxes[0];
		if (box && shown !== shownMention(before)) this.#box = box;
		if (this.#box) this.#card.open(shown, this.#box, isPinned, this.#isTouched);
	}

	#setTimers(state: HoverState<PageMention>): void {
		clearTimeout(this.#waitTimer);
		clearTimeout(this.#warmTimer);
		const deadline = nextDeadline(state, this.#reading.dwellMs);
		if (deadline !== undefined) {
			const wait = () => this.#guard(() => this.#send({ type: "waited" }));
			this.#waitTimer = setTimeout(wait, Math.max(0, deadline - performance.now()));
		}
		if (state.name === "dwelling") {
			const { mention, since } = state;
			const prepare = () => this.#guard(() => this.#card.prepare(mention));
			this.#warmTimer = setTimeout(prepare, Math.max(0, since + WARM_MS - performance.now()));
		}
	}

	#stop(): void {
		clearTimeout(this.#waitTimer);
		clearTimeout(this.#warmTimer);
		if (this.#frameRequest !== undefined) cancelAnimationFrame(this.#frameRequest);
		this.#state = { name: "idle" };
	}
}

function belongsToPage(event: MouseEvent): boolean {
	return event.composedPath().some((node) => node instanceof Element && node.matches(INTERACTIVE));
}
