import { PLAIN_CARD_STYLE } from "./plain-card";

const SHELL_STYLE = `
iframe { display: block; box-sizing: border-box; inline-size: 100%; block-size: 100%; border: 0; border-radius: 12px; color-scheme: light dark; background: transparent; }
@media print { :host { display: none !important; } }
`;

const HOST_STYLE = {
	all: "initial",
	display: "none",
	position: "fixed",
	inset: "auto",
	margin: "0",
	padding: "0",
	border: "0",
	"border-radius": "12px",
	"box-shadow": "0 1px 2px rgb(0 0 0 / .2), 0 8px 28px rgb(0 0 0 / .28)",
	background: "transparent",
	"z-index": "2147483647",
	"pointer-events": "auto",
	overflow: "hidden",
};

/** The closed shadow root of a new element for the card, which is hidden and on no page yet. */
export function createHost(): ShadowRoot {
	// A random name, so that pages can neither style it nor look for it.
	const host = document.createElement(`x-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`);
	host.popover = "manual";
	// Inline !important is the strongest thing a page's own style sheet can meet.
	for (const [property, value] of Object.entries(HOST_STYLE)) host.style.setProperty(property, value, "important");
	const root = host.attachShadow({ mode: "closed" });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(SHELL_STYLE + PLAIN_CARD_STYLE);
	root.adoptedStyleSheets = [sheet];
	return root;
}

/** Where on the page the host element belongs now. */
export function bestParent(): Element {
	// Everything outside an open modal dialog, or of what fills the screen, is inert, so the card has to stand inside it.
	return [...document.querySelectorAll("dialog:modal, :fullscreen")].at(-1) ?? document.documentElement;
}
