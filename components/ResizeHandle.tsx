import { useId, useRef } from "react";
import { i18n } from "#i18n";
import "./resize-handle.css";

export interface Size {
	width: number;
	height: number;
}

/** What one press of an arrow key adds, in CSS pixels. */
const KEY_STEP = 24;

/** Pixels that a hand moves while it only presses. */
const PRESS_SLACK = 3;

/**
 * The corner of a card by which it is drawn larger and smaller: with the pointer, or with the arrow keys. `onResize` is
 * called all the while with the size that is wanted, `onDone` with the last one. A mere press is for who cannot drag
 * (WCAG 2.5.7): it asks for the next size, by `onPress`.
 */
export function ResizeHandle({
	grows,
	sizeNow,
	onStart,
	onResize,
	onDone,
	onPress,
	onReset,
	pixel = () => 1,
}: {
	/** Which way there is room: the handle stands at that edge. */
	grows: "down" | "up" | "down-left" | "up-left";
	/** The size that the card has, in CSS pixels. */
	sizeNow: () => Size;
	onStart: () => void;
	onResize: (size: Size) => void;
	onDone: (size: Size) => void;
	onPress: () => void;
	/** Back to the usual size. */
	onReset: () => void;
	/** How many pixels of the screen one of this page takes: a page can be zoomed, the screen is not. */
	pixel?: () => number;
}) {
	const id = useId();
	const began = useRef<{ x: number; y: number; size: Size; drawn: Size }>(undefined);
	const isMoved = useRef(false);
	const up = grows.startsWith("up") ? -1 : 1;
	const left = grows.endsWith("left") ? -1 : 1;
	const keyed: Record<string, [width: number, height: number]> = {
		ArrowLeft: [-KEY_STEP * left, 0],
		ArrowRight: [KEY_STEP * left, 0],
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
					isMoved.current = false;
					onStart();
				}}
				onPointerMove={({ screenX, screenY }) => {
					if (!began.current) return;
					const { x, y, size } = began.current;
					const [dx, dy] = [screenX - x, screenY - y];
					if (!isMoved.current && Math.hypot(dx, dy) <= PRESS_SLACK) return;
					isMoved.current = true;
					began.current.drawn = {
						width: size.width + (dx / pixel()) * left,
						height: size.height + (dy / pixel()) * up,
					};
					onResize(began.current.drawn);
				}}
				onLostPointerCapture={() => {
					const drawn = began.current?.drawn;
					began.current = undefined;
					if (drawn && isMoved.current) onDone(drawn);
				}}
				onClick={() => {
					// It comes at the end of a drag as well.
					if (!isMoved.current) onPress();
					isMoved.current = false;
				}}
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
