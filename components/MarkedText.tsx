import { type MouseEvent, memo, useEffect, useRef } from "react";
import type { PastedParagraph } from "../lib/paste/read-paste";

/** The names under which the words are marked, and what they are drawn with: the same as on web pages. */
const PRESENT = "symptom-present";
const DENIED = "symptom-denied";

export interface MarkedTextProps {
	paragraphs: PastedParagraph[];
	/** The reader pressed the words of a mention. */
	onPress: (paragraph: number, mention: PastedParagraph["mentions"][number]) => void;
}

/** A text of the reader with its symptoms marked, as on a web page. Who uses no pointer has the list of them beside it. */
export const MarkedText = memo(function MarkedText({ paragraphs, onPress }: MarkedTextProps) {
	const text = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const present = new Highlight();
		const denied = new Highlight();
		for (const [place, { mentions }] of paragraphs.entries()) {
			const node = text.current?.children[place]?.firstChild;
			if (!node) continue;
			for (const { parts, assertion } of mentions) {
				for (const { start, end } of parts) {
					const range = { startContainer: node, startOffset: start, endContainer: node, endOffset: end };
					(assertion === "denied" ? denied : present).add(new StaticRange(range));
				}
			}
		}
		CSS.highlights.set(PRESENT, present);
		CSS.highlights.set(DENIED, denied);
		return () => {
			CSS.highlights.delete(PRESENT);
			CSS.highlights.delete(DENIED);
		};
	}, [paragraphs]);
	const press = ({ clientX, clientY }: MouseEvent) => {
		// Who selects text wants to copy it.
		if (!document.getSelection()?.isCollapsed) return;
		const caret = document.caretPositionFromPoint(clientX, clientY);
		const element = caret?.offsetNode.parentElement;
		const place = element ? [...(text.current?.children ?? [])].indexOf(element) : -1;
		const at = caret?.offset ?? -1;
		const mention = paragraphs[place]?.mentions.find(({ parts }) =>
			parts.some(({ start, end }) => at >= start && at <= end),
		);
		if (mention) onPress(place, mention);
	};
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the list of the same terms
		// biome-ignore lint/a11y/noStaticElementInteractions: the text is read as text; the list has the buttons
		<div ref={text} className="marked-text" onClick={press}>
			{paragraphs.map(({ text: words }, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may have the same words
				<p key={place} dir="auto">
					{words}
				</p>
			))}
		</div>
	);
});
