import * as z from "zod/mini";
import { ASSERTIONS } from "../detection/assertion";
import { CARD_PORT_GREETING, type CardToContent, type ContentToCard } from "./card-channel";

/** Characters that turn the direction of what follows, or hide in it. Between the card's own words they would mix up its sentence. */
const TURNING = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** What a content script tells of a term; anything else is dropped. */
export const contentToCardSchema = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("hide") }),
	z.strictObject({ type: z.literal("placed"), grows: z.enum(["down", "up", "down-left", "up-left", "none"]) }),
	z.strictObject({
		type: z.literal("show"),
		symptomId: z.string().check(z.maxLength(100)),
		words: z.pipe(
			z.string().check(z.maxLength(500)),
			z.transform((words: string) => words.replace(TURNING, "")),
		),
		assertion: z.enum(ASSERTIONS),
		text: z.string().check(z.maxLength(30_000)),
		start: z.int().check(z.nonnegative()),
		end: z.int().check(z.nonnegative()),
		post: z.array(z.string().check(z.maxLength(20_000))).check(z.maxLength(10_000)),
		pageTitle: z.string().check(z.maxLength(2_000)),
		pageUrl: z.string().check(z.maxLength(8_000)),
		isPinned: z.boolean(),
	}),
]);

/** The card's end of the conversation. */
export interface CardPort {
	/** Calls back for every valid message, the ones that came before included. */
	listen: (onMessage: (message: ContentToCard) => void) => void;
	send: (message: CardToContent) => void;
}

/**
 * Waits for the content script to hand over its port; takes one, from the window around this frame, and no other. The card
 * is shown once it has sent that it is ready.
 */
export function acceptCardPort(frame: Window, onPort: (port: CardPort) => void): void {
	const accept = ({ data, source, ports }: MessageEvent) => {
		const [port] = ports;
		if (data !== CARD_PORT_GREETING || source !== frame.parent || frame.parent === frame || !port) return;
		frame.removeEventListener("message", accept);
		onPort({
			listen: (onMessage) => {
				// Setting `onmessage` starts the port, and what was queued arrives.
				port.onmessage = (event) => {
					const message = contentToCardSchema.safeParse(event.data);
					if (message.success) onMessage(message.data);
				};
			},
			send: (message) => port.postMessage(message),
		});
	};
	frame.addEventListener("message", accept);
}
