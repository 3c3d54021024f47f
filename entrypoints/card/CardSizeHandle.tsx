import { useEffect, useRef } from "react";
import { ResizeHandle, type Size } from "../../components/ResizeHandle";
import { keepCardSize } from "../../lib/card-preferences";
import type { CardGrowth } from "../../lib/messaging/card-channel";
import type { CardPort } from "../../lib/messaging/card-port";
import { CARD_SIZE, clampSize } from "../../lib/page/place-card";

/** Draws the card larger and smaller; the next cards have the size it was left with. A card that is drawn stays open. */
export function CardSizeHandle({ port, grows, isPinned }: { port: CardPort; grows: CardGrowth; isPinned: boolean }) {
	// The frame has the size a moment later; a key that is held comes earlier.
	const wanted = useRef<Size>(undefined);
	useEffect(() => {
		const arrived = () => {
			wanted.current = undefined;
		};
		addEventListener("resize", arrived);
		return () => removeEventListener("resize", arrived);
	}, []);
	if (grows === "none") return null;
	return (
		<ResizeHandle
			grows={grows}
			sizeNow={() => wanted.current ?? { width: innerWidth, height: innerHeight }}
			onStart={() => {
				if (!isPinned) port.send({ type: "pin" });
			}}
			onResize={(size) => {
				wanted.current = clampSize(size);
				port.send({ type: "size", ...wanted.current });
			}}
			onDone={(size) => {
				// What cannot be kept still holds for this card.
				keepCardSize(clampSize(size)).catch(() => undefined);
			}}
			onReset={() => {
				port.send({ type: "size", ...CARD_SIZE });
				keepCardSize(null).catch(() => undefined);
			}}
		/>
	);
}
