/**
 * The conversation between a content script and the card in its frame, over one
 * message port. Only public words cross it: what stands on the page anyway.
 */

import type { Assertion } from "../detection/assertion";

/**
 * Which way a card grows: away from its term, and to the left where the edge of the window is at its right. A sheet keeps
 * its size.
 */
export type CardGrowth = "down" | "up" | "down-left" | "up-left" | "none";

/** From the content script to the card. */
export type ContentToCard =
	/** Show this symptom, or make it ready unseen; the words say where it was found. */
	| {
			type: "show";
			symptomId: string;
			/** The words of the page that named it. */
			words: string;
			/** What the text says of it: that it is there, is not, was, may be, is someone else's. */
			assertion: Assertion;
			/** The text around it, and where in that it stands. */
			text: string;
			start: number;
			end: number;
			/** The paragraphs of the post that it stands in. */
			post: string[];
			pageTitle: string;
			pageUrl: string;
			isPinned: boolean;
	  }
	/** The card stands, and this way there is room. */
	| { type: "placed"; grows: CardGrowth }
	/** The card was closed: forget what it showed. */
	| { type: "hide" };

/** What the card is told of a term. */
export type ShowCard = Extract<ContentToCard, { type: "show" }>;

/** From the card to the content script. */
export type CardToContent =
	/** The card lives and has taken the port. */
	| { type: "ready" }
	/** The reader closed the card. */
	| { type: "close" }
	/** The reader pinned the card. */
	| { type: "pin" }
	/** The pointer came into the card or left it: the page is not told while it moves within a frame of another process. */
	| { type: "enter" }
	| { type: "leave" }
	/** The reader gave the card this size, in CSS pixels, now or earlier. */
	| { type: "size"; width: number; height: number };

/** What the content script posts to the frame's window, once, with the port. */
export const CARD_PORT_GREETING = "symptom-lens-card";

/** True if a message from the card is one of ours; anything else is dropped. */
export function isCardToContent(message: unknown): message is CardToContent {
	if (typeof message !== "object" || message === null || !("type" in message)) return false;
	const { type, width, height } = message as Record<string, unknown>;
	if (type === "size") return Number.isFinite(width) && Number.isFinite(height);
	return ["ready", "close", "pin", "enter", "leave"].includes(type as string);
}
