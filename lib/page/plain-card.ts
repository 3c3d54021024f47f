import type { PlainCard } from "../messaging/plain-card";

/** The look of a plain card, in the system's own colours and letters. */
export const PLAIN_CARD_STYLE = `
.plain { box-sizing: border-box; block-size: 100%; overflow: auto; padding: 12px 16px; border: 1px solid GrayText; border-radius: 12px; background: Canvas; color: CanvasText; color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
.plain :is(h2, h3, p) { margin: 0 0 6px; font-size: 1em; }
.plain h2 { font-size: 1.2em; }
`;

/** Draws a plain card as text; markup in it stays words. */
export function drawPlainCard({ title, sections }: PlainCard): HTMLElement {
	const add = (name: string, text: string) => {
		const element = document.createElement(name);
		element.textContent = text;
		box.append(element);
	};
	const box = document.createElement("div");
	box.className = "plain";
	add("h2", title);
	for (const { heading, lines } of sections) {
		add("h3", heading);
		for (const line of lines) add("p", line);
	}
	return box;
}
