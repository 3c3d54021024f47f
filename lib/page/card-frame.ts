// Long because the card has one element, and what it shows, where it stands, how large it is and when it goes depend on
// each other.

import {
	CARD_PORT_GREETING,
	type CardGrowth,
	type CardToContent,
	type ContentToCard,
	isCardToContent,
	type ShowCard,
} from "../messaging/card-channel";
import type { PlainCard } from "../messaging/plain-card";
import { bestParent, createHost } from "./card-host";
import type { Box } from "./highlighter";
import { CARD_SIZE, type CardPlace, type CardSize, clampSize, growthOf, placeCard, placeSheet } from "./place-card";
import { drawPlainCard } from "./plain-card";

/** How long an unused frame is kept, in milliseconds: the next card opens warm, and an idle page keeps nothing of ours. */
const KEEP_MS = 30_000;

/** How long a loaded frame may take to answer, in milliseconds. It answers at once; only an error page never does. */
const READY_TIMEOUT_MS = 2_000;

export interface CardFrameOptions {
	/** Address of the card page. */
	url: string;
	/** Origin the card page runs at; the port goes to no other. */
	origin: string;
	/** Accessible name of the card. */
	title: string;
	onMessage: (message: Extract<CardToContent, { type: "close" | "pin" }>) => void;
	/** True where no frame can work: the card is plain text. So it becomes where the page turns out to keep the frame out. */
	isPlain: boolean;
	readPlainCard: (symptomId: string) => Promise<PlainCard | undefined>;
	onPointerEnter: () => void;
	onPointerLeave: () => void;
}

/**
 * The frame that holds the card: a page of the extension inside a closed shadow
 * root, which the page cannot read, on one host element that exists only while a
 * card is open or was open a moment ago.
 */
export class CardFrame {
	readonly #options: CardFrameOptions;
	#host: HTMLElement | undefined;
	#port: MessagePort | undefined;
	/** What the card shows, or will when it is there. */
	#shown: ShowCard | undefined;
	/** The symptom whose plain card was drawn last. */
	#drawn: string | undefined;
	#removal: ReturnType<typeof setTimeout> | undefined;
	#readyTimeout: ReturnType<typeof setTimeout> | undefined;
	#isPlain: boolean;
	#root: ShadowRoot | undefined;
	#isReady = false;
	#isOpen = false;
	#isSheet = false;
	#grows: CardGrowth = "down";
	/** The term and the window that the card was placed for. */
	#placed = "";
	/** Where the term of the open card stands. */
	#term: Box | undefined;
	/** Where the open card stands, in CSS pixels of the window. */
	box: Box | undefined;
	/** The size that the reader gave the card. */
	#size = CARD_SIZE;
	/** What had the focus before the card was asked to take it. */
	#returnTo: Element | null = null;

	constructor(options: CardFrameOptions) {
		this.#options = options;
		this.#isPlain = options.isPlain;
	}

