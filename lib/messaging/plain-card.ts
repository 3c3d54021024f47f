import { browser } from "wxt/browser";
import { isOfType } from "./tell-background";

/** `type` of the message that asks for a card as plain text. */
const TYPE = "plainCard";

/** A card where no frame can stand: text of the product that everybody may read, nothing of the reader's, nothing to press. */
export interface PlainCard {
	title: string;
	sections: { heading: string; lines: string[] }[];
}

/** Asks the background for the card of a symptom as plain text; undefined if there is none. Without zod: it lives in every page. */
export async function readPlainCard(symptomId: string): Promise<PlainCard | undefined> {
	try {
		return (await browser.runtime.sendMessage({ type: TYPE, symptomId })) ?? undefined;
	} catch {
		// After an update of the extension nobody answers.
		return undefined;
	}
}

/** Answers content scripts with what `read` knows of a symptom. It is public, so anyone may ask. */
export function onPlainCardRequest(read: (symptomId: string) => Promise<PlainCard | undefined>): void {
	browser.runtime.onMessage.addListener((message: unknown, _sender, reply) => {
		if (!isOfType(message, TYPE)) return;
		const symptomId = "symptomId" in message ? String(message.symptomId) : "";
		read(symptomId).then(reply, () => reply(undefined));
		return true;
	});
}
