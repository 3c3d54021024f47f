import { useId, useRef } from "react";
import { i18n } from "#i18n";
import "./resize-handle.css";

export interface Size {
	width: number;
	height: number;
}

/** What one press of an arrow key adds, in CSS pixels. */
const KEY_STEP = 24;

/**
 * The corner of a card by which it is drawn larger and smaller: with the pointer, or with the arrow keys. `onResize` is
 * called all the while with the size that is wanted, `onDone` with the last one.
 */
export function ResizeHandle({
	grows,
	sizeNow,
	onStart,
	onResize,
	onDone,
	onReset,
}: {
	/** Which way there is room: the handle stands at that edge. */
	grows: "down" | "up";
	/** The size that the card has, in CSS pixels. */
	sizeNow: () => Size;
	onStart: () => void;
	onResize: (size: Size) => void;
	onDone: (size: Size) => void;
	/** Back to the usual size. */
	onReset: () => void;
}) {
	const id = useId();
	const began = useRef<{ x: number; y: number; size: Size; drawn: Size }>(undefined);
	const up = grows === "up" ? -1 : 1;
	const keyed: Record<string, [width: number, height: number]> = {
		ArrowLeft: [-KEY_STEP, 0],
		ArrowRight: [KEY_STEP, 0],
		ArrowUp: [0, -KEY_STEP * up],
		ArrowDown: [0, KEY_STEP * up],
	};
	return (
		<>
			<button
				type="button"
				className={`resize-handle grows-${grows}`}
				aria-label={i18n.t("resize.label")}
				aria-describedby={id}
				title={i18n.t("resize.hint")}
				onPointerDown={({ currentTarget, pointerId, screenX, screenY, button }) => {
					if (button !== 0) return;
					// Every move comes here until the button is let go, over the page around as well.
					currentTarget.setPointerCapture(pointerId);
					const size = sizeNow();
					began.current = { x: screenX, y: screenY, size, drawn: size };
					onStart();
				}}
				onPointerMove={({ screenX, screenY }) => {
					if (!began.current) return;
					const { x, y, size } = began.current;
					began.current.drawn = { width: size.width + screenX - x, height: size.height + (screenY - y) * up };
					onResize(began.current.drawn);
				}}
				onLostPointerCapture={() => {
					const drawn = began.current?.drawn;
					began.current = undefined;
					if (drawn) onDone(drawn);
				}}
				onDoubleClick={onReset}
				onKeyDown={(event) => {
					if (event.key === "Home") return onReset();
					const step = keyed[event.key];
					if (!step) return;
					event.preventDefault();
					const before = sizeNow();
					const size = { width: before.width + step[0], height: before.height + step[1] };
					onStart();
					onResize(size);
					onDone(size);
				}}
			>
				<svg viewBox="0 0 12 12" aria-hidden="true">
					<path d="M11 1 1 11M11 6l-5 5" />
				</svg>
			</button>
			<span id={id} hidden>
				{i18n.t("resize.hint")}
			</span>
		</>
	);
}
