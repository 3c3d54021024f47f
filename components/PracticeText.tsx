import { type ReactNode, useEffect, useRef } from "react";
import type { PastedParagraph } from "../lib/paste/read-paste";

type Mention = PastedParagraph["mentions"][number];

/** How long the pointer rests until a card opens, in milliseconds: as on a page, before anything is set. */
const DWELL_MS = 300;

export interface PracticeTextProps {
	paragraph: PastedParagraph;
	current: Mention | undefined;
	/** `isPressed`: the reader pressed the word; else they rest on it or have come to it with the keyboard. */
	onShow: (mention: Mention, isPressed: boolean) => void;
}

/** A paragraph of ours whose symptoms are buttons that look as they do on pages. */
export function PracticeText({ paragraph: { text, mentions }, current, onShow }: PracticeTextProps) {
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const rest = (mention: Mention) => {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => onShow(mention, false), DWELL_MS);
	};
	const pieces: ReactNode[] = [];
	let at = 0;
	for (const mention of mentions) {
		// Two may share words; the first has them.
		if (mention.start < at) continue;
		pieces.push(
			text.slice(at, mention.start),
			<button
				key={mention.start}
				type="button"
				className={mention.assertion === "denied" ? "practice-term denied" : "practice-term"}
				aria-expanded={mention === current}
				onPointerEnter={({ pointerType }) => pointerType === "mouse" && rest(mention)}
				onPointerLeave={() => clearTimeout(timer.current)}
				onFocus={() => onShow(mention, false)}
				onClick={() => {
					clearTimeout(timer.current);
					onShow(mention, true);
				}}
			>
				{text.slice(mention.start, mention.end)}
			</button>,
		);
		at = mention.end;
	}
	return (
		<p className="practice-text">
			{pieces}
			{text.slice(at)}
		</p>
	);
}