	/** Creates the frame unseen and tells it what it will show. */
	prepare(message: ShowCard): void {
		clearTimeout(this.#removal);
		if (!this.#host?.isConnected || this.#host.parentNode !== bestParent()) this.#create();
		this.#shown = message;
		if (this.#isPlain) void this.#drawPlain(message);
		else this.#port?.postMessage(message);
		if (!this.#isOpen) this.#removeLater();
	}

	/**
	 * Shows the card for a term at this place of the window, as soon as the frame has
	 * answered; as a sheet at the edge of the window for a finger.
	 */
	open(message: ShowCard, term: Box, isSheet = false): void {
		// A new frame, if one is made here, begins closed and with a term to its life.
		this.prepare(message);
		clearTimeout(this.#removal);
		this.#isOpen = true;
		this.#isSheet = isSheet;
		this.move(term);
		this.#show();
	}

	// Until the card answers, the frame may hold the browser's error page, which looks like a broken page.
	#show(): void {
		const host = this.#host;
		if (!host || !this.#isReady || !this.#isOpen) return;
		host.style.setProperty("display", "block", "important");
		if (!host.matches(":popover-open")) host.showPopover();
		if (this.#returnTo) this.#root?.querySelector("iframe")?.focus();
	}

	/** Moves the focus into the open card as soon as it can take it; false if it is there. Closing the card gives it back. */
	focus(): boolean {
		if (this.isHost(document.activeElement)) return false;
		this.#returnTo = document.activeElement;
		this.#show();
		return true;
	}

	/** Moves the open card to where its term stands now. */
	move(term: Box): void {
		const windowSize = { width: innerWidth, height: innerHeight };
		const placed = JSON.stringify([term, windowSize]);
		// The page changed elsewhere: a card that was drawn smaller meanwhile must not change sides.
		if (placed === this.#placed && this.box) return;
		this.#placed = placed;
		const place = this.#isSheet ? placeSheet(term, windowSize) : placeCard(term, windowSize, this.#size);
		this.#term = term;
		this.#put(place);
		const grows = this.#isSheet ? "none" : growthOf(place, term, windowSize.width);
		if (grows !== this.#grows) this.#tellPlace(grows);
	}

	#tellPlace(grows: CardGrowth): void {
		this.#grows = grows;
		this.#port?.postMessage({ type: "placed", grows } satisfies ContentToCard);
	}

	#put({ left, top, width, height }: CardPlace): void {
		this.box = { left, top, right: left + width, bottom: top + height };
		// Boxes are measured in pixels of the window, but styles count in those of a page that zooms itself. The host itself
		// does not tell while it is hidden.
		const zoom = this.#host?.parentElement?.currentCSSZoom ?? 1;
		for (const [property, value] of Object.entries({ left, top, width, height })) {
			this.#host?.style.setProperty(property, `${Math.round(value / zoom)}px`, "important");
		}
	}

	/** Hides the card; the frame stays warm for a while. */
	close(): void {
		this.#isOpen = false;
		this.box = undefined;
		const host = this.#host;
		if (!host) return;
		if (this.isHost(document.activeElement)) (this.#returnTo as HTMLElement | null)?.focus({ preventScroll: true });
		this.#returnTo = null;
		// The next reader of the card begins at its top.
		this.#port?.postMessage({ type: "hide" } satisfies ContentToCard);
		this.#hide();
		this.#removeLater();
	}

	#hide(): void {
		if (this.#host?.matches(":popover-open")) this.#host.hidePopover();
		this.#host?.style.setProperty("display", "none", "important");
	}

	/** Removes the host element and everything in it. */
	remove(): void {
		clearTimeout(this.#removal);
		clearTimeout(this.#readyTimeout);
		this.#isReady = false;
		this.#port?.close();
		this.#port = undefined;
		this.#host?.remove();
		this.#host = undefined;
		this.box = undefined;
		this.#isOpen = false;
	}

	/** True if the node is our host element, which is all that the page sees of us. */
	isHost(node: EventTarget | null): boolean {
		return node !== null && node === this.#host;
	}

	/** Gives the card a size; one that is on show keeps the edge at its term, so that the hand stays at the edge it draws. */
	#resize(size: CardSize): void {
		this.#size = clampSize(size);
		if (!this.box || this.#isSheet) return;
		if (!this.#isReady && this.#term) {
			this.box = undefined;
			this.move(this.#term);
			return;
		}
		const { left, top, right, bottom } = this.box;
		const isUp = this.#grows.startsWith("up");
		const isLeft = this.#grows.endsWith("left");
		const width = Math.min(this.#size.width, isLeft ? right : innerWidth - left);
		const height = Math.min(this.#size.height, isUp ? bottom : innerHeight - top);
		this.#put({ left: isLeft ? right - width : left, top: isUp ? bottom - height : top, width, height });
	}

	#removeLater(): void {
		clearTimeout(this.#removal);
		this.#removal = setTimeout(() => this.remove(), KEEP_MS);
	}

	#create(): void {
		this.remove();
		const root = createHost();
		const host = root.host as HTMLElement;
		if (!this.#isPlain) root.append(this.#createFrame());
		this.#root = root;
		host.addEventListener("pointerenter", (event) => event.isTrusted && this.#options.onPointerEnter());
		host.addEventListener("pointerleave", (event) => event.isTrusted && this.#options.onPointerLeave());
		this.#host = host;
		bestParent().append(host);
	}

	async #drawPlain(message: ShowCard): Promise<void> {
		const { symptomId } = message;
		// Another symptom's text is wrong here, however long the right one takes to come.
		if (this.#isReady && this.#drawn !== symptomId) {
			this.#isReady = false;
			this.#hide();
		}
		const card = await this.#options.readPlainCard(symptomId);
		if (!card || this.#shown !== message) return;
		this.#drawn = symptomId;
		this.#root?.replaceChildren(drawPlainCard(card));
		this.#isReady = true;
		this.#show();
	}

	#createFrame(): HTMLIFrameElement {
		const frame = document.createElement("iframe");
		frame.src = this.#options.url;
		frame.title = this.#options.title;
		frame.addEventListener("load", () => this.#connect(frame), { once: true });
		return frame;
	}

	#connect(frame: HTMLIFrameElement): void {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => {
			if (isCardToContent(data)) this.#heard(data);
		};
		this.#readyTimeout = setTimeout(() => {
			this.#isPlain = true;
			if (this.#shown) void this.#drawPlain(this.#shown);
		}, READY_TIMEOUT_MS);
		frame.contentWindow?.postMessage(CARD_PORT_GREETING, this.#options.origin, [port2]);
		this.#port = port1;
		if (this.#shown) port1.postMessage(this.#shown);
		this.#tellPlace(this.#grows);
	}

	#heard(message: CardToContent): void {
		const { type } = message;
		if (type === "size") this.#resize(message);
		else if (type === "close" || type === "pin") this.#options.onMessage(message);
		else if (type === "ready") {
			clearTimeout(this.#readyTimeout);
			this.#isReady = true;
			this.#show();
		} else if (this.#isOpen) this.#options[type === "enter" ? "onPointerEnter" : "onPointerLeave"]();
	}
}
