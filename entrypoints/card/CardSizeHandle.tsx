import { useEffect, useRef } from "react";
import { browser } from "wxt/browser";
import { ResizeHandle, type Size } from "../../components/ResizeHandle";
import { keepCardSize } from "../../lib/card-preferences";
import type { CardGrowth } from "../../lib/messaging/card-channel";
import type { CardPort } from "../../lib/messaging/card-port";
import { CARD_SIZE, clampSize } from "../../lib/page/place-card";

/** What a press of the corner makes of a card of the usual size, in CSS pixels: half as large again. */
const LARGE_SIZE: Size = { width: 588, height: 690 };

/** Draws the card larger and smaller; the next cards have the size it was left with. A card that is drawn stays open. */
export function CardSizeHandle({ port, grows, isPinned }: { port: CardPort; grows: CardGrowth; isPinned: boolean }) {
	// The frame has the size a moment later; a key that is held comes earlier.
	const wanted = useRef<Size>(undefined);
	const zoom = useRef(1);
	useEffect(() => {
		const arrived = () => {
			wanted.current = undefined;
		};
		addEventListener("resize", arrived);
		return () => removeEventListener("resize", arrived);
	}, []);
	const give = (size: Size) => {
		port.send({ type: "size", ...size });
		keepCardSize(size === CARD_SIZE ? null : size).catch(() => undefined);
	};
	if (grows === "none") return null;
	return (
		<ResizeHandle
			grows={grows}
			sizeNow={() => wanted.current ?? { width: innerWidth, height: innerHeight }}
			onStart={() => {
				if (!isPinned) port.send({ type: "pin" });
				// Firefox for Android has no zoom of tabs.
				browser.tabs?.getZoom?.().then(
					(factor) => {
						zoom.current = factor;
					},
					() => undefined,
				);
			}}
			pixel={() => zoom.current}
			onResize={(size) => {
				wanted.current = clampSize(size);
				port.send({ type: "size", ...wanted.current });
			}}
			onDone={(size) => {
				// What cannot be kept still holds for this card.
				keepCardSize(clampSize(size)).catch(() => undefined);
			}}
			onPress={() => {
				const isLarge = innerWidth > CARD_SIZE.width || innerHeight > CARD_SIZE.height;
				give(isLarge ? CARD_SIZE : LARGE_SIZE);
			}}
			onReset={() => give(CARD_SIZE)}
		/>
	);
}
